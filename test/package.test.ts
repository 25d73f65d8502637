import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as library from "../lib";

const ROOT = resolve(__dirname, "..");

interface Packed {
  readonly files: readonly { readonly path: string }[];
  readonly bundled: readonly string[];
  readonly unpackedSize: number;
}

function packed(): Packed {
  const json: Packed[] | { [name: string]: Packed } = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: ROOT,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  return Object.values(json)[0]!;
}

const GATEWAY_CLASSES = ["CacheKey", "CachedRestApi", "RestIntegration", "StageCache"];

const BUNDLES = ["dist/cloudflare.js", "dist/gateway.js", "dist/index.js", "dist/rules.js", "dist/serverless.js"];
const PROGRAM = ["bin/cdktf-api-caching.js", "dist/command-line.js"];

/** The optional peers of which a program has loaded modules, once it has read some classes of the package. */
function optionalPeersLoadedBy(classes: readonly string[], ...modules: readonly string[]): string[] {
  const program = `
    const library = require("./dist/index.js");
    const missing = ${JSON.stringify(classes)}.filter((name) => typeof library[name] !== "function");
    if (missing.length > 0) throw new Error("not exported: " + missing);
    ${JSON.stringify(modules)}.forEach((name) => require(name));
    console.log(JSON.stringify(Object.keys(require.cache)));`;
  const output = execFileSync(process.execPath, ["-e", program], { cwd: ROOT, encoding: "utf8" });
  const files: string[] = JSON.parse(output);
  const peers = files.flatMap((file) => /@cdktf[\\/]provider-(cloudflare|tls)[\\/]/.exec(file)?.[1] ?? []);
  return [...new Set(peers)].sort();
}

describe("the npm package", () => {
  const { files, bundled } = packed();
  const own = files.map(({ path }) => path).filter((path) => !path.startsWith("node_modules/"));
  const declarations = own
    .filter((path) => path.endsWith(".d.ts"))
    .map((path) => readFileSync(resolve(ROOT, path), "utf8"));

  test("holds what a user needs", () => {
    expect(own).toEqual(
      expect.arrayContaining([
        ".jsii",
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "dist/index.d.ts",
        ...BUNDLES,
        ...PROGRAM,
        "docs/rules.md",
        "package.json",
      ]),
    );
  });

  test("holds nothing else", () => {
    const expected =
      /^(\.jsii|CHANGELOG\.md|LICENSE|README\.md|package\.json|bin\/cdktf-api-caching\.js|dist\/(cloudflare|command-line|gateway|index|rules|serverless)\.js|dist\/(?!adopt|check|command-line).*\.d\.ts|docs\/.*\.md)$/;
    expect(own.filter((path) => !expected.test(path))).toEqual([]);
  });

  test("brings its two libraries along, and no framework or provider", () => {
    expect([...bundled].sort()).toEqual(["fastest-levenshtein", "yaml"]);
  });

  test("requires nothing but its two libraries and its peers", () => {
    const code = [...BUNDLES, ...PROGRAM].map((file) => readFileSync(resolve(ROOT, file), "utf8")).join("\n");
    const required = Array.from(code.matchAll(/require\("([^"]+)"\)/g), ([, name]) => name!);
    const expected =
      /^(\.\/(cloudflare|gateway|rules|serverless)\.js|\.\.\/(dist\/command-line\.js|package\.json)|node:(child_process|crypto|fs|http|https|path|tls|url|util)|cdktf|constructs|yaml|fastest-levenshtein|@cdktf\/provider-(aws|cloudflare|tls)\/lib\/[a-z0-9-]+)$/;
    expect(required).toContain("cdktf");
    expect(required.filter((name) => !expected.test(name))).toEqual([]);
  });

  test("loads nothing of its optional peers for an app that has a gateway only", () => {
    expect(optionalPeersLoadedBy(GATEWAY_CLASSES)).toEqual([]);
    // They would have been noticed.
    const loaded = ["cloudflare", "tls"].map((name) => `@cdktf/provider-${name}/lib/provider`);
    expect(optionalPeersLoadedBy(GATEWAY_CLASSES, ...loaded)).toEqual(["cloudflare", "tls"]);
  });

  test.each([
    ["a program", ["-e", 'const library = require("./dist/index.js");']],
    ["a module of ECMAScript", ["--input-type=module", "-e", 'import * as library from "./dist/index.js";']],
  ])("exports to %s what the library does", (_what, [...args]) => {
    const shown = (exports: object) =>
      Object.entries(exports).flatMap(([name, one]) =>
        one === undefined || name === "default" ? [] : [[name, typeof one === "function" ? one.name : one]],
      );
    const program = `${args.pop()} console.log(JSON.stringify((${shown.toString()})(library)));`;
    const output = execFileSync(process.execPath, [...args, program], { cwd: ROOT, encoding: "utf8" });
    expect(Object.fromEntries(JSON.parse(output))).toEqual(Object.fromEntries(shown(library)));
  });

  test("has one class of each name, which says what it is to a program in another language", () => {
    const program = `
      const library = require("./dist/index.js");
      const classes = Object.entries(library).filter(([, one]) => typeof one === "function");
      const said = classes.map(([name, one]) => [name, one[Symbol.for("jsii.rtti")].fqn]);
      const key = "{ name: request.querystring.page }";
      const caching = "caching: { enabled: true, cacheKeyParameters: [" + key + "] }";
      const { endpoints } = library.ServerlessService.fromText(
        "{ provider: aws, functions: { f: { events: [{ http: { path: /a, method: get, " + caching + " } }] } } }",
      );
      console.log(JSON.stringify([said, endpoints[0].cache.keys[0] instanceof library.CacheKey]));`;
    const output = execFileSync(process.execPath, ["-e", program], { cwd: ROOT, encoding: "utf8" });
    const [said, isOwn] = JSON.parse(output) as [[string, string][], boolean];
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter(([name, fqn]) => fqn !== `cdktf-api-caching.${name}`)).toEqual([]);
    expect(isOwn).toBe(true);
  });

  test("declares no type of its optional peers, which not every user has installed", () => {
    const named = /(from|import|require)\s*\(?\s*["']@cdktf\/provider-(cloudflare|tls)|types=["']@cdktf\/provider-/;
    expect(declarations.filter((text) => named.test(text))).toEqual([]);
  });

  test("declares no provider by its root, which would cost every user's type check seconds", () => {
    expect(declarations.filter((text) => /from "@cdktf\/provider-[a-z]+"/.test(text))).toEqual([]);
  });
});
