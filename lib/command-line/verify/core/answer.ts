/** What one answer says of caching; values are as they came, but a cookie's value is never kept. */
export interface Answer {
  readonly url: string;
  readonly status: number;
  /** By lower-case name: {@link READ_HEADERS}, as far as the answer has them. */
  readonly headers: AnswerHeaders;
  /** `message` of a JSON body, as API Gateway writes its own errors. */
  readonly message?: string;
  /** Whether the body ended within time and size. */
  readonly isComplete: boolean;
}

export interface AnswerHeaders {
  readonly [name: string]: string | undefined;
}

/** A redirect on the way to an answer. */
export interface Hop {
  readonly url: string;
  readonly status: number;
  /** Without a user name and a password. */
  readonly location: string;
}

/** Why there is no answer. */
export interface Failure {
  /** For programs: `dns`, `refused`, `timeout`, `tls`, `redirect` and so on. */
  readonly kind: string;
  /** What happened. */
  readonly what: string;
  /** What it may come from, and what to look at. */
  readonly advice: readonly string[];
}

/** One request: the redirects that it met, and how it ended. */
export interface Exchange {
  readonly hops: readonly Hop[];
  readonly answer?: Answer;
  readonly failure?: Failure;
}

/** The headers that are read, in the order in which they are shown. */
export const READ_HEADERS: readonly string[] = [
  "cf-cache-status",
  "age",
  "cache-control",
  "cdn-cache-control",
  "cloudflare-cdn-cache-control",
  "expires",
  "date",
  "vary",
  "set-cookie",
  "content-type",
  "cf-ray",
  "cf-mitigated",
  "server",
  "via",
  "x-cache",
  "x-amzn-requestid",
  "x-amz-apigw-id",
  "apigw-requestid",
  "x-amzn-errortype",
];

type RawHeaders = { readonly [name: string]: string | readonly string[] | undefined };

/** The headers that count, each as one text. */
export function readHeaders(raw: RawHeaders): AnswerHeaders {
  const headers: { [name: string]: string } = {};
  for (const name of READ_HEADERS) {
    const value = raw[name];
    if (value === undefined) continue;
    const values = typeof value === "string" ? [value] : value;
    headers[name] = (name === "set-cookie" ? values.map(cookieName) : values).join(", ");
  }
  return headers;
}

function cookieName(cookie: string): string {
  return (cookie.split(/[=;]/)[0] ?? "").trim();
}

/** The `message` of an error in JSON; API Gateway writes the name in either case. */
export function messageOf(start: string): string | undefined {
  try {
    const body: unknown = JSON.parse(start);
    const { message, Message } = (body ?? {}) as { message?: unknown; Message?: unknown };
    return [message, Message].find((text): text is string => typeof text === "string");
  } catch {
    return undefined;
  }
}

/** `cf-cache-status` in one spelling: NONE, UNKNOWN and NONE/UNKNOWN are the same. */
export function cacheStatusOf({ headers }: Answer): string | undefined {
  const status = headers["cf-cache-status"]?.trim().toUpperCase();
  return status === "UNKNOWN" || status === "NONE/UNKNOWN" ? "NONE" : status;
}

/** Whether the answer came through Cloudflare. */
export function isFromCloudflare({ headers }: Answer): boolean {
  return headers["cf-ray"] !== undefined || headers.server?.toLowerCase() === "cloudflare";
}

/** Whether API Gateway had a hand in the answer. */
export function isFromApiGateway({ headers }: Answer): boolean {
  return ["x-amzn-requestid", "x-amz-apigw-id", "apigw-requestid"].some((name) => headers[name] !== undefined);
}

/** The data centre that answered, the end of `cf-ray`: each has a cache of its own. */
export function dataCentreOf({ headers }: Answer): string | undefined {
  return /-([A-Za-z]{3})$/.exec(headers["cf-ray"]?.trim() ?? "")?.[1]?.toUpperCase();
}
