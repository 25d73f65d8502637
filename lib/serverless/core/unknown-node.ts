import { SourcePlace, UnknownNode, VariableUse } from "./source-node";
import { innerIntrinsic, intrinsicName, variableName } from "./variable-name";

/**
 * A variable whose value only the deployment knows.
 *
 * @param head the source, with its parameters if it has some
 * @param original as it is written, without its braces
 */
export function unknownVariable(
  at: SourcePlace,
  head: string,
  address: string,
  original: string,
  defaultValue?: string | number | boolean,
): UnknownNode {
  return unknownNode(at, { name: variableName(head, address, defaultValue), original, defaultValue });
}

/** An intrinsic function of CloudFormation, whose value only the deployment knows. */
export function unknownIntrinsic(at: SourcePlace, name: string, argument: unknown): UnknownNode {
  return unknownNode(at, { name: intrinsicName(name, argument), original: showIntrinsic(name, argument) });
}

function showIntrinsic(name: string, argument: unknown): string {
  return `!${name.replace(/^Fn::/, "")} ${show(argument)}`;
}

function show(argument: unknown): string {
  const inner = innerIntrinsic(argument);
  if (inner !== undefined) return showIntrinsic(...inner);

  const isList = Array.isArray(argument) && argument.every((part) => typeof part === "string");
  if (isList) return argument.join(".");
  return typeof argument === "string" ? argument : JSON.stringify(argument);
}

function unknownNode(at: SourcePlace, variable: VariableUse): UnknownNode {
  const template = `\${var.${variable.name}}`;
  return { kind: "unknown", at, value: { template, original: variable.original, variables: [variable] } };
}
