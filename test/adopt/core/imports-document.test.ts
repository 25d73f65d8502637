import { importBlocks, importsDocument, isOurs, MARK } from "../../../lib/adopt/core/imports-document";
import { imports, isNew, unresolved } from "../../../lib/adopt/core/outcome";

test("only what exists has a block", () => {
  const blocks = importBlocks([
    { address: "aws_x.a", outcome: imports("1", "a note") },
    { address: "aws_x.b", outcome: isNew("") },
    { address: "aws_x.c", outcome: unresolved("") },
  ]);
  expect(blocks).toEqual([{ to: "aws_x.a", id: "1" }]);
});

test("an id is text to Terraform, whatever is in it", () => {
  const text = importsDocument([{ to: "aws_x.a", id: "${x}/%{y}/$default/~1{id}" }]);
  expect(JSON.parse(text)).toEqual({ "//": MARK, import: [{ to: "aws_x.a", id: "$${x}/%%{y}/$default/~1{id}" }] });
});

test.each([
  [importsDocument([]), true],
  ['{"import":[]}', false],
  ['{"//":"something else"}', false],
  ["null", false],
  ["no json", false],
])("%j is ours: %s", (text, expected) => {
  expect(isOurs(text)).toBe(expected);
});
