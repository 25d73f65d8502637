import { checkCors } from "../../gateway/core/check-cors";
import { HTTP_VERBS, parseVerb } from "../../gateway/core/http-verb";
import { hasSubdomains } from "../../gateway/core/open-api/preflight";
import { corsValue } from "../../rules/gateway/cors-value";
import { verbSyntax } from "../../rules/gateway/verb-syntax";
import { corsCacheControl } from "../../rules/serverless/cors-cache-control";
import { CorsModel } from "./caching-model";
import { Written, corsInFrameworkWords } from "./cors-words";
import { compact } from "./read-caching";
import { propertyOf } from "./resolver";
import { describeNode, isUnknownValue, joinPath } from "./source-node";
import { Known, ReadValue, ValueReader } from "./value-reader";

/** What the framework allows where nothing is said of headers. */
const DEFAULT_HEADERS = [
  "Content-Type",
  "X-Amz-Date",
  "Authorization",
  "X-Api-Key",
  "X-Amz-Security-Token",
  "X-Amz-User-Agent",
  "X-Amzn-Trace-Id",
];

const KEYS = [
  "origin",
  "origins",
  "headers",
  "methods",
  "maxAge",
  "allowCredentials",
  "exposedResponseHeaders",
  "cacheControl",
];

const ALLOWED = "true, false or an object";
const TEXTS = "a text, or a list of texts";
const AN_ORIGIN = "at least one origin, such as https://www.example.com; every origin is allowed where the key is not there"; // prettier-ignore
const A_KNOWN_HOST = "an origin whose host is written down, where its subdomains are meant";
const A_HEADER = "at least one header; the framework's own are allowed where the key is not there";

/** Reads `cors` of an http event; undefined for none. */
export function readCors(reader: ValueReader, value: ReadValue | undefined): CorsModel | undefined {
  if (value === undefined) return undefined;
  if (value.node.kind !== "map") {
    const isOn = reader.literalFlag(value, ALLOWED);
    return isOn ? { allowOrigins: ["*"], allowHeaders: DEFAULT_HEADERS, allowCredentials: false } : undefined;
  }
  const map = reader.map(value, ALLOWED);
  return map && readObject(reader, map);
}

function readObject(reader: ValueReader, map: ReadValue): CorsModel {
  reader.checkKeys(map, KEYS);
  const cacheControl = reader.get(map, "cacheControl");
  if (cacheControl !== undefined) {
    reader.report(corsCacheControl(reader.property(cacheControl), describeNode(cacheControl.node)));
  }
  for (const key of ["origins", "origin"]) checkNotEmpty(reader, map, key, AN_ORIGIN);
  if (reader.has(map, "headers")) checkNotEmpty(reader, map, "headers", A_HEADER);
  const written = {
    allowOrigins: ["origins", "origin"].flatMap((key) => readTexts(reader, reader.get(map, key), anyText)),
    allowMethods: readTexts(reader, reader.get(map, "methods"), literalText).flatMap((one) => verbsOf(reader, one)),
    allowHeaders: readTexts(reader, reader.get(map, "headers"), literalText),
    exposeHeaders: readTexts(reader, reader.get(map, "exposedResponseHeaders"), literalText),
  };
  const cors = compact<CorsModel>({
    allowOrigins: textsOf(written.allowOrigins) ?? ["*"],
    allowMethods: textsOf(written.allowMethods),
    allowHeaders: textsOf(written.allowHeaders) ?? DEFAULT_HEADERS,
    allowCredentials: reader.literalFlag(reader.get(map, "allowCredentials")) ?? false,
    maxAgeSeconds: reader.literal<number>(reader.get(map, "maxAge"), reader.number, "a number of seconds"),
    exposeHeaders: textsOf(written.exposeHeaders),
  });
  for (const { text, at } of written.allowOrigins) {
    if (typeof text === "object" && hasSubdomains(text.template)) {
      reader.report(corsValue(reader.property(at), text.original, A_KNOWN_HOST));
    }
  }
  // What else only the deployment knows is never looked into.
  const { allowOrigins, ...rest } = cors;
  const findings = checkCors({ ...rest, allowOrigins: allowOrigins as readonly string[] }, "", isUnknownValue);
  reader.report(findings.map((finding) => corsInFrameworkWords(finding, reader, map, written)));
  return cors;
}

/** A key that is written and says nothing is most likely a value that is missing, and not the default that is meant. */
function checkNotEmpty(reader: ValueReader, map: ReadValue, key: string, allowed: string): void {
  const written = reader.keys(map).find(({ name }) => name === key);
  if (written === undefined) return;
  const property = propertyOf({ at: written.at, path: joinPath(map.path, key) });
  if (!reader.has(map, key)) reader.report(corsValue(property, null, allowed));
  const value = reader.get(map, key);
  if (value === undefined) return;
  const all = valuesOf(reader, value);
  if (all.length === 0) reader.report(corsValue(reader.property(value), describeNode(value.node), allowed));
  for (const one of all) {
    const isEmpty = one.node.kind === "scalar" && splitText(String(one.node.value)).length === 0;
    if (isEmpty) reader.report(corsValue(reader.property(one), describeNode(one.node), allowed));
  }
}

type ReadText<T> = (reader: ValueReader, value: ReadValue) => T | undefined;

const literalText: ReadText<string> = (reader, value) => reader.literalText(value, TEXTS);

/** An origin may be known only after the deployment. */
const anyText: ReadText<Known<string>> = (reader, value) => reader.text(value, TEXTS);

/** A list of texts, or texts with commas between them. */
function readTexts<T extends Known<string>>(
  reader: ValueReader,
  value: ReadValue | undefined,
  read: ReadText<T>,
): Written<T>[] {
  return valuesOf(reader, value).flatMap((at) => {
    const text = read(reader, at);
    if (text === undefined) return [];
    const texts = typeof text === "string" ? (splitText(text) as T[]) : [text];
    return texts.map((one) => ({ text: one, at }));
  });
}

/** `ANY` is every verb. */
function verbsOf(reader: ValueReader, { text, at }: Written<string>): Written<string>[] {
  const verb = parseVerb(text);
  if (verb === undefined) reader.report(verbSyntax(reader.property(at), text, [...HTTP_VERBS, "ANY"]));
  const verbs = verb === "ANY" ? HTTP_VERBS : verb === undefined ? [] : [verb];
  return verbs.map((one) => ({ text: one, at }));
}

function textsOf<T>(written: readonly Written<T>[]): T[] | undefined {
  return written.length === 0 ? undefined : written.map(({ text }) => text);
}

function valuesOf(reader: ValueReader, value: ReadValue | undefined): ReadValue[] {
  if (value === undefined) return [];
  return value.node.kind === "list" ? reader.list(value) : [value];
}

function splitText(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
