import { idOption, imports, isNew, newOption, quoted, unresolved, within } from "../../../lib/adopt/core/outcome";

test.each([
  ["aws_x.y=abc/prod", "aws_x.y=abc/prod"],
  ["abc/prod/*/*", "'abc/prod/*/*'"],
  ["~1cats~1{id}/GET", "'~1cats~1{id}/GET'"],
  ["it's", "'it'\\''s'"],
  ["$(rm)", "'$(rm)'"],
  ["", "''"],
])("%j is %s to a shell", (word, written) => {
  expect(quoted(word)).toBe(written);
});

test("options that a user can copy", () => {
  expect(idOption('aws_x.y["a b"]', "z")).toBe("--id 'aws_x.y[\"a b\"]=z'");
  expect(newOption("aws_x.y")).toBe("--new aws_x.y");
});

test("a part waits for what it is a part of", () => {
  const missing = unresolved("not known");
  expect(within({ outcome: missing }, () => isNew("never"))).toBe(missing);
  expect(within({ found: "abc" }, (id) => imports(`${id}/prod`))).toEqual({ kind: "import", id: "abc/prod" });
});
