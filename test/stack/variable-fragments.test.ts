import { TerraformStack, TerraformVariable, TerraformVariableConfig, Testing } from "cdktf";
import { hclLiteral } from "../../lib/stack/core/hcl-literal";
import { variableFragments } from "../../lib/stack/variable-fragments";
import { variablesReadBy } from "../../lib/stack/variables";

function given(config: TerraformVariableConfig): TerraformVariable {
  return new TerraformVariable(new TerraformStack(Testing.app(), "stack"), "given", config);
}

interface Variables {
  readonly variable: { readonly given: { readonly [attribute: string]: unknown } };
}

/** Both forms of what is written of a variable. */
function written(variable: TerraformVariable) {
  const { json, hcl } = variableFragments(variable);
  return [json, hcl].map((form) => (form as Variables).variable.given);
}

test.each([[null], [{ inner: null }], [["a", null]], [{ CostCenter: "a.b", "x-y": { zZ: 0 } }], ["{}"], [""], [0]])(
  "the default %j is written as it is",
  (value) => {
    const variable = given({ default: value });
    const [json, hcl] = written(variable);
    expect(json!.default).toEqual(value);
    expect(hcl!.default).toEqual({ value: hclLiteral(value), type: "reference" });
    expect(variable.default).toBe(value);
  },
);

test("without a default there is none", () => {
  for (const form of written(given({ type: "string" }))) expect(form).not.toHaveProperty("default");
});

test("what may not be null says so", () => {
  expect(written(given({ nullable: false }))).toEqual([
    { nullable: false },
    { nullable: { value: false, type: "simple", storageClassType: "boolean" } },
  ]);
  for (const form of written(given({}))) expect(form).not.toHaveProperty("nullable");
});

test("an override goes before what was given", () => {
  const variable = given({ default: "a", nullable: false });
  variable.addOverride("default", null);
  variable.addOverride("nullable", true);
  expect(written(variable)).toEqual([
    { default: null, nullable: true },
    { default: null, nullable: true },
  ]);
});

test("a variable with such a default does not keep another one from being found", () => {
  const variable = given({ default: null });
  const secret = new TerraformVariable(variable.cdktfStack, "secret", { sensitive: true });
  expect(variablesReadBy(variable, secret.stringValue)).toEqual([{ name: "secret", sensitive: true }]);
});
