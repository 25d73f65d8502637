import { TerraformElement } from "cdktf";
import { hclLiteral } from "./core/hcl-literal";
import { writeOut } from "./references";

/** What an element adds to the Terraform configuration. */
export interface Fragments {
  readonly json: object;
  readonly hcl: object;
}

/** A variable, whichever copy of its class made it. */
export interface VariableLike extends TerraformElement {
  default?: unknown;
  readonly nullable?: boolean;
}

const NOT_NULLABLE = { nullable: { value: false, type: "simple", storageClassType: "boolean" } };

/**
 * A variable as it was declared. CDKTF fails at a default that is or holds null, writes the keys of a map in snake case,
 * and its HCL leaves out a default and a `nullable` that JavaScript takes for false.
 */
export function variableFragments(variable: VariableLike): Fragments {
  const { default: given, nullable } = variable;
  const value: unknown = writeOut(variable, given);
  const inJson = given === undefined ? {} : { default: value };
  const inHcl = given === undefined ? {} : { default: { value: hclLiteral(value), type: "reference" } };
  variable.default = undefined;
  try {
    return {
      json: withMore(inJson, variable.toTerraform()),
      hcl: withMore(nullable === false ? { ...inHcl, ...NOT_NULLABLE } : inHcl, variable.toHclTerraform()),
    };
  } finally {
    variable.default = given;
  }
}

/** What is there goes before what is added, because it may be an override. */
function withMore(added: object, fragment: { readonly variable: { readonly [name: string]: object } }): object {
  const [[name, attributes] = ["", {}]] = Object.entries(fragment.variable);
  const there = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return { variable: { [name]: { ...added, ...Object.fromEntries(there) } } };
}
