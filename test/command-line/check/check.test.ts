import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { CommandIo } from "../../../lib/command-line/command";
import { main } from "../../../lib/command-line/main";
import { CATS, changed, setting } from "../../check/support/configuration";
import { fakeIo } from "../support/fake-io";
import { folder } from "../support/folder";

const removes: (() => void)[] = [];
afterAll(() => removes.forEach((remove) => remove()));

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function run(files: { readonly [path: string]: unknown }, args: readonly string[], stdin = ""): Promise<Ran> {
  const { path, remove } = folder(files);
  removes.push(remove);
  const io = fakeIo({ cwd: path });
  const world: CommandIo = { ...io, stdin: Readable.from([Buffer.from(stdin)]) };
  const status = await main(["check", ...args], world);
  return { status, out: io.out(), err: io.err() };
}

const SETTINGS = "aws_api_gateway_method_settings";
const RIGHT = { resource: CATS };
const WRONG = {
  resource: changed(CATS, SETTINGS, "cat", { settings: { caching_enabled: true, cache_ttl_in_seconds: 4000 } }),
};
const WARNED = { resource: { ...CATS, [SETTINGS]: { ...CATS[SETTINGS], all: setting("*/*") } } };
const PLAN = readFileSync(join(__dirname, "../../check/fixtures/plan.json"), "utf8");

test("nothing is found", async () => {
  expect(await run({ "main.tf.json": RIGHT }, [])).toEqual({ status: 0, out: "No findings in 1 file.\n", err: "" });
});

test("an error is told with its line, and fails", async () => {
  const { status, out, err } = await run({ "main.tf.json": WRONG }, []);
  expect([status, err]).toEqual([1, ""]);
  const line =
    JSON.stringify(WRONG, null, 2)
      .split("\n")
      .findIndex((text) => text.includes(`"${SETTINGS}"`)) + 2;
  expect(out).toContain(`main.tf.json\n  error  gateway/ttl-out-of-range  line ${line}, ${SETTINGS}.cat\n`);
  expect(out).toContain("settings.cache_ttl_in_seconds is 4000: ");
  expect(out.endsWith("1 error in 1 file.\n")).toBe(true);
});

test("warnings alone fail only if that is asked for", async () => {
  const files = { "main.tf.json": WARNED };
  expect(await run(files, [])).toMatchObject({ status: 0, out: expect.stringContaining("1 warning in 1 file.") });
  expect((await run(files, ["--fail-on", "warning"])).status).toBe(1);
  expect((await run({ "main.tf.json": RIGHT }, ["--fail-on", "warning"])).status).toBe(0);
});

test("a reason lets a warning pass, and is told when nothing needs it", async () => {
  const reason = ["--fail-on", "warning", "--acknowledge", "gateway/cached-by-default=all is public"];
  expect(await run({ "main.tf.json": WARNED }, reason)).toMatchObject({ status: 0, out: "No findings in 1 file.\n" });
  const { status, out } = await run({ "main.tf.json": RIGHT }, reason);
  expect(status).toBe(1);
  expect(out).toContain(
    '--acknowledge gateway/cached-by-default is "all is public": nothing raises this warning any more.',
  );
});

test("a plan comes from a file or from standard input, without lines and without secrets", async () => {
  const one = await run({ "plan.json": PLAN }, ["plan.json", "--format", "json"]);
  const other = await run({}, ["-", "--format", "json"], PLAN);
  expect([one.status, other.status]).toEqual([1, 1]);
  expect(other.out.replace(/"stdin"/g, '"plan.json"')).toBe(one.out);
  expect(one.out).not.toContain('"line"');
  expect(one.out).not.toContain("top-secret");
  expect(JSON.parse(one.out)).toMatchObject({ files: ["plan.json"], counts: { errors: 7, warnings: 5 } });
});

test.each(["text", "json", "markdown", "sarif"])("the format %s names the rule and the resource", async (format) => {
  const { status, out } = await run({ "a/main.tf.json": WRONG }, ["a", "--format", format]);
  expect(status).toBe(1);
  for (const part of ["gateway/ttl-out-of-range", `${SETTINGS}.cat`, "a/main.tf.json"]) expect(out).toContain(part);
});

