import { Testing, Token } from "cdktf";
import { Construct } from "constructs";
import { unknownVariable } from "../../lib/serverless/core/unknown-node";
import { VariableRegistry, annotate, declareVariables } from "../../lib/serverless/variable-registry";
import { warnings } from "../support/findings";
import { newStack } from "../support/rest-api";

const AT = { file: "serverless.yml", line: 1, column: 1 };
const value = (address: string, defaultValue?: number) =>
  unknownVariable(AT, "ssm", address, `ssm:${address}`, defaultValue).value;

test("what is known stays as it is, and needs no variable", () => {
  const registry = new VariableRegistry();
  expect([registry.text("a"), registry.number(0), registry.flag(false)]).toEqual(["a", 0, false]);
  expect(registry.variables).toEqual([]);
});

test("what is known is data, and no expression of Terraform", () => {
  const registry = new VariableRegistry();
  expect(registry.texts(["${x} %{y}", value("/a")])).toEqual(["$${x} %%{y}", "${var.ssm__a}"]);
  expect(registry.record({ "${x}": 1 }, (one) => one + 1)).toEqual({ "$${x}": 2 });
  expect(registry.variables.map(({ name }) => name)).toEqual(["ssm__a"]);
});

test("what is not known refers to a variable of its type", () => {
  const registry = new VariableRegistry();
  expect(registry.text(value("/id"))).toBe("${var.ssm__id}");
  expect(Token.isUnresolved(registry.number(value("/ttl", 60)))).toBe(true);
  expect(Token.isUnresolved(registry.flag(value("/on")))).toBe(true);
  expect(registry.variables).toEqual([
    { name: "ssm__id", original: "ssm:/id", terraformType: "string" },
    { name: "ssm__ttl-xF-60", original: "ssm:/ttl", terraformType: "number", defaultValue: 60 },
    { name: "ssm__on", original: "ssm:/on", terraformType: "bool" },
  ]);
});

test("a variable within a text, or of two types, is a text", () => {
  const registry = new VariableRegistry();
  const within = value("/a");
  registry.number({ ...within, template: `1${within.template}` });
  registry.flag(value("/b"));
  registry.number(value("/b"));
  expect(registry.variables.map(({ terraformType }) => terraformType)).toEqual(["string", "string"]);
});

test("a variable is declared once a stack, wherever it is asked for", () => {
  const stack = newStack();
  const inner = new Construct(stack, "inner");
  const variables = [{ name: "ssm__ttl", original: "ssm:/ttl", terraformType: "number", defaultValue: 60 }];
  const [first] = declareVariables(inner, variables, "serverless.yml");
  const [second] = declareVariables(stack, variables, "serverless.yml");
  expect(second).toBe(first);
  expect(JSON.parse(Testing.synth(stack)).variable).toEqual({
    ssm__ttl: { type: "number", default: 60, description: "ssm:/ttl, in serverless.yml" },
  });
});

test("a description is one line without expressions", () => {
  const stack = newStack();
  declareVariables(stack, [{ name: "a", original: "!Sub ${x}\n%{y} $${z}", terraformType: "string" }], "a${b}.yml");
  expect(JSON.parse(Testing.synth(stack)).variable.a.description).toBe("!Sub {x} {y} {z}, in a{b}.yml");
});

test("warnings are one annotation, and none without a warning", () => {
  const stack = newStack();
  annotate(stack, []);
  annotate(stack, ["a", "b"]);
  expect(warnings(stack)).toEqual(["a", "b"]);
  expect(stack.node.metadata).toHaveLength(1);
});
