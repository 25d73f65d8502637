import { ReadValue, ValueReader } from "../../../lib/serverless/core/value-reader";
import { briefly, open } from "../support";

type Read = (reader: ValueReader, value: ReadValue | undefined) => unknown;

const text: Read = (reader, value) => reader.text(value);
const number: Read = (reader, value) => reader.number(value);
const flag: Read = (reader, value) => reader.flag(value);
const list: Read = (reader, value) => reader.list(value).length;
const map: Read = (reader, value) => reader.map(value)?.node.kind;
const literalFlag: Read = (reader, value) => reader.literalFlag(value);

function readAs(read: Read, yaml: string) {
  const { root, reader } = open(`value: ${yaml}`);
  const value = reader.get({ node: root, path: "" }, "value");
  return { found: read(reader, value), wrong: reader.findings.map(({ rule, property }) => `${rule} at ${property}`) };
}

test.each<[string, Read, string, unknown]>([
  ["a text", text, "abc", "abc"],
  ["a number where a text is wanted", text, "0.5", "0.5"],
  ["a number as it is written", text, "0123456789", "0123456789"],
  ["a flag where a text is wanted", text, "true", "true"],
  ["a number", number, "300", 300],
  ["a number in quotes", number, "'300'", 300],
  ["a flag", flag, "false", false],
  ["a flag in quotes", flag, "'false'", false],
  ["one for true", flag, "1", true],
  ["zero for false", flag, "0", false],
  ["nothing", flag, "", undefined],
  ["null", number, "null", undefined],
  ["a list", list, "[1, null, 2]", 2],
  ["an object", map, "{ a: 1 }", "map"],
  ["an object with a key that is called Ref", map, "{ Ref: true }", "map"],
])("reads %s", (_what, read, yaml, found) => {
  expect(readAs(read, yaml)).toEqual({ found, wrong: [] });
});

test.each<[string, Read, string]>([
  ["an object as a text", text, "{ a: 1 }"],
  ["a list as a text", text, "[a]"],
  ["a text as a number", number, "soon"],
  ["an empty text as a number", number, "''"],
  ["a flag as a number", number, "true"],
  ["infinity", number, ".inf"],
  ["no number", number, ".nan"],
  ["yes", flag, "yes"],
  ["two for true", flag, "2"],
  ["a text as a list", list, "a"],
  ["a list as an object", map, "[a]"],
  ["a tag that means nothing", text, "!Vault x"],
  ["a default of another type", number, "\"${cf:a.b, 'soon'}\""],
])("refuses %s", (_what, read, yaml) => {
  expect(readAs(read, yaml).wrong).toEqual([
    expect.stringMatching(/^serverless\/wrong-type at serverless\.yml:1:\d+ value$/),
  ]);
});

test.each<[string, Read, string, string]>([
  ["a text", text, "${cf:a.b}", "${var.cf_a_b}"],
  ["a number", number, "${ssm:/ttl}", "${var.ssm__ttl}"],
  ["a number with a default", number, "${ssm:/ttl, 60}", "${var.ssm__ttl-xF-60}"],
  ["a function of CloudFormation", text, "!ImportValue id", "${var.ImportValue_id}"],
])("%s may be known to the deployment only", (_what, read, yaml, template) => {
  expect(readAs(read, yaml)).toMatchObject({ found: { template }, wrong: [] });
});

test.each<[string, Read, string]>([
  ["a flag that is wanted now", literalFlag, "${ssm:/on}"],
  ["a list", list, "!Split [',', x]"],
  ["an object", map, "!Ref a"],
  ["an object that a condition chooses", map, "{ 'Fn::If': [a, { b: 1 }, { b: 2 }] }"],
  ["a list from elsewhere", list, "${ssm:/list}"],
])("%s may not", (_what, read, yaml) => {
  expect(readAs(read, yaml).wrong).toEqual([
    expect.stringMatching(/^serverless\/not-literal at serverless\.yml:1:\d+ value$/),
  ]);
});

test("a value that failed to resolve is told of once", () => {
  expect(readAs(text, "${env:NOTHING}").wrong).toEqual(["serverless/variable-not-found at serverless.yml:1:8 value"]);
});

test("keys that nobody reads are told of, with what was probably meant, or where it belongs", () => {
  const { root, reader } = open("ttlinseconds: 5\nENABLED: true\nsize: 1\nttlInSeconds: 6\n");
  reader.checkKeys({ node: root, path: "x" }, ["ttlInSeconds", "enabled"], { size: "the stage" });
  expect(briefly(reader.findings)).toEqual([
    "serverless/unknown-key at serverless.yml:1:1 x.ttlinseconds: Did you mean ttlInSeconds?",
    "serverless/unknown-key at serverless.yml:2:1 x.ENABLED: Did you mean enabled?",
    "serverless/unknown-key at serverless.yml:3:1 x.size: It belongs to the stage.",
  ]);
});

test("a key that has to be there may not be null either", () => {
  const { root, reader } = open("a: 1\nb:\nc: ${opt:x, null}\nd: ${env:NO}");
  const map = { node: root, path: "x" };
  expect(["a", "b", "c", "d", "e"].map((key) => reader.required(map, key, "something")?.path)).toEqual([
    "x.a",
    ...Array(4),
  ]);
  expect(reader.findings.map(({ rule, property }) => `${rule} at ${property}`).sort()).toEqual([
    "serverless/missing-key at serverless.yml:1:1 x.b",
    "serverless/missing-key at serverless.yml:1:1 x.c",
    "serverless/missing-key at serverless.yml:1:1 x.e",
    "serverless/variable-not-found at serverless.yml:4:4 x.d",
  ]);
});

test("counts errors, not warnings", () => {
  const { root, reader } = open("a: x");
  expect(reader.errorCount).toBe(0);
  reader.number(reader.get({ node: root, path: "" }, "a"));
  expect(reader.errorCount).toBe(1);
});
