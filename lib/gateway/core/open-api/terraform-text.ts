/** Names that API Gateway's own templates put in `${...}`, and Terraform never does. */
const API_GATEWAY_VARIABLE = /(?<!\$)\$\{(?=(?:stageVariables|context|input|util)\b)/g;

/** Text in which every `${` and `%{` means itself, and not an expression of Terraform. */
export function escapeTemplate(text: string): string {
  return text.replace(/([$%])\{/g, "$1$1{");
}

/** Text in which only the variables of API Gateway mean themselves; any other expression is Terraform's. */
export function escapeApiGatewayVariables(text: string): string {
  return text.replace(API_GATEWAY_VARIABLE, () => "$${");
}

/** A copy of plain data with a function applied to each text in it, names included. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [change(name), mapTexts(item, change)]));
}

/** An object that is data, and neither a token nor of a class. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

const PLACEHOLDER_TEXT = /^\uE000\d+\uE000$/;

/** A whole value; neither the name of a property nor the end of a longer text. */
const PLACEHOLDER = /(?<!\\)"\uE000(\d+)\uE000"(?!:)/g;

/**
 * JSON text in which values that only Terraform knows stand as expressions, and the variables of API Gateway mean
 * themselves. The text has several lines, so that HCL
 * output takes it as a heredoc, where quotes mean themselves.
 *
 * @param isExpression whether a whole value is an expression
 * @param encode the expression that gives the value as JSON
 */
export function jsonTemplate(
  value: unknown,
  isExpression: (value: unknown) => boolean,
  encode: (value: unknown) => string,
): string {
  const expressions: string[] = [];
  const text = JSON.stringify(
    value,
    // The value as it is in its object: a token's toJSON has already been called on what is handed in.
    function (this: Record<string, unknown>, name: string) {
      const part = this[name];
      const looksLikeOne = typeof part === "string" && PLACEHOLDER_TEXT.test(part);
      if (!looksLikeOne && !isExpression(part)) return part;
      expressions.push(looksLikeOne ? JSON.stringify(part) : encode(part));
      return `\uE000${expressions.length - 1}\uE000`;
    },
    2,
  );
  return escapeApiGatewayVariables(text).replace(PLACEHOLDER, (_match, index: string) => expressions[Number(index)]!);
}
