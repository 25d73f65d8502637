import { TerraformStack } from "cdktf";
import { IConstruct } from "constructs";
import { isUnknown } from "../stack/is-unknown";
import { writeOut } from "../stack/references";

const CLAIMS = Symbol.for("cdktf-api-caching.edge.claims");

/** What one construct of the app has, and no other may: a zone, a host. */
export type ClaimKind = "zone" | "zoneId" | "host";

/** The construct path of whoever has it already. */
export function claimedBy(scope: IConstruct, kind: ClaimKind, name: string): string | undefined {
  return claimsOf(scope).get(keyOf(scope, kind, name));
}

/** Notes that a construct has it. */
export function claim(scope: IConstruct, kind: ClaimKind, name: string): void {
  claimsOf(scope).set(keyOf(scope, kind, name), scope.node.path);
}

/** Two texts are the same wherever they stand; two references only within one stack. */
function keyOf(scope: IConstruct, kind: ClaimKind, name: string): string {
  if (!isUnknown(name)) return `${kind} ${name}`;
  return `${TerraformStack.of(scope).node.path}:${kind} ${String(writeOut(scope, name))}`;
}

function claimsOf(scope: IConstruct): Map<string, string> {
  const root = scope.node.root as { [CLAIMS]?: Map<string, string> };
  if (root[CLAIMS] === undefined) Object.defineProperty(root, CLAIMS, { value: new Map<string, string>() });
  return root[CLAIMS]!;
}
