import { Token } from "cdktf";

/** Whether a value is known only when Terraform runs: a token, or a Terraform expression written as text. */
export function isUnknown(value: unknown): boolean {
  return Token.isUnresolved(value) || (typeof value === "string" && /[$%]\{/.test(value));
}
