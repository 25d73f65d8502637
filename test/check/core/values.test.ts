import { blockOf, isUnset, knownFlag, knownNumber, knownText } from "../../../lib/check/core/values";

test("a block stands alone or in a list", () => {
  expect([{ a: 1 }, [{ a: 1 }], [], null, "x", undefined].map(blockOf)).toEqual([
    { a: 1 },
    { a: 1 },
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("numbers are read from text as Terraform does; what is none is NaN", () => {
  expect([300, "300", "0", "${var.x}", null, true].map(knownNumber)).toEqual([
    300,
    300,
    0,
    undefined,
    undefined,
    undefined,
  ]);
  expect([knownNumber("abc"), knownNumber("")]).toEqual([NaN, NaN]);
});

test("flags are read from text as Terraform does", () => {
  const values = [true, "true", false, "false", "${var.x}", 1, null];
  expect(values.map(knownFlag)).toEqual([true, true, false, false, undefined, undefined, undefined]);
});

test("text is known without expressions", () => {
  expect(["x", "${var.x}", 1].map(knownText)).toEqual(["x", undefined, undefined]);
});

test("false, 0 and empty text are set", () => {
  expect([undefined, null, [], false, 0, "", "${var.x}"].map(isUnset)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
