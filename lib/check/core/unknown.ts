import { isRecord } from "../../rules/input/shape";
import { holdsExpression } from "../../stack/core/expression";

/** Whether a value is known only when Terraform runs. */
export function isUnknown(value: unknown): boolean {
  return typeof value === "string" && holdsExpression(value);
}

/** Whether any part of a value is known only when Terraform runs. */
export function holdsUnknown(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsUnknown);
  if (!isRecord(value)) return isUnknown(value);
  return Object.entries(value).some(([name, part]) => isUnknown(name) || holdsUnknown(part));
}

/** A value of which only its place is known. No two of them are the same. */
export function unknownAt(place: string): string {
  return `\${unknown(${JSON.stringify(place)})}`;
}

/** A value that nothing may print. */
export const SENSITIVE = "${sensitive}";

/** Whether two texts that look the same may stand for two values. */
export function isIncomparable(text: string): boolean {
  return text === SENSITIVE || /\$\{unknown\(|(?<![.\w])(each|count|self)\.|\b(uuid|timestamp|bcrypt)\(/.test(text);
}
