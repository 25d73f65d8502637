/** A part of the request that can tell one cached answer from another. */
export type KeyLocation = "path" | "querystring" | "header";

/**
 * One cache key parameter. A plain one is a part of the request as it is; a mapped one (the body, a part of it, the
 * context) reaches the key through an integration parameter, because API Gateway takes it in no other way.
 */
export type CacheKeyParameter = PlainKey | MappedKey;

export interface PlainKey {
  readonly kind: "plain";
  readonly location: KeyLocation;
  readonly name: string;
  readonly required: boolean;
}

export interface MappedKey {
  readonly kind: "mapped";
  /** `integration.request.header.x`: where the value is put, and what the key is called. */
  readonly integrationParameter: string;
  /** `method.request.body.cities[0]`, `context.authorizer.principalId`, `method.request.header.x`. */
  readonly mappedFrom: string;
  readonly required: boolean;
}

export type KeyProblem = "multi-value" | "body-unmapped" | "syntax";

export type KeyParseResult =
  | { readonly key: CacheKeyParameter; readonly problem?: undefined }
  | { readonly key?: undefined; readonly problem: KeyProblem; readonly hint: string };

const NAME = "[A-Za-z0-9._$-]+";
const PLAIN = new RegExp(`^(?:method\\.)?request\\.(path|querystring|header)\\.(${NAME})$`);
const METHOD_PARAMETER = new RegExp(`^method\\.request\\.(path|querystring|header)\\.(${NAME})$`);
const INTEGRATION_PARAMETER = new RegExp(`^integration\\.request\\.(path|querystring|header)\\.${NAME}$`);
const BODY = /^method\.request\.body(\.[^\s${}]+|\[[^\s${}]+)?$/;
/** Headers that a backend, or the way to it, reads. */
const OWN_HEADERS =
  /^integration\.request\.header\.(accept|authorization|connection|content-(encoding|length|md5|type)|cookie|date|expect|host|max-forwards|origin|range|te|trailer|transfer-encoding|upgrade|user-agent|via|www-authenticate|x-amz-.*|x-forwarded-.*)$/i;

const MULTI_VALUE = /request\.multivalue(querystring|header)\./i;
const CONTEXT = /^context\.[A-Za-z0-9._$-]+$/;

/**
 * Reads the notation of the Serverless plugin: `request.path.id`, or a name such as `integration.request.header.x`
 * with what it is mapped from.
 */
export function parseKey(name: string, mappedFrom?: string, required = false): KeyParseResult {
  if (MULTI_VALUE.test(name) || MULTI_VALUE.test(mappedFrom ?? "")) {
    return {
      problem: "multi-value",
      hint: "Use the parameter's single value: request.querystring.x or request.header.x.",
    };
  }
  return mappedFrom === undefined ? parsePlain(name, required) : parseMapped(name, mappedFrom, required);
}

/** The name under which API Gateway knows the parameter in `cacheKeyParameters`. */
export function keyParameterName(key: CacheKeyParameter): string {
  return key.kind === "plain" ? `method.request.${key.location}.${key.name}` : key.integrationParameter;
}

/** The parameter of the method request that the key reads, if it reads one (the body and the context are none). */
export function methodParameter(key: CacheKeyParameter): { location: KeyLocation; name: string } | undefined {
  if (key.kind === "plain") return { location: key.location, name: key.name };
  const [, location, name] = METHOD_PARAMETER.exec(key.mappedFrom) ?? [];
  return name === undefined ? undefined : { location: location as KeyLocation, name };
}

function parsePlain(name: string, required: boolean): KeyParseResult {
  const [, location, parameter] = PLAIN.exec(name) ?? [];
  if (parameter !== undefined) {
    return { key: { kind: "plain", location: location as KeyLocation, name: parameter, required } };
  }
  if (/^(method\.)?request\.body\b/.test(name)) {
    return { problem: "body-unmapped", hint: "Write CacheKey.body(), or CacheKey.bodyJsonPath() for a part of it." };
  }
  return { problem: "syntax", hint: plainHint(name) };
}

function plainHint(name: string): string {
  if (/^(method\.)?request\.(path|querystring|header)\../.test(name)) {
    return "API Gateway takes names of letters, digits and . _ $ - as keys, and no others.";
  }
  if (/^(method\.)?request\.querystring\./i.test(name)) return "Write querystring in lower case.";
  if (name.startsWith("context.")) return "Write CacheKey.context(), which maps it through the integration.";
  if (INTEGRATION_PARAMETER.test(name)) return "Say what it is mapped from: mappedFrom.";
  return "Use CacheKey.path(), .query(), .header(), .body(), .bodyJsonPath() or .context().";
}

function parseMapped(name: string, mappedFrom: string, required: boolean): KeyParseResult {
  if (!INTEGRATION_PARAMETER.test(name)) {
    return {
      problem: "syntax",
      hint: "A mapped key is called integration.request.header.x (or querystring, or path).",
    };
  }
  if (/^(context\.context|method\.request\.body\.\$)/.test(mappedFrom)) {
    return { problem: "syntax", hint: "Leave out the leading context. or $. : it is there already." };
  }
  if (!METHOD_PARAMETER.test(mappedFrom) && OWN_HEADERS.test(name)) {
    return { problem: "syntax", hint: "Choose a header of its own: this one means something to the backend already." };
  }
  if (!METHOD_PARAMETER.test(mappedFrom) && !BODY.test(mappedFrom) && !CONTEXT.test(mappedFrom)) {
    return {
      problem: "syntax",
      hint: "A key can be mapped from method.request.path.x, .querystring.x, .header.x, .body, .body.JSONPATH or context.x.",
    };
  }
  return { key: { kind: "mapped", integrationParameter: name, mappedFrom, required } };
}
