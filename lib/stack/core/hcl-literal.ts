const ESCAPED: { readonly [text: string]: string } = {
  "\\b": "\\u0008",
  "\\f": "\\u000c",
  "${": "\\u0024{",
  "%{": "\\u0025{",
};

/** A value that holds no expression, as HCL writes it. */
export function hclLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(hclLiteral).join(", ")}]`;
  if (typeof value !== "object" || value === null) return scalar(value);
  const attributes = Object.entries(value).map(([name, inner]) => `${scalar(name)} = ${hclLiteral(inner)}`);
  return attributes.length === 0 ? "{}" : `{ ${attributes.join(", ")} }`;
}

/** HCL has fewer escapes than JSON, and templates, whose beginning is escaped so that no reader takes it for one. */
function scalar(value: unknown): string {
  return JSON.stringify(value).replace(/\\.|[$%]\{/g, (text) => ESCAPED[text] ?? text);
}
