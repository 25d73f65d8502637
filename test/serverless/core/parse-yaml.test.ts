import { LONGEST_FILE, parseYaml } from "../../../lib/serverless/core/parse-yaml";
import { describeNode, showPlace } from "../../../lib/serverless/core/source-node";
import { parse, problems } from "../support";

const SYNTAX = "serverless/yaml-syntax at serverless.yml";

test.each([
  ["CRLF", "a: 1\r\nb:\r\n  c: two\r\n", { a: 1, b: { c: "two" } }],
  ["a byte order mark", "\uFEFFa: 1\n", { a: 1 }],
  ["JSON", '{\n\t"a": [1, true, null, "x"]\n}', { a: [1, true, null, "x"] }],
  ["a document that says where it begins", "---\na: 1\n", { a: 1 }],
  ["a document that says where it ends", "a: 1\n...\n", { a: 1 }],
  ["words that YAML 1.1 took for booleans", "a: yes\nb: off\nc: true\n", { a: "yes", b: "off", c: true }],
  ["dates and underscores", "a: 2012-10-17\nb: 1_000\n", { a: "2012-10-17", b: "1_000" }],
  ["keys that are no texts", "1: a\ntrue: b\n", { 1: "a", true: "b" }],
])("reads %s", (_what, text, value) => {
  expect(describeNode(parse(text), 10)).toEqual(value);
});

test("tells where everything is", () => {
  const node = parse("\n# a comment\nfirst: 1\nsecond:\n  - x\n  -   y\n");
  if (node.kind !== "map") throw new Error("no map");
  expect(showPlace(node.entries.get("second")!.keyAt)).toBe("serverless.yml:4:1");
  const { value } = node.entries.get("second")!;
  expect(value.kind === "list" && value.items.map(({ at }) => showPlace(at))).toEqual([
    "serverless.yml:5:5",
    "serverless.yml:6:7",
  ]);
});

test("counts the columns of a file with a byte order mark from its first letter", () => {
  expect(parse("\uFEFFa: 1").at).toEqual({ file: "serverless.yml", line: 1, column: 1 });
});

test.each([
  ["a text without its end", 'a: "b\nc: 1\n', `${SYNTAX}:3:1`],
  ["a tab", "a:\n\tb: 1\n", `${SYNTAX}:2:1`],
  ["a list without its end", "a: [1, 2\nb: 3\n", `${SYNTAX}:2:1`],
  ["an alias for nothing", "a: 1\nb: *x\n", `${SYNTAX}:2:4`],
  ["a key twice", "a: 1\nb: 2\na: 3\n", `${SYNTAX}:3:1`],
  ["several documents", "a: 1\n---\nb: 2\n", `${SYNTAX}:2:1`],
  ["a key that is an object", "? {a: 1}\n: 2\n", `${SYNTAX}:1:3`],
  ["an alias within itself", "a: &a\n  - *a\n", `${SYNTAX}:2:5`],
  ["a merge of a text", "a:\n  <<: text\n", `${SYNTAX}:2:7`],
])("says where %s is", (_what, text, where) => {
  expect(problems(text).map((one) => one.split(": ")[0])).toContain(where);
});

test("finds several mistakes at once, and quotes the line", () => {
  const { findings } = parseYaml("serverless.yml", "a: 1\na: 2\nb:\n  c: 1\n  c: 2\n", "file");
  expect(findings.map(({ found }) => found)).toEqual(["a: 2", "c: 2"]);
});

test.each([
  ["braces of a path", "events:\n  - http: { path: /c/{id}, method: get }\n", `${SYNTAX}:2:22`],
  ["a list without its end", "a: [1, 2\nb: 3\nc: 4\n", `${SYNTAX}:2:1`],
])("says once what is wrong, and not what follows from it: %s", (_what, text, where) => {
  expect(problems(text).map((one) => one.split(": ")[0])).toEqual([where]);
});

test.each([
  ["nothing", ""],
  ["nothing but space", " \n\n"],
  ["a zero byte", "a: \0b"],
  ["what no decoder could read", "a: \uFFFD"],
  ["a token of CDKTF's", "a: '#{TfToken[TOKEN.0]}'"],
  ["too much", `a: ${"x".repeat(LONGEST_FILE)}`],
])("refuses a file with %s", (_what, text) => {
  expect(problems(text)).toEqual([expect.stringMatching(/^serverless\/file-unreadable at file: /)]);
});

describe("what would exhaust the machine", () => {
  test.each([
    ["lists", "[".repeat(100_000)],
    ["lists that end", `${"[".repeat(5000)}${"]".repeat(5000)}`],
    ["indented objects", Array.from({ length: 1000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
    ["items of items", `${"- ".repeat(50_000)}a`],
    ["keys of keys", `${"? ".repeat(50_000)}a`],
  ])("refuses %s that go too deep", (_what, text) => {
    expect(problems(text)).toEqual([expect.stringMatching(/yaml-syntax .*100 deep/)]);
  });

  test("takes what goes as deep as people write", () => {
    expect(problems(`a: ${"[".repeat(60)}1${"]".repeat(60)}`)).toEqual([]);
  });

  test("refuses aliases that expand without end", () => {
    const levels = Array.from({ length: 12 }, (_, index) => {
      const before = `*l${index}`;
      return `l${index + 1}: &l${index + 1} [${Array(9).fill(before).join(", ")}]`;
    });
    expect(problems(["l0: &l0 lol", ...levels].join("\n"))).toEqual([
      expect.stringMatching(/yaml-syntax at serverless\.yml:1:1: .*aliases stand for more than 1000000 values/),
    ]);
  });

  test("tells of twenty mistakes at most", () => {
    const text = Array.from({ length: 60 }, () => "a: 1").join("\n");
    expect(problems(text)).toHaveLength(20);
  });
});
