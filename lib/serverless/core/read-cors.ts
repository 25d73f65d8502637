import { corsDiffers } from "../../rules/serverless/cors-differs";
import { CorsModel } from "./caching-model";
import { compact } from "./read-caching";
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

/** Reads `cors` of an http event; undefined for none. */
export function readCors(reader: ValueReader, value: ReadValue | undefined): CorsModel | undefined {
  if (value === undefined) return undefined;
  if (value.node.kind !== "map") {
    const isOn = reader.literalFlag(value, "true, false or an object");
    return isOn ? { allowOrigins: ["*"], allowHeaders: DEFAULT_HEADERS, allowCredentials: false } : undefined;
  }
  const origins = [
    ...readOrigins(reader, reader.get(value, "origins")),
    ...readOrigins(reader, reader.get(value, "origin")),
  ];
  const headers = readTexts(reader, reader.get(value, "headers"));
  const exposed = readTexts(reader, reader.get(value, "exposedResponseHeaders"));
  const maxAgeSeconds = reader.literal<number>(reader.get(value, "maxAge"), reader.number, "a number of seconds");
  return compact<CorsModel>({
    allowOrigins: origins.length === 0 ? ["*"] : origins,
    allowHeaders: headers.length === 0 ? DEFAULT_HEADERS : headers,
    allowCredentials: reader.literalFlag(reader.get(value, "allowCredentials")) ?? false,
    maxAgeSeconds,
    exposeHeaders: exposed.length === 0 ? undefined : exposed,
  });
}

/** A list of texts, or texts with commas between them. */
function readTexts(reader: ValueReader, value: ReadValue | undefined): string[] {
  return valuesOf(reader, value).flatMap((one) => splitText(reader.literalText(one, TEXTS) ?? ""));
}

/** The same; an origin may be known only after the deployment. */
function readOrigins(reader: ValueReader, value: ReadValue | undefined): Known<string>[] {
  return valuesOf(reader, value).flatMap((one): Known<string>[] => {
    const text = reader.text(one, TEXTS) ?? "";
    return typeof text === "string" ? splitText(text) : [text];
  });
}

const TEXTS = "a text, or a list of texts";

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

/** The CORS of one path or of one event, and where it is. */
export interface LocatedCors {
  readonly path: string;
  readonly property: string;
  readonly cors: CorsModel | undefined;
}

/** One answer for all the paths: what any of them allows. Says so where they differ. */
export function joinCors(reader: ValueReader, all: readonly LocatedCors[]): CorsModel | undefined {
  const byPath = new Map<string, LocatedCors>();
  for (const one of all) {
    const before = byPath.get(one.path);
    byPath.set(one.path, before === undefined ? one : { ...before, cors: union(before.cors, one.cors) });
  }
  const paths = [...byPath.values()];
  const other = paths.find(({ cors }) => canonical(cors) !== canonical(paths[0]?.cors));
  if (other !== undefined) reader.report(corsDiffers(other.property, other.cors?.allowOrigins.map(textOf) ?? false));
  return paths.reduce<CorsModel | undefined>((joined, { cors }) => union(joined, cors), undefined);
}

function union(one: CorsModel | undefined, other: CorsModel | undefined): CorsModel | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const origins = joinLists(one.allowOrigins, other.allowOrigins);
  return compact<CorsModel>({
    allowOrigins: origins.includes("*") ? ["*"] : origins,
    allowHeaders: joinLists(one.allowHeaders, other.allowHeaders),
    allowCredentials: one.allowCredentials || other.allowCredentials,
    maxAgeSeconds: other.maxAgeSeconds ?? one.maxAgeSeconds,
    exposeHeaders: joinExposed(one.exposeHeaders, other.exposeHeaders),
  });
}

function joinExposed(one: CorsModel["exposeHeaders"], other: CorsModel["exposeHeaders"]): CorsModel["exposeHeaders"] {
  return one && other ? joinLists(one, other) : (one ?? other);
}

function joinLists<T extends Known<string>>(one: readonly T[], other: readonly T[]): T[] {
  return [...new Map([...one, ...other].map((text) => [textOf(text), text] as const)).values()];
}

function textOf(text: Known<string>): string {
  return typeof text === "string" ? text : text.template;
}

/** The same text for what is the same in any order. */
function canonical(cors: CorsModel | undefined): string {
  if (cors === undefined) return "";
  const { allowOrigins, allowHeaders, exposeHeaders = [], ...rest } = cors;
  return JSON.stringify([allowOrigins.map(textOf).sort(), [...allowHeaders].sort(), [...exposeHeaders].sort(), rest]);
}
