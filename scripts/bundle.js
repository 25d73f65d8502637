const { readFileSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { build } = require("esbuild");

/**
 * Joins the modules of `lib` into a few files of one scope each, because loading hundreds of small ones would cost every
 * synth a good part of what the library may cost: one for the gateway, one for Cloudflare and the road to it, one for
 * `serverless.yml`, one for the list of all rules, which is read where a warning is acknowledged, and one for the command
 * line. `index.js` has the enumerations, and loads the file of a class when the class is first read; a module of a
 * provider is loaded when it is first used. The declarations stay as jsii wrote them.
 */
const ROOT = resolve(__dirname, "..");
const DIST = join(ROOT, "dist");

/** The file that has the classes of a folder; `gateway.js` has those of the others. */
const FILES = { domain: "cloudflare", edge: "cloudflare", front: "cloudflare", serverless: "serverless" };

const LOADED_WHEN_USED = /^var (import_\w+) = require\("(@cdktf\/provider-[^"]+|\.\/(?:rules|gateway)\.js)"\);$/gm;

/** esbuild's own name for a class that names itself. */
const RENAMED_CLASS = /^var (\w+) = class (_\1)\b/gm;

const EXPORT_ANNOTATION = /\/\/ Annotate[^]*$/;

/** Modules that are in another file, which is loaded when they are first used. */
function apart(filter, path) {
  return { name: path, setup: ({ onResolve }) => onResolve({ filter }, () => ({ path, external: true })) };
}

const CATALOGUE_APART = apart(/\/catalogue$/, "./rules.js");

/** What `serverless.yml` says of keys are objects of the classes that the user has. */
const CLASSES_APART = apart(/\/gateway\/(?:cache-key|rest-authorizer|rest-integration)$/, "./gateway.js");

async function bundle(contents, plugins = [CATALOGUE_APART]) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    tsconfig: join(ROOT, "tsconfig.jsii.json"),
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "cjs",
    packages: "external",
    legalComments: "none",
    plugins,
  });
  return withOwnNames(loadWhenUsed(outputFiles[0].text));
}

/** An ApiFront without a page rule does not load PageRule. */
function loadWhenUsed(code) {
  return code.replace(LOADED_WHEN_USED, (_, name, path) => {
    const used = new Set(Array.from(code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, "g")), ([, member]) => member));
    const getters = Array.from(
      used,
      (member) => `get ${member}() { return (${name}_ ??= require("${path}")).${member}; }`,
    );
    return `var ${name}_, ${name} = { ${getters.join(", ")} };`;
  });
}

/** What a user prints is a StageCache, and no _StageCache. */
function withOwnNames(code) {
  return Array.from(code.matchAll(RENAMED_CLASS)).reduce(
    (text, [, name, inner]) => text.replace(new RegExp(`\\b${inner}\\b`, "g"), name),
    code,
  );
}

/** A class takes the place of its getter. */
const LAZILY = `
function lazily(name, load) {
  const get = () => {
    const value = load()[name];
    Object.defineProperty(module.exports, name, { value });
    return value;
  };
  Object.defineProperty(module.exports, name, { get, enumerable: true, configurable: true });
}
`;

function exporting(types) {
  return types.map(({ name, file }) => `export { ${name} } from "./${file}";\n`).join("");
}

/** What jsii puts into each class, so that a program in another language knows what it is. */
function runtimeInformation({ fqn, name }, version) {
  return `${name}[Symbol.for("jsii.rtti")] = ${JSON.stringify({ fqn, version })};\n`;
}

async function main() {
  const { types, version } = JSON.parse(readFileSync(join(ROOT, ".jsii"), "utf8"));
  const exported = Object.values(types).map(({ name, kind, fqn, locationInModule: { filename } }) => {
    const file = filename.replace(/\.ts$/, "");
    return { name, kind, fqn, file, bundle: FILES[file.split("/")[1]] ?? "gateway" };
  });
  const classes = exported.filter(({ kind }) => kind === "class");
  const enums = exported.filter(({ kind }) => kind === "enum");
  const written = {
    rules: await bundle('export * from "./lib/rules/catalogue";', []),
    "command-line": await bundle('export * from "./lib/command-line/launch";'),
  };
  for (const name of new Set(classes.map((one) => one.bundle))) {
    const own = classes.filter((one) => one.bundle === name);
    const code = await bundle(exporting(own), name === "serverless" ? [CATALOGUE_APART, CLASSES_APART] : undefined);
    written[name] = `${code}${own.map((one) => runtimeInformation(one, version)).join("")}`;
  }
  const lazy = classes.map((one) => `lazily("${one.name}", () => require("./${one.bundle}.js"));\n`);
  // This is how Node.js knows what another module may import.
  const names = `0 && (module.exports = { ${[...classes, ...enums].map(({ name }) => name).join(", ")} });\n`;
  const index = (await bundle(exporting(enums))).replace(EXPORT_ANNOTATION, "");
  written.index = `${index}${LAZILY}${lazy.join("")}${names}`;

  for (const file of readdirSync(DIST, { recursive: true })) if (file.endsWith(".js")) rmSync(join(DIST, file));
  for (const [name, code] of Object.entries(written)) writeFileSync(join(DIST, `${name}.js`), code);
}

void main();
