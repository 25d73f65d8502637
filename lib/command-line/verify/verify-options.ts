import { validateHeaderName, validateHeaderValue } from "node:http";
import { CommandIo, GivenArguments } from "../command";
import { readInputFile } from "../input-file";
import { misuse } from "../misuse";
import { numberOf, NumberRange, wordOf } from "../option-values";
import { CACHE_STATUSES } from "./core/cache-status";
import { shownUrl, urlProblem } from "./core/shown-url";

/** What `verify` was asked to do. */
export interface VerifyOptions {
  readonly urls: readonly URL[];
  readonly expected: string | undefined;
  readonly requests: number;
  readonly intervalMilliseconds: number;
  readonly timeoutSeconds: number;
  readonly headers: { readonly [name: string]: string };
  readonly isInsecure: boolean;
  readonly certificates: string | undefined;
  readonly isJson: boolean;
}

/** What `--expect` takes. */
export const EXPECTED_STATUSES: readonly string[] = CACHE_STATUSES;

export const REQUESTS: NumberRange = { minimum: 2, maximum: 100, isWhole: true, otherwise: 3 };
export const INTERVAL: NumberRange = { minimum: 0, maximum: 600_000, isWhole: true, otherwise: 1000 };
export const TIMEOUT: NumberRange = { minimum: 0.001, maximum: 600, isWhole: false, otherwise: 30 };

const MAXIMUM_CERTIFICATE_BYTES = 1024 * 1024;

/** Checks what the user typed. */
export function verifyOptions(given: GivenArguments, io: Pick<CommandIo, "cwd">): VerifyOptions {
  if (given.operands.length === 0) throw misuse("a URL is needed, for example https://api.example.com/cats.");
  return {
    urls: given.operands.map(urlOf),
    expected: wordOf(given, "expect", EXPECTED_STATUSES),
    requests: numberOf(given, "requests", REQUESTS),
    intervalMilliseconds: numberOf(given, "interval", INTERVAL),
    timeoutSeconds: numberOf(given, "timeout", TIMEOUT),
    headers: headersOf(given.texts("header")),
    isInsecure: given.flag("insecure"),
    certificates: certificatesOf(given.text("ca-file"), io.cwd),
    isJson: given.flag("json"),
  };
}

function urlOf(written: string): URL {
  const url = parsed(written);
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    const problem = url === undefined ? urlProblem(written) : undefined;
    if (problem !== undefined) throw misuse(`${JSON.stringify(shownUrl(written))} is not a URL: ${problem}.`);
    const completed = /^[\w.-]+\.[a-z]{2,}(:\d+)?([/?#]|$)/i.test(written) ? ` Did you mean https://${written}?` : "";
    throw misuse(`${JSON.stringify(shownUrl(written))} is not a URL that begins with https:// or http://.${completed}`);
  }
  if (url.username !== "" || url.password !== "") {
    throw misuse(
      `the URL of ${url.host} holds a user name: give it with --header 'Authorization: …', it is not shown.`,
    );
  }
  url.hash = "";
  return url;
}

function parsed(written: string): URL | undefined {
  try {
    return new URL(written);
  } catch {
    return undefined;
  }
}

function headersOf(written: readonly string[]): { [name: string]: string } {
  const headers = new Map<string, string>();
  for (const line of written) {
    const colon = line.indexOf(":");
    const [name, value] = [line.slice(0, Math.max(colon, 0)).trim().toLowerCase(), line.slice(colon + 1).trim()];
    if (!isHeader(name, value)) throw misuse(`--header takes 'NAME: VALUE', and was given ${nameOnly(line, colon)}.`);
    if (headers.has(name)) throw misuse(`--header ${name} is given twice.`);
    headers.set(name, value);
  }
  return Object.fromEntries(headers);
}

function isHeader(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

// The value may be a secret.
function nameOnly(line: string, colon: number): string {
  return colon === -1 ? "a text without a colon" : JSON.stringify(`${line.slice(0, colon)}: …`);
}

function certificatesOf(path: string | undefined, cwd: string): string | undefined {
  if (path === undefined) return undefined;
  const text = readInputFile(path, cwd, MAXIMUM_CERTIFICATE_BYTES);
  if (!text.includes("-----BEGIN CERTIFICATE-----")) throw misuse(`--ca-file ${path}: there is no certificate in it.`);
  return text;
}
