import { describeNode } from "../../../lib/serverless/core/source-node";
import { parse } from "../support";

test.each([
  ["an alias", "a: &x { b: 1 }\nc: *x\n", { a: { b: 1 }, c: { b: 1 } }],
  ["an alias that many use", `a: &x 1\nb: [${Array(300).fill("*x").join(", ")}]\nc: *x\n`, undefined],
  ["a merged object", "a: &x { b: 1, c: 2 }\nd:\n  <<: *x\n  b: 3\n", { a: { b: 1, c: 2 }, d: { b: 3, c: 2 } }],
  [
    "several merged objects, the first of which wins",
    "a: &x { b: 1 }\nb: &y { b: 2, c: 3 }\nd:\n  <<: [*x, *y]\n",
    { a: { b: 1 }, b: { b: 2, c: 3 }, d: { b: 1, c: 3 } },
  ],
  ["an own key before the merge", "a: &x { b: 1 }\nd:\n  b: 2\n  <<: *x\n", { a: { b: 1 }, d: { b: 2 } }],
  ["a key in quotes that looks like a merge", 'a:\n  "<<": text\n', { a: { "<<": "text" } }],
  [
    "CloudFormation's short form",
    "a: !Ref Cats\nb: !GetAtt Cats.Arn\n",
    { a: { Ref: "Cats" }, b: { "Fn::GetAtt": ["Cats", "Arn"] } },
  ],
  ["standard tags", "a: !!str 5\nb: !!int '5'\n", { a: "5", b: 5 }],
  ["a text that says that it is one", "a: ! 5\n", { a: "5" }],
  ["tags that mean nothing here, as they are", "a: !Vault x\nb: !!binary aGk=\n", { a: "!Vault", b: "!!binary" }],
  ["nothing", "a:\nb: ~\nc: null\n", { a: null, b: null, c: null }],
])("reads %s", (_what, text, value) => {
  const found = describeNode(parse(text), 10);
  if (value !== undefined) expect(found).toEqual(value);
});

test("keeps how a number is written", () => {
  const node = parse("id: 0123456789\nratio: 0.50\n");
  const values = node.kind === "map" ? [...node.entries.values()].map(({ value }) => value) : [];
  expect(values).toMatchObject([
    { value: 123456789, source: "0123456789" },
    { value: 0.5, source: "0.50" },
  ]);
});

test("a shared part is there once", () => {
  const node = parse("a: &x { b: 1 }\nc: *x\n");
  if (node.kind !== "map") throw new Error("no map");
  expect(node.entries.get("c")!.value).toBe(node.entries.get("a")!.value);
});
