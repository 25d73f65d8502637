import { Answer, AnswerHeaders } from "./answer";

/** The directives of the header that Cloudflare obeys among those an answer has. */
export interface CacheControl {
  /** The header they are from. */
  readonly header: string;
  readonly directives: ReadonlyMap<string, string>;
}

// The first that is there is obeyed.
const PRECEDENCE = ["cloudflare-cdn-cache-control", "cdn-cache-control", "cache-control"];

/** What an answer says of its own caching; nothing where no header says it. */
export function cacheControlOf(headers: AnswerHeaders): CacheControl | undefined {
  const header = PRECEDENCE.find((name) => (headers[name] ?? "").trim() !== "");
  if (header === undefined) return undefined;
  const parts = headers[header]!.split(",").map((part) => part.trim().toLowerCase());
  const directives = parts
    .filter((part) => part !== "")
    .map((part): [string, string] => {
      const [name = "", value = ""] = part.split("=");
      return [name.trim(), value.trim().replace(/^"(.*)"$/, "$1")];
    });
  return { header, directives: new Map(directives) };
}

/** How many seconds a shared cache may keep an answer. */
export function lifetimeOf(headers: AnswerHeaders): number | undefined {
  const control = cacheControlOf(headers);
  const written = control?.directives.get("s-maxage") ?? control?.directives.get("max-age");
  return written !== undefined && /^\d+$/.test(written) ? Number(written) : undefined;
}

/** Whether an answer says anything of how long it may be kept. */
export function saysLifetime(headers: AnswerHeaders): boolean {
  return cacheControlOf(headers) !== undefined || headers.expires !== undefined;
}

/**
 * Why a shared cache that obeys the origin would not keep an answer, a clause each; none where nothing forbids it.
 *
 * @param sent the lower-case names of the headers of the request
 */
export function forbiddenBecause({ headers }: Answer, sent: readonly string[]): string[] {
  const control = cacheControlOf(headers);
  return [
    ...(control === undefined ? expiredBecause(headers) : directivesThatForbid(control)),
    ...(headers["set-cookie"] === undefined ? [] : [`it sets a cookie (${headers["set-cookie"]})`]),
    ...(sent.includes("authorization") && !allowsAuthorized(control)
      ? ["the request has an Authorization header, and the answer says neither public, s-maxage nor must-revalidate"]
      : []),
  ];
}

function directivesThatForbid({ header, directives }: CacheControl): string[] {
  const found = ["no-store", "private", "no-cache"].filter((name) => directives.has(name));
  const age = directives.has("s-maxage") ? "s-maxage" : "max-age";
  if (/^0+$/.test(directives.get(age) ?? "")) found.push(`${age}=0`);
  return found.map((directive) => `its ${header} says ${directive}`);
}

function expiredBecause({ expires, date }: AnswerHeaders): string[] {
  if (expires === undefined) return [];
  const end = Date.parse(expires);
  const isPast = Number.isNaN(end) || /^-?\d+$/.test(expires.trim()) || end <= Date.parse(date ?? "");
  return isPast ? [`its expires is ${expires}, which is over`] : [];
}

function allowsAuthorized(control: CacheControl | undefined): boolean {
  return ["public", "s-maxage", "must-revalidate"].some((name) => control?.directives.has(name));
}
