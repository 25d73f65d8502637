import { Fn, Lazy, TerraformVariable, Token, TerraformStack, Testing } from "cdktf";
import { isUnknown } from "../../lib/stack/is-unknown";

const variable = new TerraformVariable(new TerraformStack(Testing.app(), "stack"), "variable", {});

test.each<[string, unknown]>([
  ["the text of a variable", variable.stringValue],
  ["the number of a variable", variable.numberValue],
  ["the list of a variable", variable.listValue],
  ["the variable as a value", variable.value],
  ["a text with a reference inside", `/cats/${variable.stringValue}`],
  ["a lazy text", Lazy.stringValue({ produce: () => "later" })],
  ["a lazy value", Lazy.anyValue({ produce: () => true })],
  ["a function", Fn.upper("a")],
  ["any token", Token.asAny({ a: 1 })],
  ["a Terraform expression as text", "${aws_api_gateway_rest_api.api.id}"],
  ["a Terraform directive as text", "%{ if true }a%{ endif }"],
])("%s is not known at synth", (_what, value) => {
  expect(isUnknown(value)).toBe(true);
});

test.each([undefined, null, "", "/cats/{id}", "$", "{a}", "100%", 0, -1, NaN, true, {}, []])(
  "%p is known at synth",
  (value) => {
    expect(isUnknown(value)).toBe(false);
  },
);
