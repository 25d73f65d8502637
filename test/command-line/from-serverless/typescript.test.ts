import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { transformSync } from "@swc/core";
import { synthesizeApp } from "../../support/examples";
import { PLUGIN_SAMPLES } from "../../support/plugin-samples";
import { RARE } from "./support/rare";
import { Block, Project, newProject } from "./support/run";

const ROOT = resolve(__dirname, "../../..");
const FIXTURES = join(ROOT, "test/serverless/fixtures");

let project: Project;

const CASES: [string, string][] = [
  ...PLUGIN_SAMPLES.map(({ name }): [string, string] => [name, `${name}.yml`]),
  ["accounts", "fixtures/accounts.yml"],
  ["widgets", "fixtures/widgets.yml"],
  ["orders", "fixtures/orders/serverless.yml"],
  ["rare", "rare.yml"],
];

beforeAll(async () => {
  project = newProject();
  cpSync(FIXTURES, join(project.directory, "fixtures"), { recursive: true });
  for (const { name, yaml } of PLUGIN_SAMPLES) project.write(`${name}.yml`, yaml);
  project.write("rare.yml", RARE);
  for (const [name, file] of CASES) {
    for (const args of [
      ["--out", `json/${name}`],
      ["--typescript", "--out", `app/${name}`],
    ]) {
      const { status, err } = await project.run([file, "--stage=prod", ...args]);
      if (status !== 0) throw new Error(`${name}: ${err}`);
    }
  }
});
afterAll(() => project.remove());

function blocksOf({ "//": _comment, terraform: _settings, ...blocks }: Block): Block {
  return JSON.parse(JSON.stringify(blocks, (key, value) => (key === "//" ? undefined : value))) as Block;
}

/** What an app synthesizes; that of one stack. */
function synthesized(source: string): Block {
  const { code } = transformSync(source, {
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  });
  const run = new Function("require", "exports", code);
  const output = synthesizeApp(() => void run(require, {}));
  const [, stack = ""] = /new Api\(app, "(.*)"\)/.exec(source) ?? [];
  const document = JSON.parse(output.json(stack)) as Block;
  output.remove();
  return document;
}

test("the tsconfig.json is one for TypeScript 7 as well, which has no Node10", () => {
  const { compilerOptions } = JSON.parse(project.read("app/accounts/tsconfig.json")) as { compilerOptions: object };
  expect(compilerOptions).toMatchObject({ module: "Node16", moduleResolution: "Node16" });
});

describe.each(CASES)("%s", (name) => {
  test("the app makes what the JSON says", () => {
    const document = synthesized(project.read(`app/${name}/main.ts`));
    expect(blocksOf(document)).toEqual(blocksOf(JSON.parse(project.read(`json/${name}/cdk.tf.json`))));
  });
});

test("the sources are as prettier would write them", () => {
  const files = CASES.map(([name]) => join(project.directory, "app", name, "main.ts"));
  const args = ["--no-config", "--print-width=120", "--list-different", ...files];
  const run = () => execFileSync(join(ROOT, "node_modules/.bin/prettier"), args, { encoding: "utf8" });
  expect(run).not.toThrow();
}, 30_000);

test("values that only Terraform knows stand as expressions", () => {
  const source = project.read("app/rare/main.ts");
  expect(source).toContain('ttlSeconds: Token.asNumber("${var.ssm__ttl-xF-60}")');
  expect(source).toContain('dataEncrypted: Token.asAny("${var.cf_x_Encrypted}") as unknown as boolean');
  expect(source).toContain('functionName: "${var.ssm__name}-2fa"');
  expect(source).toMatch(/region: "\$\{var\.ssm__region\}"/);
});

test("every warning is that of the JSON", async () => {
  const json = await project.run(["rare.yml", "--out=again"]);
  const app = await project.run(["rare.yml", "--out=again-app", "--typescript"]);
  expect(app.err).toBe(json.err);
  expect(app.out).toContain("Next, in again-app: npm install, npx cdktf synth.");
});
