import { Token } from "cdktf";
import { holdsExpression } from "./core/expression";

/** Whether a value is known only when Terraform runs: a token, or a Terraform expression written as text. */
export function isUnknown(value: unknown): boolean {
  // Every token that is text has the form of an expression.
  return typeof value === "string" ? holdsExpression(value) : Token.isUnresolved(value);
}
