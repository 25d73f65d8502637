import { unauthorizedStrategy } from "../../../lib/gateway/core/unauthorized-strategy";

test.each([
  ["ignore", "SUCCEED_WITHOUT_RESPONSE_HEADER"],
  ["Ignore", "SUCCEED_WITHOUT_RESPONSE_HEADER"],
  ["SUCCEED_WITHOUT_RESPONSE_HEADER", "SUCCEED_WITHOUT_RESPONSE_HEADER"],
  ["warn", "SUCCEED_WITH_RESPONSE_HEADER"],
  ["IgnoreWithWarning", "SUCCEED_WITH_RESPONSE_HEADER"],
  ["SUCCEED_WITH_RESPONSE_HEADER", "SUCCEED_WITH_RESPONSE_HEADER"],
  ["fail", "FAIL_WITH_403"],
  ["FAIL", "FAIL_WITH_403"],
  ["Fail_With_403", "FAIL_WITH_403"],
])("%j is what API Gateway calls %s", (name, expected) => {
  expect(unauthorizedStrategy(name)).toBe(expected);
});

test.each(["", "warning", "403", "constructor", "__proto__"])("%j is no strategy", (name) => {
  expect(unauthorizedStrategy(name)).toBeUndefined();
});
