import { Failures } from "../../lib/adopt/reading";

test("each reason is told once, and the last word stays", () => {
  const failures = new Failures("AWS");
  expect(failures.all).toEqual([]);
  failures.add("a", false);
  expect(failures.isFinal).toBe(false);
  failures.add("b", true);
  failures.add("a", false);
  expect(failures.isFinal).toBe(true);
  expect(failures.all).toEqual([
    { source: "AWS", reason: "a" },
    { source: "AWS", reason: "b" },
  ]);
});
