import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RunAws } from "../../../lib/adopt/aws-cloud";
import { FetchText } from "../../../lib/adopt/cloudflare-cloud";
import { adopt } from "../../../lib/command-line/adopt/adopt";
import { adoptCommand } from "../../../lib/command-line/adopt/adopt-command";
import { main } from "../../../lib/command-line/main";
import { fakeIo, FakeWorld } from "../support/fake-io";
import { given } from "../support/given";

const API = "abcdefghij";
const ZONE = "0123456789abcdef0123456789abcdef";
const DOCUMENT = {
  provider: { aws: [{ region: "eu-central-1" }] },
  data: { cloudflare_zone: { z: { filter: { name: "example.com" } } } },
  resource: {
    aws_api_gateway_stage: { cats: { rest_api_id: API, stage_name: "prod" } },
    cloudflare_zone_setting: { ssl: { zone_id: "${data.cloudflare_zone.z.zone_id}", setting_id: "ssl" } },
  },
};

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "adopt-"));
  writeFileSync(join(cwd, "cdk.tf.json"), JSON.stringify(DOCUMENT));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const aws: RunAws = async () => ({ code: 0, stdout: "{}", stderr: "" });
const fetched: string[] = [];
const fetch: FetchText = async (url) => {
  fetched.push(url);
  return { status: 200, text: JSON.stringify({ success: true, result: [{ name: "example.com", id: ZONE }] }) };
};
const ENVIRONMENT = { CLOUDFLARE_API_TOKEN: "token" };

async function run(args: readonly string[], world: FakeWorld = {}) {
  const io = fakeIo({ cwd, environment: ENVIRONMENT, ...world });
  const status = await adopt(given(adoptCommand, ...args), io, { aws, fetch });
  return { status, out: io.out(), err: io.err() };
}

const written = (file = "imports.tf.json") => JSON.parse(readFileSync(join(cwd, file), "utf8")) as { import: object[] };
const BLOCKS = [
  { to: "aws_api_gateway_stage.cats", id: `${API}/prod` },
  { to: "cloudflare_zone_setting.ssl", id: `${ZONE}/ssl` },
];

test("writes what is found beside the stack, and again when it runs again", async () => {
  const { status, out } = await run(["."]);
  expect([status, written().import]).toEqual([0, BLOCKS]);
  expect(out).toContain("To import (2):");
  expect(fetched[0]).toBe("https://api.cloudflare.com/client/v4/zones?name=example.com");
  const again = await run(["."]);
  expect([again.status, written().import]).toEqual([0, BLOCKS]);
});

test("what is not found is told, and the rest is written", async () => {
  const { status, out } = await run([".", "--offline", "--stage", "prod"]);
  expect([status, written().import]).toEqual([1, BLOCKS.slice(0, 1)]);
  expect(out).toContain("cloudflare_zone_setting.ssl: the id of the zone example.com is not known");
  expect(out).toContain("--zone-id ID");
});

test("the blocks alone on standard output, and what is told beside it", async () => {
  const { out, err } = await run([".", "--out", "-"]);
  expect((JSON.parse(out) as { import: object }).import).toEqual(BLOCKS);
  expect(err).toContain("Wrote 2 import blocks to standard output");
  expect(existsSync(join(cwd, "imports.tf.json"))).toBe(false);
});

test("another file, and JSON for a machine", async () => {
  const { out } = await run(["cdk.tf.json", "--out", "mine.tf.json", "--json"]);
  expect(written("mine.tf.json").import).toEqual(BLOCKS);
  expect(JSON.parse(out)).toMatchObject({ complete: true, file: "mine.tf.json", imports: [{ id: `${API}/prod` }, {}] });
});

test("an endpoint of one's own, but no token over an open line", async () => {
  const at = (url: string) => run(["."], { environment: { ...ENVIRONMENT, CLOUDFLARE_BASE_URL: url } });
  fetched.length = 0;
  await at("http://127.0.0.1:8080/v4/");
  expect(fetched[0]).toBe("http://127.0.0.1:8080/v4/zones?name=example.com");
  for (const url of [
    "http://example.com",
    "http://localhost.example.com",
    "ftp://x",
    "https://",
    "http://localhost:x",
  ]) {
    await expect(at(url)).rejects.toThrow("CLOUDFLARE_BASE_URL is no URL that begins with https://");
  }
});

test("a file in HCL beside the stack is told", async () => {
  writeFileSync(join(cwd, "backend.tf"), "");
  expect((await run(["."])).out).toContain("backend.tf was not read: it is in HCL");
});

test("who is interrupted finds nothing written", async () => {
  const controller = new AbortController();
  controller.abort();
  const { status } = await run(["."], { interruption: controller.signal });
  expect([status, existsSync(join(cwd, "imports.tf.json"))]).toEqual([130, false]);
});

test.each<[string, readonly string[], string]>([
  [
    "an option that the stack has no use for",
    [".", "--http-api-id", API, "--offline"],
    "no use for the id of an HTTP API",
  ],
  ["a wrong address", [".", "--id", "aws_x.y=1", "--offline"], "the stack has no such resource"],
  ["a directory without a stack", ["/no/such/dir"], "there is no such file or directory"],
  ["a stack that Terraform refuses", [".", "--offline"], "both declare aws_api_gateway_stage.cats"],
])("%s: exit status 2, one line, nothing written", async (name, args, expected) => {
  if (name.startsWith("a stack")) writeFileSync(join(cwd, "other.tf.json"), JSON.stringify(DOCUMENT));
  const io = fakeIo({ cwd });
  expect(await main(["adopt", ...args], io)).toBe(2);
  expect(io.err()).toContain(expected);
  expect(io.err()).not.toContain("    at ");
  expect(existsSync(join(cwd, "imports.tf.json"))).toBe(false);
});

test("a file of somebody else's is not overwritten, and nothing is asked for it", async () => {
  writeFileSync(join(cwd, "imports.tf.json"), "{}");
  fetched.length = 0;
  await expect(run(["."])).rejects.toThrow("Overwrite it with --force");
  expect(fetched).toEqual([]);
  expect((await run([".", "--force"])).status).toBe(0);
  expect(written().import).toEqual(BLOCKS);
});
