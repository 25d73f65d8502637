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
