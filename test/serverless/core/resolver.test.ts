import { open, resolved } from "../support";

const wrong = (text: string, context = {}) => resolved(text, context).wrong;
const value = (text: string, context = {}) => resolved(text, context).value;

test.each([
  ["a text", "value: ${self:a}\na: x", "x"],
  ["a number", "value: ${self:a}\na: 5", 5],
  ["false", "value: ${self:a}\na: false", false],
  ["zero", "value: ${self:a, 7}\na: 0", 0],
  ["an empty text", "value: ${self:a, 'b'}\na: ''", ""],
  ["an object", "value: ${self:a}\na: { b: [1, 2] }", { b: [1, 2] }],
  ["what is within longer text", "value: a-${self:a}-${self:b}-c\na: 5\nb: true", "a-5-true-c"],
  ["a variable in a variable", "value: ${self:x.${self:a}.b}\na: k\nx: { k: { b: 3 } }", 3],
  ["a chain", "value: ${self:a}\na: ${self:b}\nb: ${self:c}\nc: 1", 1],
  ["an item of a list", "value: ${self:a.1.b}\na: [0, { b: 2 }]", 2],
  ["a default after what is missing", "value: ${self:a, 'b'}", "b"],
  ["a default after null", "value: ${self:a, 'b'}\na: null", "b"],
  ["the first default that there is", "value: ${self:a, self:b, 3}\nb: 2", 2],
  ["a path through a variable", "value: ${self:a.b}\na: ${self:c}\nc: { b: 1 }", 1],
  ["null, where it is the default", "value: ${self:a, null}", null],
  ["an escaped variable as text", "value: '\\${self:a}'", "${self:a}"],
  ["a text of CloudFormation as it is", "value: arn:${AWS::Partition}:x", "arn:${AWS::Partition}:x"],
])("resolves %s", (_what, text, expected) => {
  expect(resolved(text)).toMatchObject({ value: expected, wrong: [] });
});

test("what came of an escaped variable is not resolved again", () => {
  expect(value("value: ${self:b}\nb: ${self:a}\na: '\\${self:x}'")).toBe("${self:x}");
});

test.each([
  ["a variable without a value", "value: ${self:a}", "serverless/variable-not-found"],
  ["a value that refers to itself", "value: ${self:value}", "serverless/variable-cycle"],
  ["values that refer to each other", "value: ${self:a}\na: ${self:b}\nb: x${self:a}", "serverless/variable-cycle"],
  ["a variable that cannot be read", "value: ${self:a", "serverless/variable-syntax"],
  ["an object within a text", "value: x-${self:a}\na: { b: 1 }", "serverless/wrong-type"],
  ["null within a text", "value: x-${self:a, null}", "serverless/wrong-type"],
  [
    "a chain that is too long",
    `value: \${self:a0}\n${Array.from({ length: 150 }, (_, index) => `a${index}: \${self:a${index + 1}}`).join("\n")}`,
    "serverless/variable-limit",
  ],
  [
    "a text that doubles",
    `value: \${self:a30}\na0: xxxx\n${Array.from({ length: 30 }, (_, index) => `a${index + 1}: \${self:a${index}}\${self:a${index}}`).join("\n")}`,
    "serverless/variable-limit",
  ],
])("finds %s, once", (_what, text, rule) => {
  expect(wrong(text)).toEqual([rule]);
});

test("a mistake that many values depend on is told once", () => {
  expect(wrong("value: ${self:a}${self:a}\na: ${self:b}\nb: ${env:NO}")).toEqual(["serverless/variable-not-found"]);
});

test("says where a variable stands", () => {
  const { root, resolver } = open("custom:\n  ttl: ${env:TTL}\n");
  resolver.find(root, ["custom", "ttl"], "");
  expect(resolver.findings).toMatchObject([
    { property: "serverless.yml:2:8 custom.ttl", found: "${env:TTL}", change: expect.stringContaining("TTL") },
  ]);
});

test("what nobody asks for may be wrong", () => {
  expect(wrong("value: 1\nother: ${self:nothing}\nbroken: ${self:x")).toEqual([]);
});

describe("what only the deployment knows", () => {
  test.each([
    ["a whole value", "value: ${cf:gateway.Id}", "${var.cf_gateway_Id}"],
    ["a part of a text", "value: x-${cf:gateway.Id}-y", "x-${var.cf_gateway_Id}-y"],
    ["a default", "value: ${cf:gateway.Id, 'a'}", "${var.cf_gateway_Id-xF--x22-a-x22-}"],
    ["an address with a variable", "value: ${cf:gateway-${self:a}.Id}\na: prod", "${var.cf_gateway-prod_Id}"],
    ["a value of another value", "value: ${self:a.b}\na: ${ssm:/x}", "${var.Part-x28-ssm-x3A--x2F-x-x29-_b}"],
    ["a function of CloudFormation in a text", "value: x-${self:a}\na: !Ref Api", "x-${var.Ref_Api}"],
    ["an address that is not known", "value: ${self:a.${ssm:/x}}", expect.stringMatching(/^\$\{var\.self_/)],
  ])("%s", (_what, text, template) => {
    expect(resolved(text)).toMatchObject({ value: template, wrong: [] });
  });

  test("a function of CloudFormation is described with its variables resolved", () => {
    const { root, resolver } = open("value: !ImportValue ${self:a}-id\na: gateway");
    const node = resolver.find(root, ["value"], "");
    expect(node && resolver.withoutIntrinsic(node, "value")).toMatchObject({
      kind: "unknown",
      value: { template: "${var.ImportValue_gateway-id}", original: "!ImportValue gateway-id" },
    });
  });

  test("a key of a function of CloudFormation is not known either", () => {
    expect(value("value: ${self:a.b}\na: !Ref Api")).toBe("${var.Part-x28--x21-Ref-x20-Api-x29-_b}");
  });
});
