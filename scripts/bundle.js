const { readFileSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { buildSync } = require("esbuild");

/**
 * Joins the compiled modules into one file: loading two hundred small ones would cost every synth a good part of what
 * the library may cost. Each exported class is loaded when it is first used, with the provider modules that it needs:
 * an app without Cloudflare loads none of Cloudflare's. The declarations stay as they are.
 */
const DIST = resolve(__dirname, "../dist");
const ENTRY = join(DIST, "index.js");

const EXPORTED_CLASS =
  /^var (\w+) = require\(("[^"]+")\);\n((?:Object\.defineProperty\(exports, "\w+", \{ enumerable: true, get: function \(\) \{ return \1\.\w+; \} \}\);\n)+)/gm;

const index = readFileSync(ENTRY, "utf8");
writeFileSync(
  ENTRY,
  index.replace(EXPORTED_CLASS, (_, name, path, getters) =>
    getters.replaceAll(`return ${name}.`, `return require(${path}).`),
  ),
);

buildSync({
  entryPoints: [ENTRY],
  outfile: ENTRY,
  allowOverwrite: true,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  packages: "external",
  legalComments: "none",
});

for (const file of readdirSync(DIST, { recursive: true })) {
  if (file.endsWith(".js") && file !== "index.js") rmSync(join(DIST, file));
}
