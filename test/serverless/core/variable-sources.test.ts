import { open, resolved } from "../support";

const OPTIONS = {
  stage: "prod",
  region: "eu-west-1",
  opt: { tier: "gold" },
  environment: { TTL: "60", EMPTY: "" },
  parameters: { size: "1.6" },
};

test.each([
  ["${opt:stage}", "prod"],
  ["${opt:region}", "eu-west-1"],
  ["${opt:tier}", "gold"],
  ["${env:TTL}", "60"],
  ["${env:EMPTY, 'x'}", ""],
  ["${sls:stage}", "prod"],
  ["${aws:region}", "eu-west-1"],
  ["${param:size}", "1.6"],
  ["${self:provider.stage}", "written"],
  ["${strToBool('TRUE')}", true],
  ["${strToBool(0)}", false],
  ["${strToBool(${env:FLAG, 'false'})}", false],
])("%s is %j", (text, value) => {
  expect(resolved(`value: ${text}\nprovider: { stage: written }`, OPTIONS)).toMatchObject({ value, wrong: [] });
});

test.each([
  ["${sls:stage}", "value: x", "dev"],
  ["${self:provider.stage}", "value: x", "dev"],
  ["${sls:stage}", "provider: { stage: \"${opt:x, 'qa'}\" }", "qa"],
  ["${self:provider.region}", "provider: aws", "us-east-1"],
  ["${aws:region}", "provider: { region: eu-north-1 }", "eu-north-1"],
])("%s has a value without an option: %s", (text, rest, value) => {
  expect(resolved(`${rest.replace(/^value.*/, "")}\nvalue: ${text}`)).toMatchObject({ value, wrong: [] });
});

test.each([
  ["${opt:stage}", /^Give --stage \(stage in TypeScript\), or give a default/],
  ["${opt:region}", /^Give --region \(/],
  ["${opt:tier}", /^Give --opt tier=VALUE \(opt in TypeScript\), or/],
  ["${param:size}", /^Give --param size=VALUE \(parameters in TypeScript\), write it below params, or/],
  ["${env:TTL}", /^Set the environment variable TTL, or/],
])("what to do about %s without a value", (text, change) => {
  const { root, resolver } = open(`value: ${text}`);
  resolver.find(root, ["value"], "");
  expect(resolver.findings.map((finding) => finding.change)).toEqual([expect.stringMatching(change)]);
});

describe("parameters", () => {
  const PARAMETERS =
    "params:\n  default: { a: all, b: all }\n  dev: { a: own }\nstages:\n  dev: { params: { c: new } }\n";

  test.each([
    ["a", {}, "own"],
    ["b", {}, "all"],
    ["c", {}, "new"],
    ["a", { stage: "prod" }, "all"],
    ["a", { parameters: { a: "given" } }, "given"],
  ])("%s with %j is %s", (name, context, value) => {
    expect(resolved(`${PARAMETERS}value: \${param:${name}}`, context)).toMatchObject({ value, wrong: [] });
  });

  test("one that is nowhere is told", () => {
    expect(resolved(`${PARAMETERS}value: \${param:z}`).wrong).toEqual(["serverless/variable-not-found"]);
  });

  test("those of a stage that is not known are not known", () => {
    expect(resolved("provider: { stage: '${ssm:/stage}' }\nvalue: ${param:a}").value).toBe("${var.param_a}");
  });
});

test.each([
  "cf:a.b",
  "s3:a/b",
  "ssm:/a",
  "ssm(raw):/a",
  "aws:accountId",
  "sls:instanceId",
  "git:branch",
  "vault:a",
  "tf:a",
])("%s becomes a Terraform variable", (variable) => {
  const { node, wrong } = resolved(`value: \${${variable}}`);
  expect(wrong).toEqual([]);
  expect(node).toMatchObject({ kind: "unknown", value: { variables: [{ original: variable }] } });
});

test.each([
  ["slef:custom.a", "self"],
  ["evn:X", "env"],
  ["opts:stage", "opt"],
  ["fiel(a.yml)", "file"],
  ["params:x", "param"],
  ["strToBol(1)", "strToBool"],
])("%s is most likely %s", (variable, meant) => {
  const { wrong, node } = resolved(`value: \${${variable}}`);
  expect([wrong, node?.kind, meant]).toEqual([["serverless/variable-source"], "failed", meant]);
});

test("strToBool takes no other words", () => {
  expect(resolved("value: ${strToBool(yes)}").wrong).toEqual(["serverless/variable-syntax"]);
});

test("names of every object are no options", () => {
  expect(resolved("value: ${opt:constructor, 'none'}").value).toBe("none");
  expect(resolved("value: ${env:toString, 'none'}").value).toBe("none");
  expect(resolved("value: ${constructor:a}").value).toBe("${var.constructor_a}");
});
