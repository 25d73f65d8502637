import { readCheckedDocument } from "../../../lib/check/core/document-kind";

const PLAN = { format_version: "1.2", terraform_version: "1.11.4", planned_values: {}, configuration: {} };

function problem(value: unknown, isConfigurationFile = false): string | undefined {
  return readCheckedDocument(typeof value === "string" ? value : JSON.stringify(value), isConfigurationFile).problem;
}

test.each([
  ["a plan", PLAN, "plan"],
  ["a plan of 1.0", { ...PLAN, format_version: "1.0" }, "plan"],
  ["configuration", { resource: {} }, "configuration"],
  ["configuration without resources", { "//": "x", locals: {} }, "configuration"],
])("%s", (_what, value, kind) => {
  expect(readCheckedDocument(JSON.stringify(value), false).document).toEqual({ kind, value });
});

test("a .tf.json file is configuration, also an empty one", () => {
  expect(readCheckedDocument("{}", true).document).toEqual({ kind: "configuration", value: {} });
});

test("a name that stands twice is refused in configuration, and in no plan", () => {
  const text = '{\n  "resource": { "a": { "b": {}, "c": {},\n    "b": {} } }\n}';
  for (const isConfigurationFile of [true, false]) {
    expect(problem(text, isConfigurationFile)).toBe(
      'line 3, column 5: "b" stands twice in one object, first in line 2. Write the values under one name, or remove one.',
    );
  }
  expect(problem(JSON.stringify(PLAN).replace("{", '{"x": 1, "x": 2, '))).toBeUndefined();
});

test("a list of bodies is one body", () => {
  const text = JSON.stringify([{ resource: { a: {} }, locals: { x: 1 } }, { resource: [{ b: {} }] }]);
  const value = { resource: [{ a: {} }, { b: {} }], locals: [{ x: 1 }] };
  expect(readCheckedDocument(text, true).document).toEqual({ kind: "configuration", value });
});

test.each([
  ["a misspelt block", { resources: {} }, /^"resources" is no block of Terraform's\. Blocks are .*resource, /],
  ["a plan", PLAN, /terraform show prints, under the name of a configuration file\. Name it plan\.json\.$/],
])("a .tf.json file is not %s", (_what, value, expected) => expect(problem(value, true)).toMatch(expected));

test.each([
  ["a misspelt block beside a right one", { locals: {}, resouce: {} }, /^"resouce" is no block/],
  ["an empty text", " \n", /^it is empty\.$/],
  ["binary", "PK\0\0", /binary.*terraform show -json/],
  [
    "a plan of an old version",
    { ...PLAN, format_version: "0.1" },
    /format version "0\.1", and 1\.x.*Terraform 1\.1 and later/,
  ],
  [
    "a plan of a new version",
    { ...PLAN, format_version: "2.0" },
    /format version "2\.0".*newer version of this program/,
  ],
  ["a plan without a version", { planned_values: {}, configuration: {} }, /format version \(none\)/],
  ["a plan without a configuration", { format_version: "1.2", planned_values: {} }, /without configuration/],
  [
    "a state",
    { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "x", resources: [] },
    /a state, and not a plan/,
  ],
  ["a shown state", { format_version: "1.0", terraform_version: "1.11.4", values: {} }, /a state, and not a plan/],
  ["schemas", { format_version: "1.0", provider_schemas: {} }, /no plan/],
  ["the log of a plan", '{"@level":"info"}\n{"@level":"info"}', /log of terraform plan -json/],
  ["HCL", '# cats\nresource "aws_x" "y" {\n}', /^it is HCL.*terraform show -json/],
  ["another object", { name: "cats" }, /neither Terraform configuration in JSON nor a plan/],
  ["a list", [], /no object/],
  ["broken JSON", '{\n "resource": }', /line 2, column 14: "}" stands where a value is expected\.$/],
  ["too deep a nest", `${"[".repeat(5000)}${"]".repeat(5000)}`, /nested too deep/],
])("%s is no document", (_what, value, expected) => expect(problem(value)).toMatch(expected));
