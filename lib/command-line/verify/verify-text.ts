import { Painter } from "../painter";
import { printable, wrap } from "../printable";
import { Answer, cacheStatusOf, Exchange } from "./core/answer";
import { Outcome, Verdict, Verified } from "./core/verdict";

const WIDTH = 100;

// The others decide the verdict, and are in the JSON.
const SHOWN = ["age", "cache-control", "cdn-cache-control", "expires", "vary", "set-cookie", "x-cache", "cf-ray"];

const LABELS: { readonly [outcome in Outcome]: string } = {
  cached: "cached",
  "not-cached": "not cached",
  error: "error",
  "not-cloudflare": "not cached by Cloudflare",
  failed: "no answer",
};

/** The line above the requests to a URL. */
export function heading(url: URL, isFollowing: boolean, { strong }: Painter): string {
  return `${isFollowing ? "\n" : ""}${strong(printable(url.href, Infinity))}\n`;
}

/** One request, a line for each redirect and one for its end. */
export function exchangeText({ hops, answer }: Exchange, index: number, painter: Painter): string {
  const number = `${index + 1}.`.padStart(4);
  const redirects = hops.map(({ status, url, location }) =>
    painter.faint(`${status} ${printable(url)} -> ${printable(location)}`),
  );
  // What happened instead is in the verdict below.
  const end = answer === undefined ? painter.bad("no answer") : answerText(answer, painter);
  return [...redirects, end].map((line, row) => `${row === 0 ? number : "    "} ${line}\n`).join("");
}

function answerText(answer: Answer, painter: Painter): string {
  const { status, headers, isComplete } = answer;
  const details = SHOWN.flatMap((name) =>
    headers[name] === undefined ? [] : [`${name}: ${printable(headers[name], 80)}`],
  );
  if (!isComplete) details.push("the body did not end within time or size");
  const paint = status >= 400 ? painter.bad : painter.strong;
  const cacheStatus = printable(cacheStatusOf(answer) ?? "-", 20).padEnd(11);
  return `${paint(String(status))} ${painter.strong(cacheStatus)} ${painter.faint(details.join(" | "))}`.trimEnd();
}

/** What the requests say together. */
export function verdictText(verdict: Verdict, expected: string | undefined, painter: Painter): string {
  const { outcome, what, advice, warnings, isAsItShould } = verdict;
  const paint = isAsItShould ? painter.good : painter.bad;
  return [
    ...paragraph(`${LABELS[outcome]}: ${what}.`, "  ", "  ").map(paint),
    ...(expected === undefined ? [] : [paint(`  ${expectation(verdict, expected)}`)]),
    ...warnings.flatMap((text) => paragraph(`warning: ${text}`, "  ", "  ").map(painter.warn)),
    ...advice.flatMap((text) => paragraph(text, "  - ", "    ")),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function expectation({ lastStatus, isAsItShould }: Verdict, expected: string): string {
  return isAsItShould
    ? `as expected: ${expected}`
    : `expected ${expected} at the last request, found ${printable(lastStatus, 40)}`;
}

/** The last line, where there are several URLs. */
export function summaryText(all: readonly Verified[], { strong }: Painter): string {
  if (all.length < 2) return "";
  const good = all.filter(({ verdict }) => verdict.isAsItShould).length;
  return `\n${strong(`${good} of ${all.length} URLs are as they should be`)}\n`;
}

function paragraph(text: string, first: string, rest: string): string[] {
  const lines = wrap(printable(text, Infinity), WIDTH - first.length);
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`);
}
