import fc from "fast-check";
import {
  countsInWords,
  countsOf,
  helpUri,
  jsonValue,
  messageWithoutId,
  ordered,
} from "../../../lib/command-line/check/check-report";
import { ERROR, reportOf, WARNING } from "../support/reports";

test("errors and warnings are counted", () => {
  expect(countsOf([])).toEqual({ errors: 0, warnings: 0 });
  expect(countsOf([ERROR, WARNING, ERROR])).toEqual({ errors: 2, warnings: 1 });
});

test("and told", () => {
  expect(countsInWords(reportOf())).toBe("No findings in 1 file");
  expect(countsInWords(reportOf(WARNING))).toBe("1 warning in 1 file");
  expect(countsInWords(reportOf(ERROR))).toBe("1 error in 2 files");
  expect(countsInWords(reportOf(ERROR, ERROR, WARNING))).toBe("2 errors and 1 warning in 2 files");
});

test("the order does not depend on the one in which they were found", () => {
  const at = (file: string, line?: number, address?: string) => ({ ...ERROR, file, line, address });
  const sorted = [at("a"), at("a", 2), at("a", 10), at("a", 10, "x"), { ...WARNING, file: "a", line: 10, address: "x" }, at("b", 1)]; // prettier-ignore
  fc.assert(
    fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
      expect(ordered(shuffled)).toEqual(sorted);
    }),
  );
});

test("the id of the rule is taken from the message, for it stands beside it", () => {
  expect(messageWithoutId(ERROR.finding)).toMatch(/^cache_ttl_in_seconds is 4000: /);
  expect(messageWithoutId({ ...ERROR.finding, message: "other" })).toBe("other");
});

test("each rule has its part of the page of rules", () => {
  expect(helpUri("gateway/ttl-zero")).toMatch(/^https:\/\/github\.com\/.*\/docs\/rules\.md#gateway\/ttl-zero$/);
});

const circular: { self?: unknown } = {};
circular.self = circular;

test.each<[unknown, unknown]>([
  [4000, 4000],
  [null, null],
  [{ a: [1, "b"] }, { a: [1, "b"] }],
  [undefined, "not set"],
  [1n, "1"],
  [Symbol("s"), "Symbol(s)"],
  [circular, "an object of type Object"],
])("%p is %p in JSON", (found, value) => {
  expect(jsonValue(found)).toEqual(value);
});
