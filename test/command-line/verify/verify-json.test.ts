import { jsonReport } from "../../../lib/command-line/verify/verify-json";
import { Exchange } from "../../../lib/command-line/verify/core/answer";
import { verdictOf } from "../../../lib/command-line/verify/core/verdict";
import { answer } from "../support/answers";

const url = new URL("https://api.example.com/cats");

function report(exchanges: readonly Exchange[], expected?: string) {
  const verdict = verdictOf({ exchanges, sent: [], intervalSeconds: 1, expected });
  return JSON.parse(jsonReport([{ url, exchanges, verdict }], expected));
}

test("everything that was found", () => {
  const hit = answer({ "cf-cache-status": "HIT", age: "3" });
  const hops = [{ url: "http://api.example.com/cats", status: 301, location: url.href }];
  expect(report([{ hops, answer: hit }], "HIT")).toEqual({
    formatVersion: 1,
    ok: true,
    expected: "HIT",
    results: [
      {
        url: url.href,
        ok: true,
        outcome: "cached",
        cacheStatus: "HIT",
        what: "Cloudflare serves it from its cache, 3 s old",
        advice: [],
        warnings: [],
        requests: [{ redirects: hops, answer: JSON.parse(JSON.stringify(hit)) }],
      },
    ],
  });
});

test("no answer", () => {
  const found = report([{ hops: [], failure: { kind: "dns", what: "the name is not found", advice: ["Look."] } }]);
  expect(found).toMatchObject({ ok: false });
  expect(found).not.toHaveProperty("expected");
  expect(found.results[0]).toMatchObject({
    outcome: "failed",
    cacheStatus: null,
    advice: ["Look."],
    requests: [{ redirects: [], failure: { kind: "dns", what: "the name is not found" } }],
  });
});

test("one that is not as it should be is enough", () => {
  const one = { url, exchanges: [], verdict: verdictOf({ exchanges: [], sent: [], intervalSeconds: 1, expected: undefined }) }; // prettier-ignore
  const good = { ...one, verdict: { ...one.verdict, isAsItShould: true } };
  expect(JSON.parse(jsonReport([good, one], undefined)).ok).toBe(false);
  expect(JSON.parse(jsonReport([good, good], undefined)).ok).toBe(true);
});
