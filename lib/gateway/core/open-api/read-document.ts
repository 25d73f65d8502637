import { describeValue } from "../../../rules/describe-value";
import { Finding } from "../../../rules/finding";
import { documentInvalid } from "../../../rules/gateway/document-invalid";
import { httpApiCannotCache } from "../../../rules/gateway/http-api-cannot-cache";
import { INTEGRATION, OpenApiDocument, asRecord, asText, operationsOf, resolveReference } from "./document";
import { escapeTemplate, isPlainObject, mapTexts } from "./terraform-text";
import { DEEPEST, yamlTokens } from "./yaml-tokens";

export type ReadDocument =
  | { readonly document: OpenApiDocument; readonly problem?: undefined }
  | { readonly document?: undefined; readonly problem: string };

/** Reads the text of a document, JSON or YAML. Whatever it holds is data: no `${` in it is Terraform's. */
export function readDocument(text: string): ReadDocument {
  const parsed = text.trimStart().startsWith("{") ? parseJson(text) : parseYaml(text);
  if (parsed.problem !== undefined) return parsed;
  return { document: mapTexts(parsed.document, escapeTemplate) as OpenApiDocument };
}

/** What keeps a document from being imported, or cached. */
export function checkDocument(document: OpenApiDocument, property: string): Finding[] {
  const problem = nestingProblem(document);
  if (problem !== undefined) return documentInvalid(property, document, problem);
  if (!hasKnownVersion(document)) {
    const given = { openapi: document.openapi, swagger: document.swagger };
    return documentInvalid(property, given, 'it has to say openapi: "3.0.1" or swagger: "2.0", as text in quotes');
  }
  const operations = operationsOf(document);
  if (operations.length === 0) return documentInvalid(property, document.paths, "it has no operation below paths");
  return operations.flatMap(({ verb, path, operation }) => {
    const integration = asRecord(resolveReference(document, operation[INTEGRATION]));
    const at = `${property}.paths[${JSON.stringify(path)}].${verb}`;
    return "payloadFormatVersion" in integration
      ? httpApiCannotCache(at, `payloadFormatVersion ${describeValue(integration.payloadFormatVersion)}`)
      : [];
  });
}

function hasKnownVersion({ openapi, swagger }: OpenApiDocument): boolean {
  if (openapi === undefined) return swagger === "2.0";
  return swagger === undefined && /^3\.0(\.\d+)?$/.test(asText(openapi) ?? "");
}

function parseJson(text: string): ReadDocument {
  try {
    return asDocument(JSON.parse(text.trimStart()));
  } catch (error) {
    return { problem: `it is no JSON (${(error as Error).message})` };
  }
}

function parseYaml(text: string): ReadDocument {
  // Loaded here, so that only those who have a YAML file pay for it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const yaml = require("yaml") as typeof import("yaml");
  try {
    if (yamlTokens(yaml, text).tokens === undefined) return { problem: TOO_DEEP };
    return asDocument(yaml.parse(text, { maxAliasCount: 100, logLevel: "error" }));
  } catch (error) {
    return { problem: `it is no YAML (${(error as Error).message.split("\n")[0]})` };
  }
}

function asDocument(value: unknown): ReadDocument {
  const isDocument = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isDocument) return { problem: "it holds no object" };
  const problem = nestingProblem(value);
  return problem === undefined ? { document: value as OpenApiDocument } : { problem };
}

const TOO_DEEP = `lists and objects go ${DEEPEST} deep at most`;

/** What keeps JSON from being written of a value, if anything does. */
function nestingProblem(value: unknown, above: readonly unknown[] = []): string | undefined {
  if (!Array.isArray(value) && !isPlainObject(value)) return undefined;
  if (above.includes(value)) return "a part of it holds itself";
  if (above.length >= DEEPEST) return TOO_DEEP;
  const within = [...above, value];
  for (const part of Object.values(value)) {
    const problem = nestingProblem(part, within);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
