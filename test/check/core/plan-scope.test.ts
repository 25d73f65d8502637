import { Scope, primaryReferences, referred, scopeOfCall } from "../../../lib/check/core/plan-scope";

const refs = (...references: string[]) => ({ references });

const CHILD = {
  outputs: { id: { expression: refs("aws_x.inner.id", "aws_x.inner") }, loop: { expression: refs("var.loop") } },
  resources: [],
};
const ROOT: Scope = {
  prefix: "",
  module: {
    module_calls: {
      child: {
        module: CHILD,
        expressions: { api: refs("aws_api.a.id", "aws_api.a"), loop: refs("module.child.loop", "module.child") },
      },
    },
  },
};
const child = scopeOfCall(ROOT, 'module.child["a.b"]')!;

test("a reference is known from the root on", () => {
  expect(referred(refs("aws_x.y.id", "aws_x.y"), ROOT)).toBe("aws_x.y.id");
  expect(referred(refs("aws_x.y.id", "aws_x.y"), child)).toBe('module.child["a.b"].aws_x.y.id');
  expect(referred(refs("data.aws_x.y.id", "data.aws_x.y"), child)).toBe('module.child["a.b"].data.aws_x.y.id');
});

test("a variable is what the caller gives, an output what the module has", () => {
  expect(referred(refs("var.api"), child)).toBe("aws_api.a.id");
  expect(referred(refs("module.child.id", "module.child"), ROOT)).toBe("module.child.aws_x.inner.id");
  expect(referred(refs('module.child["x"].id', 'module.child["x"]', "module.child"), ROOT)).toBe(
    'module.child["x"].aws_x.inner.id',
  );
});

test.each([
  ["two references", refs("aws_x.y.id", "aws_x.y", "aws_x.z.id", "aws_x.z"), ROOT],
  ["none", refs(), ROOT],
  ["a constant", { constant_value: 1 }, ROOT],
  ["nothing", undefined, ROOT],
  ["a local value", refs("local.x"), ROOT],
  ["a whole resource, one of whose instances it is", refs("aws_x.y"), ROOT],
  ["a whole data source", refs("data.aws_x.y"), ROOT],
  ["a whole instance", refs('aws_x.y["a"]', "aws_x.y"), ROOT],
  ["each", refs("each.value"), ROOT],
  ["a variable of the root", refs("var.api"), ROOT],
  ["a part of a variable", refs("var.api.id", "var.api"), child],
  ["an unknown variable", refs("var.other"), child],
  ["a whole module", refs("module.child"), ROOT],
  ["an unknown module", refs("module.other.id", "module.other"), ROOT],
  ["an unknown output", refs("module.child.other", "module.child"), ROOT],
  ["a circle", refs("module.child.loop", "module.child"), ROOT],
])("%s is not followed", (_what, expression, scope) => expect(referred(expression, scope)).toBeUndefined());

test("the beginnings of a reference are no references of their own", () => {
  expect(primaryReferences(refs("a.b[0].c", "a.b[0]", "a.b", "a.bc"))).toEqual(["a.b[0].c", "a.bc"]);
  expect(primaryReferences({ references: [1, "a.b", "a.b"] })).toEqual(["a.b"]);
});

test("there is no scope of a module that is not called", () => {
  expect(scopeOfCall(ROOT, "module.other")).toBeUndefined();
  expect(scopeOfCall(ROOT, "aws_x.y")).toBeUndefined();
});
