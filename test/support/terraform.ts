import { TerraformStack, Testing } from "cdktf";

/** The attributes of one block of Terraform JSON. */
export interface Attributes {
  readonly [name: string]: unknown;
}

/** Everything that a stack synthesizes. */
export function synthesized(stack: TerraformStack): { readonly [block: string]: unknown } {
  return JSON.parse(Testing.synth(stack)) as { [block: string]: unknown };
}

/** The resources of one type, by their names in Terraform. */
export function resources(stack: TerraformStack, type: string): { readonly [name: string]: Attributes } {
  const all = synthesized(stack).resource as { [type: string]: { [name: string]: Attributes } } | undefined;
  return all?.[type] ?? {};
}

/** The resource of that name. */
export function resource(stack: TerraformStack, type: string, name: string): Attributes {
  const found = resources(stack, type)[name];
  if (found === undefined) throw new Error(`there is no ${type}.${name}`);
  return found;
}

/** The method settings of a stack by their method paths; API Gateway keeps one for each. */
export function methodSettings(stack: TerraformStack): { readonly [methodPath: string]: Attributes } {
  const entries = Object.values(resources(stack, "aws_api_gateway_method_settings"));
  const byPath = Object.fromEntries(entries.map((entry) => [entry.method_path as string, entry]));
  if (Object.keys(byPath).length !== entries.length) throw new Error("two settings have the same method path");
  return byPath;
}

/** What API Gateway is told about one method path; undefined where nothing is said. */
export function settingsOf(stack: TerraformStack, methodPath: string): Attributes | undefined {
  const settings = methodSettings(stack)[methodPath]?.settings;
  return (Array.isArray(settings) ? settings[0] : settings) as Attributes | undefined;
}
