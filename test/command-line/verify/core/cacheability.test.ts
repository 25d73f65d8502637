import fc from "fast-check";
import {
  cacheControlOf,
  forbiddenBecause,
  lifetimeOf,
  saysLifetime,
} from "../../../../lib/command-line/verify/core/cacheability";
import { AnswerHeaders } from "../../../../lib/command-line/verify/core/answer";
import { anyText } from "../../../support/arbitraries";
import { answer } from "../../support/answers";

const PAST = { expires: "Thu, 01 Jan 2026 00:00:00 GMT", date: "Fri, 02 Jan 2026 00:00:00 GMT" };
const FUTURE = { expires: "Sat, 03 Jan 2026 00:00:00 GMT", date: "Fri, 02 Jan 2026 00:00:00 GMT" };

const authorized = "the request has an Authorization header";

test.each<[string, AnswerHeaders, string[], string[]]>([
  ["nothing said", {}, [], []],
  ["max-age", { "cache-control": "max-age=60" }, [], []],
  ["public", { "cache-control": "public" }, [], []],
  ["an empty header", { "cache-control": " " }, [], []],
  ["no-store", { "cache-control": "no-store" }, [], ["its cache-control says no-store"]],
  ["private", { "cache-control": "PRIVATE, max-age=60" }, [], ["its cache-control says private"]],
  ["private with a field", { "cache-control": 'private="x"' }, [], ["its cache-control says private"]],
  ["no-cache", { "cache-control": "no-cache" }, [], ["its cache-control says no-cache"]],
  ["max-age=0", { "cache-control": "max-age=0" }, [], ["its cache-control says max-age=0"]],
  ["s-maxage=0", { "cache-control": "max-age=9, s-maxage=0" }, [], ["its cache-control says s-maxage=0"]],
  ["s-maxage wins", { "cache-control": "max-age=0, s-maxage=9" }, [], []],
  ["quotes", { "cache-control": 'max-age="0"' }, [], ["its cache-control says max-age=0"]],
  ["two reasons", { "cache-control": "no-store, private" }, [], ["its cache-control says no-store", "its cache-control says private"]], // prettier-ignore
  ["the CDN's header wins", { "cdn-cache-control": "max-age=9", "cache-control": "no-store" }, [], []],
  ["and forbids alone", { "cdn-cache-control": "no-store", "cache-control": "max-age=9" }, [], ["its cdn-cache-control says no-store"]], // prettier-ignore
  ["Cloudflare's own wins", { "cloudflare-cdn-cache-control": "max-age=9", "cdn-cache-control": "no-store" }, [], []],
  ["a cookie", { "set-cookie": "session" }, [], ["it sets a cookie (session)"]],
  ["expired", PAST, [], [`its expires is ${PAST.expires}, which is over`]],
  ["expires: 0", { expires: "0" }, [], ["its expires is 0, which is over"]],
  ["expires: -1", { expires: "-1" }, [], ["its expires is -1, which is over"]],
  ["not expired", FUTURE, [], []],
  ["expired, but overruled", { ...PAST, "cache-control": "max-age=9" }, [], []],
  ["authorized", { "cache-control": "max-age=9" }, ["authorization"], [authorized]],
  ["authorized, nothing said", {}, ["authorization"], [authorized]],
  ["authorized and public", { "cache-control": "public, max-age=9" }, ["authorization"], []],
  ["authorized and s-maxage", { "cache-control": "s-maxage=9" }, ["authorization"], []],
  ["authorized and must-revalidate", { "cache-control": "max-age=9, must-revalidate" }, ["authorization"], []],
  ["a cookie sent", { "cache-control": "max-age=9" }, ["cookie"], []],
])("what forbids to keep it: %s", (_name, headers, sent, expected) => {
  const found = forbiddenBecause(answer(headers), sent);
  expect(found).toHaveLength(expected.length);
  found.forEach((text, index) => expect(text).toContain(expected[index]));
});

test.each<[AnswerHeaders, number | undefined]>([
  [{ "cache-control": "max-age=60" }, 60],
  [{ "cache-control": "max-age=60, s-maxage=5" }, 5],
  [{ "cache-control": "max-age=soon" }, undefined],
  [{ "cache-control": "public" }, undefined],
  [{}, undefined],
])("the lifetime of %j is %p", (headers, seconds) => {
  expect(lifetimeOf(headers)).toBe(seconds);
});

test("a lifetime is said by any of the headers", () => {
  expect(saysLifetime({})).toBe(false);
  expect(saysLifetime({ expires: "0" })).toBe(true);
  expect(saysLifetime({ "cdn-cache-control": "max-age=1" })).toBe(true);
});

test("any header at all is read", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(() => forbiddenBecause(answer({ "cache-control": text, expires: text }), [])).not.toThrow();
    }),
  );
});

test("directives are found in any order and spelling", () => {
  const directive = fc.constantFrom("No-Store", "public", "max-age=9", "s-maxage = 7", "");
  fc.assert(
    fc.property(fc.array(directive), (list) => {
      const found = cacheControlOf({ "cache-control": list.join(" , ") })?.directives;
      for (const name of ["no-store", "public", "max-age", "s-maxage"]) {
        expect(found?.has(name) ?? false).toBe(list.some((one) => one.toLowerCase().startsWith(name)));
      }
    }),
  );
});
