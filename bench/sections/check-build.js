const { readdirSync, statSync } = require("node:fs");
const { join } = require("node:path");

const ROOT = join(__dirname, "..", "..");

/** Fails if the library is not built, and tells if it has changed since: what is measured is `dist/`. */
function checkBuild() {
  const dist = join(ROOT, "dist");
  if (statSync(join(dist, "index.js"), { throwIfNoEntry: false }) === undefined) {
    throw new Error("The library is not built: npm run build");
  }
  if (lastChange(join(ROOT, "lib")) > lastChange(dist)) {
    console.log("Note: lib/ has changed since dist/ was built. What follows is about dist/.\n");
  }
}

function lastChange(directory) {
  const times = readdirSync(directory, { recursive: true }).map((name) => statSync(join(directory, name)).mtimeMs);
  return Math.max(...times);
}

module.exports = { checkBuild };
