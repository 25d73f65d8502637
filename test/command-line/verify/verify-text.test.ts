import { PLAIN, painterFor } from "../../../lib/command-line/painter";
import { Verdict, Verified } from "../../../lib/command-line/verify/core/verdict";
import { exchangeText, heading, summaryText, verdictText } from "../../../lib/command-line/verify/verify-text";
import { answer } from "../support/answers";

const verdict: Verdict = {
  outcome: "cached",
  lastStatus: "HIT",
  isAsItShould: true,
  what: "Cloudflare serves it",
  advice: [],
  warnings: [],
};

test("a URL stands above its requests, with room before the next", () => {
  expect(heading(new URL("https://a.example/x"), false, PLAIN)).toBe("https://a.example/x\n");
  expect(heading(new URL("https://a.example/x"), true, PLAIN)).toBe("\nhttps://a.example/x\n");
});

test("a request is a line", () => {
  const one = answer({ "cf-cache-status": "HIT", age: "3", "cache-control": "max-age=60", "set-cookie": "session" });
  expect(exchangeText({ hops: [], answer: one }, 0, PLAIN)).toBe(
    "  1. 200 HIT         age: 3 | cache-control: max-age=60 | set-cookie: session | cf-ray: 8f1c2d3e4f5a6b7c-FRA\n",
  );
});

test("what is missing is a dash, what is cut off is told", () => {
  const one = answer({ "cf-ray": undefined }, { isComplete: false });
  expect(exchangeText({ hops: [], answer: one }, 9, PLAIN)).toBe(
    " 10. 200 -           the body did not end within time or size\n",
  );
});

test("redirects come before, a failure stands for the answer", () => {
  const hops = [{ url: "http://a.example/", status: 301, location: "/\u001b[2J" }];
  expect(exchangeText({ hops, failure: { kind: "dns", what: "no", advice: [] } }, 0, PLAIN)).toBe(
    "  1. 301 http://a.example/ -> /\\u001b[2J\n     no answer\n",
  );
});

test("nothing in an answer acts on the terminal", () => {
  const bad = "\u001b]0;title\u0007";
  const one = answer({ "cf-cache-status": bad, age: bad, vary: bad, "cf-ray": bad });
  const text = exchangeText({ hops: [], answer: one }, 0, PLAIN) + verdictText({ ...verdict, what: bad }, "HIT", PLAIN);
  expect(text.replace(/\n/g, "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
});

test.each<[Verdict["outcome"], string]>([
  ["cached", "cached"],
  ["not-cached", "not cached"],
  ["error", "error"],
  ["not-cloudflare", "not cached by Cloudflare"],
  ["failed", "no answer"],
])("%s begins with words", (outcome, label) => {
  expect(verdictText({ ...verdict, outcome }, undefined, PLAIN)).toBe(`  ${label}: Cloudflare serves it.\n`);
});

test("warnings and advice follow, in lines of a readable length", () => {
  const text = verdictText({ ...verdict, warnings: ["careful."], advice: ["word ".repeat(40).trim()] }, "HIT", PLAIN);
  const lines = text.split("\n");
  expect(lines.slice(0, 3)).toEqual(["  cached: Cloudflare serves it.", "  as expected: HIT", "  warning: careful."]);
  expect(lines[3]).toMatch(/^ {2}- word/);
  expect(lines[4]).toMatch(/^ {4}word/);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
});

test("what was expected and not found", () => {
  const text = verdictText({ ...verdict, lastStatus: "DYNAMIC", isAsItShould: false }, "HIT", PLAIN);
  expect(text).toContain("\n  expected HIT at the last request, found DYNAMIC\n");
});

test("good is green and bad is red, on a terminal", () => {
  const painter = painterFor({ isTerminal: true, write: async () => undefined }, {});
  expect(verdictText(verdict, undefined, painter)).toContain("\u001b[32m");
  expect(verdictText({ ...verdict, isAsItShould: false }, undefined, painter)).toContain("\u001b[31m");
});

test("several URLs have a sum", () => {
  const one: Verified = { url: new URL("https://a.example/"), exchanges: [], verdict };
  const bad = { ...one, verdict: { ...verdict, isAsItShould: false } };
  expect(summaryText([one], PLAIN)).toBe("");
  expect(summaryText([one, bad], PLAIN)).toBe("\n1 of 2 URLs are as they should be\n");
});
