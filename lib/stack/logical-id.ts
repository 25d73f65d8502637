import { TerraformStack } from "cdktf";
import { Construct, IConstruct } from "constructs";
import { encodeName } from "./encode-name";

/**
 * The Terraform name of something inside a construct: the construct's path in its stack, then the given id. CDKTF
 * would add a hash that nobody can read in a plan; this needs none, because each part is encoded without loss.
 */
export function logicalId(scope: Construct, id?: string): string {
  const path = pathInStack(scope);
  const name = id === undefined ? path : path === "" ? id : `${path}_${id}`;
  // Terraform wants a letter or an underscore first; no encoded part begins with an underscore, so no name is lost.
  return /^[A-Za-z]/.test(name) ? name : `_${name}`;
}

const PATHS = new WeakMap<IConstruct, string>();

function pathInStack(scope: IConstruct): string {
  if (TerraformStack.isStack(scope)) return "";
  const known = PATHS.get(scope);
  if (known !== undefined) return known;
  const above = scope.node.scope === undefined ? "" : pathInStack(scope.node.scope);
  const own = encodeName(scope.node.id);
  const path = above === "" ? own : `${above}_${own}`;
  PATHS.set(scope, path);
  return path;
}
