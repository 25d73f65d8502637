/** An OpenAPI 3.0 or Swagger 2.0 document as plain data. */
export interface OpenApiDocument {
  [name: string]: unknown;
}

/** One operation of a document: what a path answers to one verb. */
export type Operation = Record<string, unknown>;

export const INTEGRATION = "x-amazon-apigateway-integration";
const ANY_METHOD = "x-amazon-apigateway-any-method";
const OPERATION_NAMES = ["delete", "get", "head", "options", "patch", "post", "put", ANY_METHOD];

/** The name under which a document keeps the operation of a verb. */
export function operationName(verb: string): string {
  return verb === "ANY" ? ANY_METHOD : verb.toLowerCase();
}

/** Whether a name below `paths` is a path; the others are extensions of a document. */
export function isPath(name: string): boolean {
  return !name.startsWith("x-");
}

/** Every operation of a document, with its verb and its path. */
export function operationsOf(document: OpenApiDocument): { path: string; verb: string; operation: Operation }[] {
  const paths = Object.entries(asRecord(document.paths)).filter(([name]) => isPath(name));
  return paths.flatMap(([path, item]) =>
    Object.entries(asRecord(resolveReference(document, item)))
      .filter(([name]) => OPERATION_NAMES.includes(name))
      .map(([name, operation]) => ({
        path,
        verb: name === ANY_METHOD ? "ANY" : name.toUpperCase(),
        operation: asRecord(operation),
      })),
  );
}

/** Follows a local `$ref`; what refers elsewhere, or to nothing, is an empty object. */
export function resolveReference(document: OpenApiDocument, value: unknown): unknown {
  const reference = asRecord(value).$ref;
  if (typeof reference !== "string") return value;
  if (!reference.startsWith("#/")) return {};
  const names = reference
    .slice(2)
    .split("/")
    .map((name) => name.replace(/~1/g, "/").replace(/~0/g, "~"));
  return names.reduce<unknown>((part, name) => asRecord(part)[name], document) ?? {};
}

export function securitySchemesOf(document: OpenApiDocument): Record<string, unknown> {
  return asRecord(asRecord(document.components).securitySchemes ?? document.securityDefinitions);
}

export function isSwagger(document: OpenApiDocument): boolean {
  return "swagger" in document;
}

export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A text; undefined for anything else. */
export function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
