import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { encodeName } from "./encode-name";

/**
 * The Terraform name of something inside a construct: the construct's path in its stack, then the given id. CDKTF
 * would add a hash that nobody can read in a plan; this needs none, because each part is encoded without loss.
 */
export function logicalId(scope: Construct, id?: string): string {
  const stack = TerraformStack.of(scope);
  const scopes = scope.node.scopes.slice(scope.node.scopes.indexOf(stack) + 1);
  const name = [...scopes.map((part) => encodeName(part.node.id)), ...(id === undefined ? [] : [id])].join("_");
  // Terraform wants a letter or an underscore first; no encoded part begins with an underscore, so no name is lost.
  return /^[A-Za-z]/.test(name) ? name : `_${name}`;
}
