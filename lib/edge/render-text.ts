import { Fn, IResolvable, Lazy, Token, Tokenization } from "cdktf";
import { holdsExpression } from "../stack/core/expression";

/** A part of a text that only Terraform knows. */
type Argument = string | IResolvable;

/**
 * A text that means the same in JSON and in HCL. CDKTF's HCL leaves quotes and backslashes as they are beside a
 * reference, and takes a text for code that begins like a list, an object or a string: these become a call of `format`.
 */
export function renderText(text: string): string {
  const parts = partsOf(text);
  const literals = parts.filter((part): part is { literal: string } => "literal" in part);
  const isPlain = literals.every(
    ({ literal }) => !(literals.length < parts.length ? /["\\\r\n]/ : /[\\\r\n]/).test(literal),
  );
  if (isPlain && !/^[[{"]/.test(text)) return text;
  const format = parts.map((part) => ("literal" in part ? escapeFormat(part.literal) : "%s")).join("");
  const values = parts.flatMap((part) => ("literal" in part ? [] : [part.argument]));
  return Token.asString(Fn.format(Fn.rawString(format), values));
}

/** The same for every text inside a value. */
export function renderTexts(value: unknown): unknown {
  if (typeof value === "string") return renderText(value);
  if (Array.isArray(value)) return value.map(renderTexts);
  if (typeof value !== "object" || value === null || Tokenization.isResolvable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, renderTexts(entry)]));
}

type Part = { readonly literal: string } | { readonly argument: Argument };

/** A token stands for itself; a reference that is written out, such as `${var.host}`, is a template of its own. */
function partsOf(text: string): Part[] {
  if (!holdsExpression(text)) return [{ literal: text }];
  return text
    .split(/([$%]\{[^{}]*\})/)
    .filter((part) => part !== "")
    .map((part) => {
      if (Token.isUnresolved(part)) return { argument: part };
      return /^[$%]\{/.test(part) ? { argument: Lazy.anyValue({ produce: () => `"${part}"` }) } : { literal: part };
    });
}

/** As the first argument of `format`, inside the quotes that CDKTF sets. */
function escapeFormat(literal: string): string {
  return literal.replace(/\\/g, "\\\\").replace(/\r/g, "\\r").replace(/%/g, "%%");
}