test("a directory of cdktf is checked with all its stacks", async () => {
  const stacks = {
    a: { synthesizedStackPath: "stacks/a/cdk.tf.json" },
    b: { synthesizedStackPath: "stacks/b/cdk.tf.json" },
  };
  const files = {
    "cdktf.out/manifest.json": { stacks },
    "cdktf.out/stacks/a/cdk.tf.json": RIGHT,
    "cdktf.out/stacks/b/cdk.tf.json": WRONG,
  };
  const { out } = await run(files, []);
  expect(out).toMatch(/^cdktf\.out\/stacks\/b\/cdk\.tf\.json\n/);
  expect(out).toContain("1 error in 2 files.");
});

test("the files of a directory are merged, and each finding has its own file", async () => {
  const { [SETTINGS]: settings, ...rest } = WRONG.resource;
  const files = { "api.tf.json": { resource: rest }, "cache.tf.json": { resource: { [SETTINGS]: settings } } };
  const { out } = await run(files, []);
  expect(out).toMatch(/^cache\.tf\.json\n {2}error {2}gateway\/ttl-out-of-range {2}line 4, /);
  expect(out).toContain("1 error in 2 files.");
});

test("HCL that is not read is told beside the findings", async () => {
  const { status, out, err } = await run({ "main.tf.json": RIGHT, "main.tf": "" }, []);
  expect([status, out]).toEqual([0, "No findings in 1 file.\n"]);
  expect(err).toMatch(/^\.: main\.tf is not read: HCL is checked as a plan/);
});

test.each([
  ["a file that is not there", {}, ["none.json"], "none.json: there is no such file."],
  ["an empty file", { "a.tf.json": "" }, ["a.tf.json"], "a.tf.json: it is empty."],
  [
    "broken JSON",
    { "a.tf.json": '{\n  "resource": {,}\n}' },
    [],
    'a.tf.json: it is no JSON: line 2, column 16: "," stands where a name in double quotes is expected.',
  ],
  [
    "an old plan",
    { "p.json": { format_version: "0.1", planned_values: {} } },
    ["p.json"],
    'p.json: it is a plan of the format version "0.1"',
  ],
  [
    "a state",
    { "s.tfstate": { version: 4, serial: 1, lineage: "x" } },
    ["s.tfstate"],
    "s.tfstate: it is a state, and not a plan.",
  ],
  [
    "binary",
    { "plan.bin": Buffer.from([0x50, 0x4b, 0xff, 0xfe]) },
    ["plan.bin"],
    "plan.bin: the file is not text in UTF-8. A saved plan is read as JSON",
  ],
  ["binary that is text", { "plan.bin": "PK\0" }, ["plan.bin"], "plan.bin: it is binary."],
  ["HCL", { "main.tf": "" }, ["main.tf"], "main.tf: this is HCL"],
  ["HCL by another name", { "main.txt": 'resource "aws_x" "y" {}' }, ["main.txt"], "main.txt: it is HCL"],
  ["a directory without Terraform", { "x.txt": "" }, [], ".: there is no Terraform JSON"],
  [
    "another JSON",
    { "package.json": { name: "x" } },
    ["package.json"],
    "package.json: it is neither Terraform configuration in JSON nor a plan",
  ],
  ["nothing on standard input", {}, ["-"], "stdin: it is empty."],
  [
    "one resource in two files",
    { "a.tf.json": RIGHT, "b.tf.json": RIGHT },
    [],
    "a.tf.json and b.tf.json both declare aws_api_gateway_rest_api.api. Terraform would refuse this.",
  ],
])("%s is a misuse without a stack", async (_what, files, args, message) => {
  const { status, out, err } = await run(files, args);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toContain(`cdktf-api-caching check: ${message}`);
  expect(err).not.toMatch(/\n\s+at /);
});

test("names that mean something to JavaScript are names", async () => {
  const text =
    '{"resource": {"__proto__": {"x": {"a": 1}}, "constructor": {"toString": {}}}, "locals": {"__proto__": {"a": 1}}}';
  expect((await run({ "a.tf.json": text }, [])).status).toBe(0);
});

test("a report is the same whenever it is written", async () => {
  const files = { "plan.json": PLAN };
  const args = ["plan.json", "--format", "sarif"];
  expect((await run(files, args)).out).toBe((await run(files, args)).out);
});
