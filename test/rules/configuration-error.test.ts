import { ConfigurationError, throwOnErrors } from "../../lib/rules/configuration-error";
import { ttlOutOfRange } from "../../lib/rules/gateway/ttl-out-of-range";
import { ttlZero } from "../../lib/rules/gateway/ttl-zero";
import { refusal } from "../support/findings";

const warning = ttlZero("a", 0)[0]!;
const [first, second] = [ttlOutOfRange("b", -1)[0]!, ttlOutOfRange("c", 3601)[0]!];

test("nothing is thrown for warnings", () => {
  expect(() => throwOnErrors([])).not.toThrow();
  expect(() => throwOnErrors([warning])).not.toThrow();
});

test("all errors are thrown at once, in their order and without the warnings", () => {
  expect(refusal(() => throwOnErrors([first, warning, second]))).toEqual([first, second]);
});

test("the text of the error is that of its findings, a line each", () => {
  const error = new ConfigurationError([first, second]);
  expect(error.message).toBe(`${first.message}\n${second.message}`);
  expect(error.name).toBe("ConfigurationError");
  expect(error).toBeInstanceOf(Error);
});
