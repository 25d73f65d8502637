import { Answer, Exchange } from "./answer";
import { cacheControlOf } from "./cacheability";
import {
  Evidence,
  explainOutside,
  explainStatus,
  Explanation,
  isKeptOutByItself,
  SERVED,
  statusesOf,
} from "./cache-status";
import { explainError } from "./http-error";

/** In what way a URL is cached or not. */
export type Outcome = "cached" | "not-cached" | "error" | "not-cloudflare" | "failed";

/** What can be said of a URL after some requests. */
export interface Verdict {
  readonly outcome: Outcome;
  /** `cf-cache-status` of the last answer; `-` where there is none. */
  readonly lastStatus: string;
  /** Whether all is as it should be: as expected, or else cached. */
  readonly isAsItShould: boolean;
  /** What was found, a sentence without its full stop. */
  readonly what: string;
  /** What it may come from, and what to look at. */
  readonly advice: readonly string[];
  /** What is dangerous about it, though it is cached. */
  readonly warnings: readonly string[];
}

/** One URL, what was asked of it, and what that says. */
export interface Verified {
  readonly url: URL;
  readonly exchanges: readonly Exchange[];
  readonly verdict: Verdict;
}

/** What was done, and what came of it. */
export interface Observation {
  readonly exchanges: readonly Exchange[];
  /** The lower-case names of the headers that the user had sent. */
  readonly sent: readonly string[];
  readonly intervalSeconds: number;
  /** The status that the last answer should have. */
  readonly expected: string | undefined;
}

/** Judges the requests to one URL. */
export function verdictOf(observation: Observation): Verdict {
  const { exchanges, sent, intervalSeconds, expected } = observation;
  const failure = exchanges.find((exchange) => exchange.failure !== undefined)?.failure;
  const answers = exchanges.flatMap(({ answer }) => (answer === undefined ? [] : [answer]));
  const last = answers[answers.length - 1];
  if (failure !== undefined || last === undefined) {
    const { what, advice } = failure ?? { what: "there is no answer", advice: [] };
    return { outcome: "failed", lastStatus: "-", isAsItShould: false, what, advice, warnings: [] };
  }
  const evidence: Evidence = { answers, last, statuses: statusesOf(answers), sent, intervalSeconds };
  const { outcome, what, advice } = judge(evidence);
  return {
    outcome,
    lastStatus: evidence.statuses[evidence.statuses.length - 1]!,
    isAsItShould: expected === undefined ? outcome === "cached" : isAsExpected(expected, evidence),
    what,
    advice,
    warnings: evidence.statuses.some((status) => SERVED.includes(status)) ? warningsOf(evidence) : [],
  };
}

function judge(evidence: Evidence): Explanation & { readonly outcome: Outcome } {
  const { last, statuses } = evidence;
  const error = explainError(last);
  if (error !== undefined) {
    const fromCache = SERVED.includes(statuses[statuses.length - 1]!) ? ", and Cloudflare's cache keeps that" : "";
    const said = last.message === undefined ? "" : ` ${JSON.stringify(last.message)}`;
    return { outcome: "error", what: `${last.status}${said}: ${error.what}${fromCache}`, advice: error.advice };
  }
  if (statuses[statuses.length - 1] === "-") return { outcome: "not-cloudflare", ...explainOutside(evidence) };
  return { outcome: isCached(evidence) ? "cached" : "not-cached", ...explainStatus(evidence) };
}

function isCached({ last, statuses, sent }: Evidence): boolean {
  const status = statuses[statuses.length - 1]!;
  if (SERVED.includes(status)) return true;
  const mayBeLost = (status === "MISS" || status === "EXPIRED") && !isKeptOutByItself(last, sent);
  return mayBeLost && statuses.some((before) => SERVED.includes(before));
}

function isAsExpected(expected: string, { last, statuses, sent }: Evidence): boolean {
  const status = statuses[statuses.length - 1];
  if (status === expected) return true;
  return (expected === "BYPASS" || expected === "MISS") && isKeptOutByItself(last, sent);
}

// What identifies a caller, and is not in the cache key of Cloudflare unless a rule puts it there.
const CALLER = ["authorization", "cookie", "x-api-key"];
// Cloudflare's key holds Origin, and its store keeps encodings apart.
const HARMLESS_VARY = ["accept-encoding", "origin"];

function warningsOf({ answers, statuses, sent }: Evidence): string[] {
  const served = answers.filter((_, index) => SERVED.includes(statuses[index]!));
  const callers = sent.filter((name) => CALLER.includes(name));
  const forbidden = unique(served, ({ headers }) =>
    ["private", "no-store"].filter((name) => cacheControlOf(headers)?.directives.has(name)),
  );
  const cookies = unique(served, ({ headers }) => named(headers["set-cookie"]));
  const varies = unique(served, ({ headers }) => named(headers.vary?.toLowerCase())).filter(
    (name) => !HARMLESS_VARY.includes(name),
  );
  return [
    ...about(
      callers,
      (names) =>
        `The request carried ${names}, and the answer came out of a cache that does not look at it by default: another caller may get the same answer. Ask with other credentials, and compare.`,
    ),
    ...about(
      forbidden,
      (names) =>
        `The answer says ${names}, and is served from the cache all the same: a cache rule overrides the origin.`,
    ),
    ...about(cookies, (names) => `The cached answer sets a cookie (${names}): all callers get the same one.`),
    ...about(
      varies,
      (names) => `The answer varies by ${names}, and Cloudflare's cache does not unless a rule puts it into the key.`,
    ),
  ];
}

function about(names: readonly string[], sentence: (names: string) => string): string[] {
  return names.length === 0 ? [] : [sentence(names.join(", "))];
}

function unique(answers: readonly Answer[], of: (answer: Answer) => readonly string[]): string[] {
  return [...new Set(answers.flatMap(of))];
}

function named(list: string | undefined): string[] {
  return (list ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
