import fc from "fast-check";
import { isMultiLevel, mappingId, mappingKeyProblem, pathBelow } from "../../../lib/domain/core/mapping-key";

const segment = fc.stringMatching(/^[A-Za-z0-9$\-_.+!*'()]{1,6}$/);
const key = fc.array(segment, { maxLength: 4 }).map((parts) => parts.join("/"));

describe("the key of a mapping", () => {
  test.each([[""], ["v1"], ["v1/orders"], ["a/b/c/d"], ["$-_.+!*'()"], ["x".repeat(300)]])("may be %j", (text) => {
    expect(mappingKeyProblem(text)).toBeUndefined();
  });

  test.each([
    ["/v1", 'Write "v1".'],
    ["v1/", 'Write "v1".'],
    ["v1//orders", 'Write "v1/orders".'],
    ["//v1//", 'Write "v1".'],
    ["/", "Leave the path out to map everything."],
    ["v 1", "Use another path."],
    ["{id}", "Use another path."],
    ["v1?x", "Use another path."],
    ["ä", "Use another path."],
    ["x".repeat(301), "Shorten the path."],
  ])("may not be %j", (text, change) => {
    expect(mappingKeyProblem(text)?.change).toBe(change);
  });

  test("is told which character is wrong", () => {
    expect(mappingKeyProblem("v1/a b")?.cause).toBe('" " cannot be part of it');
  });

  test("has more than one level with a slash in it", () => {
    expect([isMultiLevel(""), isMultiLevel("v1"), isMultiLevel("v1/orders")]).toEqual([false, false, true]);
  });

  test("that is accepted is accepted by AWS", () => {
    fc.assert(fc.property(key, (text) => mappingKeyProblem(text) === undefined));
  });
});

describe("the Terraform name of a mapping", () => {
  test.each([
    ["", "mapping"],
    ["v1", "mapping_v1"],
    ["v1/orders", "mapping_v1_orders"],
    ["v1_orders", "mapping_v1__orders"],
    ["v1.0", "mapping_v1-x2E-0"],
    ["_root", "mapping_-x5F-root"],
  ])("of %j is %s", (text, id) => {
    expect(mappingId(text)).toBe(id);
  });

  test("is a name that Terraform takes", () => {
    fc.assert(fc.property(key, (text) => /^[A-Za-z][A-Za-z0-9_-]*$/.test(mappingId(text))));
  });

  test("is another one for every key", () => {
    fc.assert(fc.property(key, key, (one, other) => one === other || mappingId(one) !== mappingId(other)));
  });

  test.each([
    ["v1/orders", "v1_orders"],
    ["a/_b", "a_/b"],
    ["a__b", "a/_b"],
    ["V1", "v1"],
  ])("of %j is not that of %j", (one, other) => {
    expect(mappingId(one)).not.toBe(mappingId(other));
  });
});

describe("what a longer key leaves of a shorter one", () => {
  test.each([
    ["v1", "v1/orders", "/orders"],
    ["", "v1", "/v1"],
    ["", "v1/orders", "/v1/orders"],
    ["v1", "v10/orders", undefined],
    ["v1", "v1", undefined],
    ["", "", undefined],
    ["v1/orders", "v1", undefined],
  ])("of %j and %j is %j", (short, long, below) => {
    expect(pathBelow(short, long)).toBe(below);
  });
});
