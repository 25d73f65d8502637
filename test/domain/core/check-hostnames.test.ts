import { checkHostnames } from "../../../lib/domain/core/check-hostnames";
import { briefly } from "../../support/plan";

const many = (count: number) => Array.from({ length: count }, (_, index) => `h${index}.example.com`);

test.each<[string, string[], number | undefined, string[]]>([
  ["names", ["api.example.com", "*.example.com"], 2, []],
  ["one name in two spellings", ["api.example.com", "API.example.com"], 1, []],
  ["as many as the issuer takes", many(200), 200, []],
  ["any number where there is no limit", many(500), undefined, []],
  ["one too many", many(201), 200, ["certificate/hostname-count at hostnames"]],
  ["none", [], 200, ["certificate/hostname-count at hostnames"]],
  ["none where there is no limit", [], undefined, ["certificate/hostname-count at hostnames"]],
  [
    "some that are none",
    ["10.0.0.1", "api.example.com", "a.*.example.com"],
    200,
    ["certificate/hostname-syntax at hostnames[0]", "certificate/hostname-syntax at hostnames[2]"],
  ],
])("%s", (_what, hostnames, most, expected) => {
  expect(briefly(checkHostnames("hostnames", hostnames, most))).toEqual(expected);
});

test("the message says what is wrong with the name", () => {
  expect(checkHostnames("hostnames", ["api.example.com."])[0]?.change).toBe("Correct the name: it ends with a dot.");
});
