import { MethodVerb } from "../../../gateway/core/http-verb";
import {
  INTEGRATION,
  OpenApiDocument,
  Operation,
  asList,
  asRecord,
  asText,
  isPath,
  operationName,
  operationsOf,
  resolveReference,
} from "../../../gateway/core/open-api/document";
import { allowedOrigins, operationFacts } from "../../../gateway/core/open-api/operation-facts";
import { checkDocument, readDocument } from "../../../gateway/core/open-api/read-document";
import { mapTexts } from "../../../gateway/core/open-api/terraform-text";
import { parseResourcePath } from "../../../gateway/core/resource-path";
import { Finding } from "../../../rules/finding";
import { documentInvalid } from "../../../rules/gateway/document-invalid";
import { CheckedResource } from "../plain-configuration";
import { jsonOfTemplate, templateParts } from "../template-text";
import { isRecord } from "../../../rules/input/shape";
import { isUnknown } from "../unknown";
import { ApiMethod } from "./api-method";
import { basePathOf } from "./base-path";
import { knownList, knownMap } from "./read-methods";

/** What the OpenAPI document of an API says; undefined where it is not known. */
export interface ReadApiDocument {
  readonly methods: readonly ApiMethod[];
  readonly operations: readonly string[];
  readonly findings: readonly Finding[];
  /** Whether these are all of its operations, as far as they can be told. */
  readonly isWhole: boolean;
}

/**
 * Reads the `body` of an API: text that is known, or text in which expressions stand. What such an expression is, is
 * not known, and everything beside it is.
 */
export function readApiDocument(resource: CheckedResource, api: string, body: unknown): ReadApiDocument | undefined {
  if (typeof body !== "string") return undefined;
  const document = isUnknown(body) ? documentOfTemplate(body) : undefined;
  if (document !== undefined) return readOperations(resource, api, document, []);
  if (isUnknown(body)) return undefined;
  const read = readDocument(body);
  if (read.document === undefined) {
    return { methods: [], operations: [], isWhole: true, findings: documentInvalid("body", "a text", read.problem) };
  }
  return readOperations(resource, api, read.document, checkDocument(read.document, "body"));
}

function documentOfTemplate(body: string): OpenApiDocument | undefined {
  return body.trimStart().startsWith("{") ? documentOfJson(body) : documentOfYaml(body);
}

function documentOfJson(body: string): OpenApiDocument | undefined {
  const text = jsonOfTemplate(body);
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** YAML in which a word stands for each expression while it is read. */
function documentOfYaml(body: string): OpenApiDocument | undefined {
  const parts = templateParts(body);
  if (parts === undefined || parts.every(({ expression }) => expression !== undefined)) return undefined;
  const expressions: string[] = [];
  const text = parts.map(({ text: own, expression }) => own ?? `${WORD}${expressions.push(expression!) - 1}_`).join("");
  const { document } = readDocument(text);
  if (document === undefined) return undefined;
  const put = (one: string) => one.replace(WORDS, (_, index: string) => `\${${expressions[Number(index)]}}`);
  return mapTexts(document, put) as OpenApiDocument;
}

const WORD = "terraform_expression_";
const WORDS = new RegExp(`${WORD}(\\d+)_`, "g");

function readOperations(
  resource: CheckedResource,
  api: string,
  document: OpenApiDocument,
  findings: readonly Finding[],
): ReadApiDocument {
  const operations = operationsOf(document);
  const base = basePathOf(document, resource.attributes.parameters);
  const names = (path: string) => operations.filter((other) => other.path === path).map(({ verb }) => verb);
  return {
    findings,
    isWhole: base !== undefined && isWholeDocument(document),
    operations: base === undefined ? [] : operations.map(({ verb, path }) => `${verb} ${below(base, path)}`),
    methods: operations.map(({ path, verb, operation }) => {
      const preflight = operations.find((other) => other.path === path && other.verb === "OPTIONS");
      const whole = base === undefined ? undefined : below(base, path);
      return readOperation(
        { resource, api, document, path, whole, verb: verb as MethodVerb, operation },
        {
          siblingVerbs: names(path).filter((other) => other !== verb),
          corsOrigins: preflight === undefined ? undefined : allowedOrigins(preflight.operation),
        },
      );
    }),
  };
}

/** Whether every path is known by its name, and by the verbs that it answers. */
function isWholeDocument(document: OpenApiDocument): boolean {
  if (!isRecord(document.paths)) return false;
  return Object.entries(document.paths)
    .filter(([name]) => isPath(name))
    .every(([name, item]) => !isUnknown(name) && isRecord(resolveReference(document, item)));
}

/** The path of a resource, whose base path has no slash at its end. */
function below(base: string, path: string): string {
  return path === "/" && base !== "" ? base : `${base}${path}`;
}

interface SeenOperation {
  readonly resource: CheckedResource;
  readonly api: string;
  readonly document: OpenApiDocument;
  /** As the document has it. */
  readonly path: string;
  /** As the API has it; undefined where that is not known. */
  readonly whole: string | undefined;
  readonly verb: MethodVerb;
  readonly operation: Operation;
}

function readOperation(
  { resource, api, document, path, whole, verb, operation }: SeenOperation,
  around: Pick<ApiMethod["facts"], "siblingVerbs" | "corsOrigins">,
): ApiMethod {
  const integration = asRecord(resolveReference(document, operation[INTEGRATION]));
  const at = `body.paths[${JSON.stringify(path)}].${operationName(verb)}`;
  const place = (property: string) => ({ resource, property: `${at}.${property}` });
  const parsed = whole === undefined || isUnknown(whole) ? undefined : parseResourcePath(whole).path;
  const hasIntegration = Object.keys(integration).length > 0;
  const namespace = asText(integration.cacheNamespace);
  return {
    api,
    path: parsed,
    verb,
    facts: { ...operationFacts(document, operation), declaredKeys: undefined, declaredMappings: undefined, ...around },
    keys: hasIntegration ? knownList(integration.cacheKeyParameters) : undefined,
    mappings: hasIntegration ? knownMap(integration.requestParameters) : undefined,
    declared: declaredParameters(document, path, operation),
    // Without one of its own, that of the path, which all of its verbs share.
    namespace: namespace === undefined ? `${api} ${path}` : isUnknown(namespace) ? undefined : namespace,
    keysAt: place(`${INTEGRATION}.cacheKeyParameters`),
    mappingsAt: place(`${INTEGRATION}.requestParameters`),
    declaredAt: place("parameters"),
    namespaceAt: place(`${INTEGRATION}.cacheNamespace`),
  };
}

const LOCATIONS: { readonly [location: string]: string } = { path: "path", query: "querystring", header: "header" };

/** The parameters of an operation and of its path, under the names that API Gateway has for them. */
function declaredParameters(document: OpenApiDocument, path: string, operation: Operation) {
  const item = asRecord(resolveReference(document, asRecord(document.paths)[path]));
  const parameters = [...asList(item.parameters), ...asList(operation.parameters)].map((parameter) =>
    asRecord(resolveReference(document, parameter)),
  );
  // A parameter that is described in another file, or not known, may be any.
  if (parameters.some(({ name, in: location }) => isUnknown(name) || location === undefined)) return undefined;
  const known = parameters.flatMap(({ name, in: location, required }) => {
    const place = LOCATIONS[String(location)];
    return place === undefined ? [] : [[`method.request.${place}.${String(name)}`, required === true] as const];
  });
  return Object.fromEntries(known);
}
