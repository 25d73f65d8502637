import { AnswerHeaders } from "../../../../lib/command-line/verify/core/answer";
import { CACHE_STATUSES, isKeptOutByItself, statusesOf } from "../../../../lib/command-line/verify/core/cache-status";
import { answer, answers, judged } from "../../support/answers";

const FRESH: AnswerHeaders = { "cache-control": "public, max-age=60" };
const SHORT: AnswerHeaders = { "cache-control": "max-age=1" };

test.each<[string[], AnswerHeaders, string, RegExp, RegExp]>([
  [["MISS", "HIT"], { ...FRESH, age: "1" }, "cached", /from its cache, 1 s old; the first request filled it \(MISS\)/, /^$/], // prettier-ignore
  [["EXPIRED", "HIT"], FRESH, "cached", /the first request filled it \(EXPIRED\)/, /^$/],
  [["HIT", "HIT"], FRESH, "cached", /^Cloudflare serves it from its cache$/, /^$/],
  [["MISS", "HIT", "MISS"], FRESH, "cached", /but not at the last request/, /purged or evicted/],
  [["HIT", "EXPIRED"], SHORT, "cached", /but not at the last request/, /kept for 1 s only, and the requests are 1 s/],
  [["MISS", "MISS"], FRESH, "not-cached", /would keep it/, /^A header or cookie in the cache key.*more --requests/],
  [["MISS", "MISS"], {}, "not-cached", /would keep it/, /says nothing of how long/],
  [["MISS", "MISS"], SHORT, "not-cached", /would keep it/, /for 1 s only/],
  [["MISS", "MISS"], { "cache-control": "no-store" }, "not-cached", /itself says: its cache-control says no-store/, /at the origin/], // prettier-ignore
  [["HIT", "MISS"], { "cache-control": "private" }, "not-cached", /itself says/, /at the origin/],
  [["BYPASS", "BYPASS"], { "cache-control": "no-store" }, "not-cached", /itself says: its cache-control says no-store/, /at the origin/], // prettier-ignore
  [["BYPASS", "BYPASS"], { ...FRESH, "set-cookie": "session" }, "not-cached", /it sets a cookie \(session\)/, /at the origin/], // prettier-ignore
  [["BYPASS", "BYPASS"], {}, "not-cached", /nothing in the answer forbids/, /bypass_by_default.*A cache rule bypasses/],
  [["BYPASS", "BYPASS"], FRESH, "not-cached", /nothing in the answer forbids/, /^A cache rule bypasses/],
  [["HIT", "BYPASS"], FRESH, "not-cached", /nothing in the answer forbids/, /^A cache rule bypasses/],
  [["EXPIRED", "EXPIRED"], SHORT, "not-cached", /too old each time/, /for 1 s only/],
  [["EXPIRED", "EXPIRED"], FRESH, "not-cached", /too old each time/, /edge TTL/],
  [["MISS", "REVALIDATED"], FRESH, "cached", /after the origin said that it has not changed/, /longer lifetime/],
  [["UPDATING", "UPDATING"], { ...FRESH, age: "99" }, "cached", /99 s old, and fetches a newer one/, /^$/],
  [["STALE", "STALE"], FRESH, "cached", /origin cannot be reached/, /out of date/],
  [["DYNAMIC", "DYNAMIC"], FRESH, "not-cached", /no cache rule of Cloudflare covers/, /never JSON or HTML/],
  [["HIT", "DYNAMIC"], FRESH, "not-cached", /no cache rule of Cloudflare covers/, /expression/],
  [["NONE/UNKNOWN", "NONE/UNKNOWN"], {}, "not-cached", /Cloudflare made the answer itself/, /Worker/],
  [
    ["UNKNOWN", "NONE"],
    { "cf-mitigated": "challenge" },
    "not-cached",
    /made the answer itself/,
    /challenge or a block/,
  ],
  [["TOMORROW", "TOMORROW"], {}, "not-cached", /is TOMORROW, which is not known here/, /^$/],
  [["MISS", "CONSTRUCTOR"], {}, "not-cached", /is CONSTRUCTOR/, /^$/],
])("%j %j is %s", (statuses, headers, outcome, what, advice) => {
  const verdict = judged(answers(statuses, headers));
  expect(verdict.what).toMatch(what);
  expect(verdict.advice.join(" ")).toMatch(advice);
  expect(verdict.outcome).toBe(outcome);
  expect(verdict.isAsItShould).toBe(outcome === "cached");
});

