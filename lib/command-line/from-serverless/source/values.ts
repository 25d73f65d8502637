import { Token } from "cdktf";
import { RootConstruct } from "constructs";
import { CacheKey } from "../../../gateway/cache-key";
import { CacheKeyParameter } from "../../../gateway/core/cache-key-parameter";
import { writeOut } from "../../../stack/references";
import { Code, call, object, raw, text } from "./code";

const SCOPE = new RootConstruct();

/** What the plugin's names, and API Gateway's, are in the library. */
const INVALIDATIONS: { readonly [value: string]: string } = {
  ignore: "IGNORE",
  warn: "WARN",
  fail: "FAIL",
  SUCCEED_WITHOUT_RESPONSE_HEADER: "IGNORE",
  SUCCEED_WITH_RESPONSE_HEADER: "WARN",
  FAIL_WITH_403: "FAIL",
};

const LOCATIONS = { path: "path", querystring: "query", header: "header" } as const;

/** An option as its source; what only Terraform knows stands as an expression in a text. */
export function valueCode(value: unknown): Code {
  if (typeof value === "string") return text(value);
  if (Token.isUnresolved(value)) return tokenCode(value);
  if (CacheKey.isCacheKey(value)) return keyCode((value as CacheKey)._parameter);
  if (Array.isArray(value)) return { kind: "list", items: value.map(valueCode) };
  if (typeof value === "object" && value !== null) return objectCode(value);
  return raw(String(value));
}

/** An object as its source, without what is undefined. */
export function objectCode(value: object): Code {
  return object(
    Object.entries(value).map(([name, part]) => [name, part === undefined ? undefined : partCode(name, part)] as const),
  );
}

/** The properties of an object, to stand among others. */
export function entriesOf(value: object): readonly (readonly [string, Code])[] {
  const code = objectCode(value);
  return code.kind === "object" ? code.entries : [];
}

/** Settings of the cache: what they say without `enabled: true`, which is the default. */
export function cacheCode(cache: object): Code {
  const { enabled, ...rest } = cache as { readonly enabled?: boolean };
  return objectCode(enabled === false ? cache : rest);
}

function partCode(name: string, part: unknown): Code {
  const invalidation = name === "unauthorized" ? INVALIDATIONS[String(part)] : undefined;
  return invalidation === undefined ? valueCode(part) : raw(`UnauthorizedInvalidation.${invalidation}`);
}

function tokenCode(value: unknown): Code {
  const expression = text(String(writeOut(SCOPE, value)));
  return typeof value === "number"
    ? call("Token.asNumber", expression)
    : raw(`Token.asAny(${expression.text}) as unknown as boolean`);
}

function keyCode(key: CacheKeyParameter): Code {
  if (key.kind === "plain") return call(`CacheKey.${LOCATIONS[key.location]}`, text(key.name));
  const [, header] = /^integration\.request\.header\.(.*)$/.exec(key.integrationParameter) ?? [];
  const [, source, path = ""] = /^(method\.request\.body|context)(?:\.?([^.].*))?$/.exec(key.mappedFrom) ?? [];
  if (header === undefined || source === undefined) {
    return call("CacheKey.parse", text(key.integrationParameter), text(key.mappedFrom));
  }
  const options = object([["header", text(header)]]);
  if (path === "") return call("CacheKey.body", options);
  return call(`CacheKey.${source === "context" ? "context" : "bodyJsonPath"}`, text(path), options);
}
