import { verdictOf } from "../../../../lib/command-line/verify/core/verdict";
import { AnswerHeaders } from "../../../../lib/command-line/verify/core/answer";
import { answer, answers, judged } from "../../support/answers";

test("a failure is the verdict, whatever came before it", () => {
  const [hit] = answers(["HIT"]);
  const failure = { kind: "dns", what: "the name is not found", advice: ["Look."] };
  const exchanges = [
    { hops: [], answer: hit! },
    { hops: [], failure },
  ];
  expect(verdictOf({ exchanges, sent: [], intervalSeconds: 1, expected: "HIT" })).toEqual({
    outcome: "failed",
    lastStatus: "-",
    isAsItShould: false,
    what: "the name is not found",
    advice: ["Look."],
    warnings: [],
  });
});

test("nothing asked is nothing found", () => {
  expect(judged([])).toMatchObject({ outcome: "failed", isAsItShould: false, what: "there is no answer" });
});

describe("an error status", () => {
  test("is not cached, whatever the cache says, and its message is told", () => {
    const forbidden = answer({ "cf-cache-status": "DYNAMIC" }, { status: 403, message: "Forbidden" });
    const verdict = judged([forbidden, forbidden]);
    expect(verdict).toMatchObject({ outcome: "error", isAsItShould: false, lastStatus: "DYNAMIC" });
    expect(verdict.what).toMatch(/^403 "Forbidden": API Gateway knows the domain/);
  });

  test("that the cache keeps is told so", () => {
    const kept = answer({ "cf-cache-status": "HIT" }, { status: 500 });
    expect(judged([kept, kept])).toMatchObject({ outcome: "error", isAsItShould: false });
    expect(judged([kept, kept]).what).toMatch(/^500: the origin fails, and Cloudflare's cache keeps that$/);
  });

  test("counts only if it is the last", () => {
    const failing = answer({ "cf-cache-status": "MISS" }, { status: 500 });
    expect(judged([failing, ...answers(["MISS", "HIT"])]).outcome).toBe("cached");
  });
});

describe("what is expected", () => {
  test.each<[string, string[], AnswerHeaders, boolean]>([
    ["HIT", ["MISS", "HIT"], {}, true],
    ["HIT", ["HIT", "MISS"], {}, false],
    ["HIT", ["HIT", "REVALIDATED"], {}, false],
    ["MISS", ["HIT", "MISS"], {}, true],
    ["DYNAMIC", ["DYNAMIC", "DYNAMIC"], {}, true],
    ["BYPASS", ["BYPASS", "BYPASS"], {}, true],
    ["BYPASS", ["MISS", "MISS"], { "cache-control": "no-store" }, true],
    ["MISS", ["BYPASS", "BYPASS"], { "cache-control": "no-store" }, true],
    ["BYPASS", ["MISS", "MISS"], { "cache-control": "max-age=9" }, false],
    ["MISS", ["BYPASS", "BYPASS"], { "cache-control": "max-age=9" }, false],
    ["HIT", ["MISS", "MISS"], { "cache-control": "no-store" }, false],
    ["NONE", ["HIT", "NONE/UNKNOWN"], {}, true],
    ["STALE", ["STALE", "stale"], {}, true],
  ])("%s of %j %j: %p", (expected, statuses, headers, isAsItShould) => {
    expect(judged(answers(statuses, headers), { expected }).isAsItShould).toBe(isAsItShould);
  });

  test("NONE is also an answer of Cloudflare without a status, but not one of another server", () => {
    expect(judged([answer()], { expected: "NONE" }).isAsItShould).toBe(true);
    expect(judged([answer({ "cf-ray": undefined })], { expected: "NONE" }).isAsItShould).toBe(false);
  });
});

describe("what is dangerous though it is cached", () => {
  const HIT = ["MISS", "HIT"];

  test.each<[string, AnswerHeaders, string[], RegExp]>([
    ["credentials", {}, ["authorization", "x-api-key"], /carried authorization, x-api-key.*another caller/],
    ["a cookie sent", {}, ["cookie"], /carried cookie/],
    ["private", { "cache-control": "private, max-age=9" }, [], /says private.*overrides the origin/],
    ["no-store", { "cache-control": "no-store" }, [], /says no-store/],
    ["a cookie set", { "set-cookie": "session" }, [], /sets a cookie \(session\): all callers/],
    ["vary", { vary: "Accept-Encoding, Accept-Language, Origin" }, [], /varies by accept-language, and/],
  ])("%s", (_name, headers, sent, warning) => {
    const { warnings, isAsItShould } = judged(answers(HIT, headers), { sent });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(warning);
    expect(isAsItShould).toBe(true);
  });

  test.each<[string, string[], AnswerHeaders, string[]]>([
    ["nothing", HIT, { "cache-control": "public, max-age=9", vary: "Origin, accept-encoding" }, ["x-any"]],
    ["what is not cached", ["BYPASS", "BYPASS"], { "cache-control": "private", "set-cookie": "a" }, ["authorization"]],
  ])("%s is no danger", (_name, statuses, headers, sent) => {
    expect(judged(answers(statuses, headers), { sent }).warnings).toEqual([]);
  });

  test("one that came out of the cache once is enough", () => {
    expect(judged(answers(["HIT", "MISS"]), { sent: ["authorization"] }).warnings).toHaveLength(1);
  });

  test("only the answers out of the cache are looked at", () => {
    const [miss] = answers(["MISS"], { "set-cookie": "session" });
    expect(judged([miss!, ...answers(["HIT"])]).warnings).toEqual([]);
  });
});
