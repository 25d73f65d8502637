import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { writeOut } from "./references";

const TARGETS = Symbol.for("cdktf-api-caching.targetCertificates");

/** Notes which certificate the target of a record shows, so that a record that points to it can be judged. */
export function noteTargetCertificate(scope: Construct, target: string, source: string | undefined): void {
  if (source !== undefined) targetsOf(scope).set(String(writeOut(scope, target)), source);
}

/** The source of the certificate that a target of this stack shows; undefined where it is not known. */
export function targetCertificate(scope: Construct, target: string): string | undefined {
  return targetsOf(scope).get(String(writeOut(scope, target)));
}

function targetsOf(scope: Construct): Map<string, string> {
  const stack = TerraformStack.of(scope) as { [TARGETS]?: Map<string, string> };
  if (stack[TARGETS] === undefined) Object.defineProperty(stack, TARGETS, { value: new Map<string, string>() });
  return stack[TARGETS]!;
}
