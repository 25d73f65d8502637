import { KeyProblem, parseKey } from "../../gateway/core/cache-key-parameter";
import { bodyKeyUnmapped } from "../../rules/gateway/body-key-unmapped";
import { keySyntax } from "../../rules/gateway/key-syntax";
import { multiValueKey } from "../../rules/gateway/multi-value-key";
import { requiredIgnored } from "../../rules/serverless/required-ignored";
import { KeyModel } from "./caching-model";
import { ReadValue, ValueReader } from "./value-reader";

const KEY_KEYS = ["name", "mappedFrom", "required"];

const RULES: { readonly [problem in KeyProblem]: typeof keySyntax } = {
  syntax: keySyntax,
  "multi-value": multiValueKey,
  "body-unmapped": bodyKeyUnmapped,
};

/** Reads `cacheKeyParameters`. */
export function readCacheKeys(reader: ValueReader, list: ReadValue | undefined): KeyModel[] {
  return reader.list(list, "a list of objects with the key name").flatMap((item) => readCacheKey(reader, item) ?? []);
}

function readCacheKey(reader: ValueReader, item: ReadValue): KeyModel | undefined {
  const map = reader.map(item, "an object, such as name: request.path.id");
  if (map === undefined) return undefined;
  reader.checkKeys(map, KEY_KEYS, { value: "no version of the plugin: it reads mappedFrom" });
  const required = reader.get(map, "required");
  if (reader.literalFlag(required) === true) reader.report(requiredIgnored(reader.property(required!)));
  const nameValue = reader.required(map, "name", "request.path.NAME, request.querystring.NAME or request.header.NAME");
  const name = reader.literalText(nameValue);
  const mappedFrom = reader.literalText(reader.get(map, "mappedFrom"));
  if (name === undefined || nameValue === undefined) return undefined;
  const parsed = parseKey(name, mappedFrom);
  if (parsed.key !== undefined) return mappedFrom === undefined ? { name } : { name, mappedFrom };
  const found = mappedFrom === undefined ? name : { name, mappedFrom };
  reader.report(
    RULES[parsed.problem](reader.property(nameValue), found, hintInYaml(name, parsed.hint).replace(/\s+/g, " ")),
  );
  return undefined;
}

/** What to write instead, in YAML. */
function hintInYaml(name: string, hint: string): string {
  if (/^(method\.)?request\.(path|querystring|header)\../.test(name)) {
    return "API Gateway takes names of letters, digits and . _ $ - as keys, and no others.";
  }
  if (!hint.includes("CacheKey")) return hint;
  const mapped = "Write name: integration.request.header.NAME and mappedFrom: ";
  if (name.startsWith("context.")) return `${mapped}${name}.`;
  if (/^(method\.)?request\.body\b/.test(name)) return `${mapped}method.${name.replace(/^method\./, "")}.`;
  return "Write request.path.NAME, request.querystring.NAME or request.header.NAME.";
}
