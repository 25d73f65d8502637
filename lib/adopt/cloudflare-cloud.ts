import { CLOUDFLARE_QUESTIONS } from "./core/cloudflare-questions";
import { JsonReader, reader } from "./core/json-reader";
import { ABSENT, found, Kind, Question, Read, UNREAD } from "./core/questions";
import { Cloud, Failures } from "./reading";

/** What was answered to a GET. */
export interface FetchedText {
  readonly status: number;
  readonly text: string;
}

/** Fetches a URL with headers; rejects where there is no answer. */
export type FetchText = (url: string, headers: { readonly [name: string]: string }) => Promise<FetchedText>;

export interface CloudflareAccess {
  readonly token: string | undefined;
  /** Without a slash at its end. */
  readonly baseUrl: string;
}

const MOST_PAGES = 100;

const NO_TOKEN =
  "CLOUDFLARE_API_TOKEN is not set. Set it to a token that may read the zone, or say what exists with options.";
/** A header with such a character is refused by a message that quotes it. */
const NOT_A_TOKEN = "CLOUDFLARE_API_TOKEN has a space, a line break or another character that no token has.";

/** Cloudflare as its API shows it to a token. */
export function cloudflareCloud({ token = "", baseUrl }: CloudflareAccess, fetchText: FetchText): Cloud {
  const failures = new Failures("Cloudflare");
  return {
    get failures() {
      return failures.all;
    },
    answer: async (question) => {
      if (CLOUDFLARE_QUESTIONS[question.kind] === undefined) return undefined;
      if (token === "") failures.add(NO_TOKEN, true);
      else if (!/^[\x21-\x7e]+$/.test(token)) failures.add(NOT_A_TOKEN, true);
      if (failures.isFinal) return UNREAD;
      const headers = { authorization: `Bearer ${token}`, accept: "application/json" };
      return ask(question, (path) => fetchText(`${baseUrl}${path}`, headers), failures);
    },
  };
}

type Get = (path: string) => Promise<FetchedText>;

async function ask<K extends Kind>(question: Question<K>, get: Get, failures: Failures): Promise<Read<unknown>> {
  const { path, isList, read } = CLOUDFLARE_QUESTIONS[question.kind]!;
  const { about } = question;
  const results: JsonReader[] = [];
  let next: string | undefined = "";
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const fetched = await attempt(get, withQuery(path(about), next), failures);
    if (fetched === undefined) return UNREAD;
    const answer = reader(parsed(fetched.text));
    // Of a list, 404 says that there is no such zone, or none that the token may see.
    if (fetched.status === 404 && !isList) return ABSENT;
    if (!isGood(fetched, answer)) return refused(fetched.status, answer, question.kind, failures);
    if (!isList) return answered(read([answer.object("result")], about));
    results.push(...answer.list("result"));
    next = nextPage(answer.object("result_info"), page);
    if (next === undefined) return answered(read(results, about));
  }
  failures.add(`${WORDS[question.kind] ?? question.kind}: the list has no end`, false);
  return UNREAD;
}

function isGood({ status }: FetchedText, answer: JsonReader): boolean {
  return status === 200 && answer.flag("success");
}

function answered(value: unknown): Read<unknown> {
  return value === undefined ? ABSENT : found(value);
}

/** The query that asks for the next page of a list, by a cursor or by its number; some lists have one page only. */
function nextPage(info: JsonReader, page: number): string | undefined {
  const cursor = info.object("cursors").text("after") ?? "";
  if (cursor !== "") return `cursor=${encodeURIComponent(cursor)}`;
  return page < (info.number("total_pages") ?? 1) ? `page=${page + 1}` : undefined;
}

/** The first page is asked for without a number: not every list has pages, and some refuse to be asked for them. */
function withQuery(path: string, query: string): string {
  return query === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${query}`;
}

/** The message of an error may quote what was sent: it is not told. */
async function attempt(get: Get, path: string, failures: Failures): Promise<FetchedText | undefined> {
  try {
    return await get(path);
  } catch (thrown) {
    const { name, cause } = thrown as Error & { cause?: { readonly code?: string } };
    const reason = cause?.code ?? (name === "TimeoutError" ? "it took too long" : "no connection, or a redirect");
    failures.add(`no answer: ${reason}. Is there a network, and is CLOUDFLARE_BASE_URL right?`, true);
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What Cloudflare says of a token that is wrong, expired or not whole; of one that may not do this it says other things. */
const BAD_TOKEN = /invalid (access|api) token|invalid request headers|expired/i;

function refused(status: number, answer: JsonReader, kind: Kind, failures: Failures): Read<unknown> {
  const messages = answer
    .list("errors")
    .map((error) => `${error.text("message") ?? ""} (${error.number("code") ?? ""})`);
  const reason = messages.length > 0 ? messages.join(", ") : `an answer with the status ${status}`;
  // A token may lack one permission and have the others.
  const isFinal = status === 401 || BAD_TOKEN.test(reason);
  const advice = isFinal ? "Set CLOUDFLARE_API_TOKEN to a token that is valid." : (ADVICE[status] ?? "");
  failures.add(`${WORDS[kind] ?? kind}: ${reason}. ${advice}`.trim(), isFinal);
  return UNREAD;
}

const ADVICE: { readonly [status: number]: string } = {
  403: "The token lacks this permission, or the zone is not its own.",
  429: "Run this again in five minutes.",
};

const WORDS: { readonly [K in Kind]?: string } = {
  zone: "zones (permission Zone Read)",
  dnsRecords: "DNS records (permission DNS Read)",
  rulesets: "rulesets (a Read permission for each phase, such as Cache Rules Read)",
  ruleset: "rules of a ruleset",
  pageRules: "page rules (permission Page Rules Read)",
};
