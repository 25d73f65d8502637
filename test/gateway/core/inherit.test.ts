import fc from "fast-check";
import { inherit } from "../../../lib/gateway/core/inherit";

interface Layer {
  readonly a: unknown;
  readonly b: unknown;
  readonly c: unknown;
}

const value = fc.constantFrom<unknown>(undefined, null, false, true, 0, 1, "", "x");
const layer: fc.Arbitrary<Partial<Layer>> = fc.record({ a: value, b: value, c: value }, { requiredKeys: [] });

test.each([
  ["false", false],
  ["0", 0],
  ["an empty text", ""],
  ["null", null],
])("%s is a value, and wins", (_name, given) => {
  expect(inherit<Layer>({ a: 1 }, { a: given })).toEqual({ a: given });
});

test("undefined is no value, and inherits", () => {
  expect(inherit<Layer>({ a: 1 }, { a: undefined })).toEqual({ a: 1 });
});

test("what no layer sets is not there", () => {
  expect(Object.keys(inherit<Layer>({ a: undefined }, undefined, {}))).toEqual([]);
});

test("every field comes from the last layer that sets it", () => {
  fc.assert(
    fc.property(fc.array(layer), (layers) => {
      const result = inherit<Layer>(...layers);
      for (const name of ["a", "b", "c"] as const) {
        const setting = layers.filter((one) => one[name] !== undefined).pop();
        expect(result[name]).toBe(setting?.[name]);
      }
    }),
  );
});

test("it does not matter how the layers are grouped, nor that one is there twice", () => {
  fc.assert(
    fc.property(layer, layer, layer, (one, two, three) => {
      const expected = inherit<Layer>(one, two, three);
      expect(inherit<Layer>(inherit<Layer>(one, two), three)).toEqual(expected);
      expect(inherit<Layer>(one, inherit<Layer>(two, three))).toEqual(expected);
      expect(inherit<Layer>(one, one, undefined, two, {}, three, three)).toEqual(expected);
    }),
  );
});

test("the layers are left as they are", () => {
  const layers = [Object.freeze({ a: 1 }), Object.freeze({ a: 2, b: 3 })];
  expect(inherit<Layer>(...layers)).toEqual({ a: 2, b: 3 });
});