test("several data centres are a reason to miss", () => {
  const [first, second] = ["a-FRA", "b-AMS"].map((ray) =>
    answer({ ...FRESH, "cf-cache-status": "MISS", "cf-ray": ray }),
  );
  expect(judged([first!, second!]).advice[0]).toBe("Several data centres answered (FRA, AMS): each has its own cache.");
  expect(judged([first!, first!]).advice.join(" ")).not.toContain("data centres answered");
});

test("a body that is cut off is a reason to miss", () => {
  const cut = answer({ ...FRESH, "cf-cache-status": "MISS" }, { isComplete: false });
  expect(judged([cut, cut]).advice.join(" ")).toContain("what is cut off is not kept");
});

test("an Authorization header is a reason to be kept out, unless the answer is for everybody", () => {
  const sent = ["authorization"];
  const [plain, open] = [answers(["BYPASS", "BYPASS"], { "cache-control": "max-age=9" }), answers(["BYPASS", "BYPASS"], FRESH)]; // prettier-ignore
  expect(judged(plain, { sent }).what).toContain("Authorization");
  expect(judged(open, { sent }).what).toContain("nothing in the answer forbids");
});

test.each<[string, string, AnswerHeaders, RegExp, RegExp]>([
  ["a regional API", "https://api.example.com/", { "x-amzn-requestid": "id" }, /API Gateway answers directly: .*not proxied/, /orange cloud.*CacheHitCount/], // prettier-ignore
  [
    "an HTTP API",
    "https://api.example.com/",
    { "apigw-requestid": "id" },
    /API Gateway answers directly/,
    /CacheHitCount/,
  ],
  [
    "another server",
    "https://api.example.com/",
    {},
    /does not come from Cloudflare/,
    /^The DNS record has to be proxied/,
  ],
  ["the default endpoint", "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod", { "x-amzn-requestid": "id" }, /own endpoint/, /public host name/], // prettier-ignore
  ["one in China", "https://a1b2c3d4e5.execute-api.cn-north-1.amazonaws.com.cn/prod", {}, /own endpoint/, /public host name/], // prettier-ignore
])("%s without Cloudflare", (_name, url, headers, what, advice) => {
  const one = answer({ "cf-ray": undefined, ...headers }, { url });
  const verdict = judged([one, one]);
  expect(verdict).toMatchObject({ outcome: "not-cloudflare", lastStatus: "-", isAsItShould: false });
  expect(verdict.what).toMatch(what);
  expect(verdict.advice.join(" ")).toMatch(advice);
});

test("an answer of Cloudflare without a status counts as NONE, any other as none", () => {
  const given = [answer(), answer({ "cf-ray": undefined }), answer({ "cf-cache-status": "hit" })];
  expect(statusesOf(given)).toEqual(["NONE", "-", "HIT"]);
});

test("every status that is documented is explained", () => {
  for (const status of CACHE_STATUSES) expect(judged(answers([status, status])).what).not.toContain("not known");
  expect(CACHE_STATUSES).toHaveLength(9);
});

test.each([
  ["MISS", "no-store", true],
  ["BYPASS", "no-store", true],
  ["MISS", "max-age=9", false],
  ["HIT", "no-store", false],
])("%s with %s is kept out by itself: %p", (status, control, expected) => {
  expect(isKeptOutByItself(answer({ "cf-cache-status": status, "cache-control": control }), [])).toBe(expected);
});
