import { didYouMean, isMisuse, misuse } from "../../lib/command-line/misuse";

test("a misuse is told apart from any other error", () => {
  expect(isMisuse(misuse("text"))).toBe(true);
  expect(misuse("text").message).toBe("text");
  expect([new Error("text"), "text", { name: "Misuse" }, undefined].some(isMisuse)).toBe(false);
});

test.each<[string, string]>([
  ["verfy", " Did you mean verify?"],
  ["VERIFY", " Did you mean verify?"],
  ["adpt", " Did you mean adopt?"],
  ["adotp", " Did you mean adopt?"],
  ["deploy", ""],
  ["x", ""],
])("%s: %p", (written, hint) => {
  expect(didYouMean(written, ["verify", "adopt"])).toBe(hint);
});

test("of no names none comes near", () => {
  expect(didYouMean("x", [])).toBe("");
});
