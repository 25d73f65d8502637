const { readFileSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { buildSync } = require("esbuild");

/**
 * Joins the compiled modules into five files, because loading hundreds of small ones would cost every synth a good
 * part of what the library may cost: one for the gateway, one for Cloudflare and the road to it, one for `serverless.yml`,
 * neither of which an app without them loads, one for the list of all rules, which is read where a warning is
 * acknowledged, and one for the command line. Each class is loaded when it is first used, and so is each module of a
 * provider. The declarations stay as they are.
 */
const DIST = resolve(__dirname, "../dist");
const ENTRY = join(DIST, "index.js");
const BUNDLES = ["rules.js", "index.js", "cloudflare.js", "serverless.js", "command-line.js"];

const EXPORTED_CLASS =
  /^var (\w+) = require\(("[^"]+")\);\n((?:Object\.defineProperty\(exports, "\w+", \{ enumerable: true, get: function \(\) \{ return \1\.\w+; \} \}\);\n)+)/gm;

const LOADED_WHEN_USED = /^const (\w+) = require\("(@cdktf\/provider-[^"]+|[./]+\/(?:rules\/)?catalogue)"\);$/gm;

/** An ApiFront without a page rule does not load PageRule. */
function loadWhenUsed(file) {
  const code = readFileSync(file, "utf8");
  const lazy = code.replace(LOADED_WHEN_USED, (_, name, module) => {
    const path = module.startsWith("@") ? module : "./rules.js";
    const used = new Set(Array.from(code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, "g")), ([, member]) => member));
    const getters = Array.from(used, (member) => `get ${member}() { return require("${path}").${member}; }`);
    return `const ${name} = { ${getters.join(", ")} };`;
  });
  if (lazy !== code) writeFileSync(file, lazy);
}

function bundle(file) {
  buildSync({
    entryPoints: [file],
    outfile: file,
    allowOverwrite: true,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    packages: "external",
    external: ["./cloudflare.js", "./rules.js", "./serverless.js"],
    legalComments: "none",
  });
}

for (const file of readdirSync(DIST, { recursive: true })) if (file.endsWith(".js")) loadWhenUsed(join(DIST, file));

const apart = { cloudflare: [], serverless: [] };
const index = readFileSync(ENTRY, "utf8").replace(EXPORTED_CLASS, (_, name, path, getters) => {
  const lazily = (from) => getters.replaceAll(`return ${name}.`, `return require(${from}).`);
  const [, folder] = /^"\.\/(domain|edge|front|serverless)\//.exec(path) ?? [];
  if (folder === undefined) return lazily(path);
  const file = folder === "serverless" ? "serverless" : "cloudflare";
  apart[file].push(lazily(path));
  return lazily(`"./${file}.js"`);
});
writeFileSync(ENTRY, index);
for (const [file, getters] of Object.entries(apart)) {
  writeFileSync(join(DIST, `${file}.js`), `"use strict";\n${getters.join("")}`);
}
writeFileSync(join(DIST, "rules.js"), 'module.exports = require("./rules/catalogue");\n');
writeFileSync(join(DIST, "command-line.js"), 'module.exports = require("./command-line/launch");\n');
for (const name of BUNDLES) bundle(join(DIST, name));

for (const file of readdirSync(DIST, { recursive: true })) {
  if (file.endsWith(".js") && !BUNDLES.includes(file)) rmSync(join(DIST, file));
}
