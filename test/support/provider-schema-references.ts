import { dataSourceSchema, resourceSchema } from "./provider-schema";
import { type TerraformJson } from "./provider-schema-check";

const REFERENCE = /(?<![\w.])(data\.)?((?:cloudflare|tls)_\w+)\.([\w-]+)(?:\[[^\]]*\])?(?:\.(\w+))?/g;

/** References to a resource that the stack does not have, or to an attribute that its type does not have. */
export function referenceProblems(document: TerraformJson): string[] {
  const found = textsOf(document).flatMap((text) => [...text.matchAll(REFERENCE)]);
  return [...new Set(found.flatMap((reference) => problemOf(reference, document)))];
}

function problemOf(
  [reference, data, type = "", name = "", attribute]: RegExpExecArray,
  document: TerraformJson,
): string[] {
  const blocks = data === undefined ? document.resource : document.data;
  if (blocks?.[type]?.[name] === undefined) return [`${reference}: the stack has no ${data ?? ""}${type}.${name}`];
  const schema = data === undefined ? resourceSchema(type) : dataSourceSchema(type);
  const isMissing = attribute !== undefined && schema !== undefined && !(attribute in schema);
  return isMissing ? [`${reference}: there is no attribute ${attribute}`] : [];
}

/** Every text that Terraform evaluates. References in `depends_on` and in `replace_triggered_by` have no braces. */
function textsOf(value: unknown, key = ""): string[] {
  if (typeof value === "string") return value.includes("${") || isBare(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((element) => textsOf(element, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => (name === "//" ? [] : textsOf(member, name)));
}

function isBare(key: string): boolean {
  return key === "depends_on" || key === "replace_triggered_by";
}
