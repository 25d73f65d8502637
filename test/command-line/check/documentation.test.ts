import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkCommand } from "../../../lib/command-line/check/check-command";
import { main } from "../../../lib/command-line/main";
import { fakeIo } from "../support/fake-io";
import { folder } from "../support/folder";

const PAGE = readFileSync(join(__dirname, "../../../docs/check.md"), "utf8");
const SAMPLES = [...PAGE.matchAll(/^```(json|text|markdown)\n([\s\S]*?)^```$/gm)].map(([, , code = ""]) => code);
const [INPUT, TEXT, JSON_OUTPUT, MARKDOWN, SARIF_RESULT] = SAMPLES as [string, string, string, string, string];

const { path, remove } = folder({ "main.tf.json": INPUT });
afterAll(remove);

async function written(format: string): Promise<string> {
  const io = fakeIo({ cwd: path });
  expect(await main(["check", "main.tf.json", "--format", format], io)).toBe(1);
  return io.out();
}

test("the sample of text is what is written", async () => expect(await written("text")).toBe(TEXT));

test("the sample of JSON is what is written", async () => {
  const { version, ...rest } = JSON.parse(await written("json")) as { version: string };
  expect(typeof version).toBe("string");
  expect({ ...rest, version: "0.1.0" }).toEqual(JSON.parse(JSON_OUTPUT));
});

test("the sample of Markdown is what is written, but for the widths of its columns", async () => {
  const plain = (text: string) => text.replace(/ +/g, " ").replace(/-+/g, "-");
  expect(plain(await written("markdown"))).toBe(plain(MARKDOWN));
});

test("the sample of SARIF is a part of what is written", async () => {
  const { runs } = JSON.parse(await written("sarif")) as { runs: { results: object[] }[] };
  expect(runs[0]!.results).toEqual([expect.objectContaining(JSON.parse(SARIF_RESULT) as object)]);
});

test("every option is on the page", () => {
  for (const { name } of checkCommand.options) expect(PAGE).toMatch(new RegExp(`^\\| \`--${name}[ \`]`, "m"));
});
