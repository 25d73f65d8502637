import fc from "fast-check";
import { encodeName } from "../../lib/stack/encode-name";
import { anyText, textOf } from "../support/arbitraries";

const ESCAPE = /-x([0-9A-F]{2,})-/g;

const decode = (name: string) =>
  name.replace(/__/g, "_").replace(ESCAPE, (_match, code: string) => String.fromCodePoint(parseInt(code, 16)));

describe("encodeName", () => {
  test.each([
    ["cache", "cache"],
    ["my-cache", "my-cache"],
    ["a_b", "a__b"],
    ["__a", "-x5F--x5F-a"],
    ["a b", "a-x20-b"],
    ["a-x2E", "a-x2D-x2E"],
    ["a-xe", "a-xe"],
    ["ü", "-xFC-"],
    ["😺", "-x1F63A-"],
  ])("makes %j of %j", (text, expected) => {
    expect(encodeName(text)).toBe(expected);
  });

  test("loses nothing of any text", () => {
    const text = fc.oneof(anyText, textOf(fc.constantFrom(..."--xx2DE__.a"))).filter((any) => any !== "");
    fc.assert(
      fc.property(text, (any) => {
        const encoded = encodeName(any);
        expect(encoded).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decode(encoded)).toBe(any);
      }),
      { numRuns: 300 },
    );
  });
});
