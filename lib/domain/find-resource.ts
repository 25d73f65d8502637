import { TerraformElement, TerraformStack } from "cdktf";
import { IConstruct } from "constructs";
import { presentName, writeOut } from "../stack/references";

/** The resources of one type in the stack of a construct. */
export function resourcesOf<T extends TerraformElement>(scope: IConstruct, type: string): T[] {
  const stack = TerraformStack.of(scope);
  return stack.node.findAll().filter((node): node is T => isOfType(node, type) && TerraformStack.of(node) === stack);
}

/** The resource whose attribute a reference names, if it is of this type and in the stack of the construct. */
export function findReferenced<T extends TerraformElement>(
  scope: IConstruct,
  type: string,
  attribute: string,
  reference: unknown,
): T | undefined {
  const text = String(writeOut(scope, reference));
  const [, name] = new RegExp(`^\\$\\{${type}\\.([^.\\[\\]]+)\\.${attribute}\\}$`).exec(text) ?? [];
  if (name === undefined) return undefined;
  return resourcesOf<T>(scope, type).find((element) => presentName(element) === name);
}

function isOfType(node: IConstruct, type: string): boolean {
  if (!TerraformElement.isTerraformElement(node)) return false;
  return (node as { readonly terraformResourceType?: string }).terraformResourceType === type;
}
