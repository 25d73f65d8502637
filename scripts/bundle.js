const { rmSync, readdirSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { buildSync } = require("esbuild");

/**
 * Joins the compiled modules into one file: loading a hundred small ones would cost every synth a good part of what
 * the library may cost. The declarations stay as they are.
 */
const DIST = resolve(__dirname, "../dist");
const ENTRY = join(DIST, "index.js");

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
