import fc from "fast-check";
import {
  Shape,
  anyObject,
  anything,
  checkShape,
  flag,
  listOf,
  literal,
  mapOf,
  number,
  objectOf,
  required,
  text,
} from "../../../lib/rules/input/shape";
import { briefly } from "../../support/plan";

interface Inner {
  readonly name: string;
  readonly enabled?: boolean;
}

interface Options {
  readonly ttlSeconds?: number;
  readonly metricsEnabled?: boolean;
  readonly stageName: string;
  readonly mode?: string;
  readonly list?: string[];
  readonly endpoints?: Inner[];
  readonly inner?: Inner;
  readonly tags?: { readonly [name: string]: string };
  readonly any?: unknown;
  readonly object?: object;
}

const INNER: Shape<Inner> = { name: required(text), enabled: literal(flag) };
const OPTIONS: Shape<Options> = {
  ttlSeconds: number,
  metricsEnabled: flag,
  stageName: required(text),
  mode: literal(text),
  list: listOf(text),
  endpoints: literal(listOf(objectOf(INNER))),
  inner: objectOf(INNER),
  tags: mapOf(text),
  any: anything,
  object: anyObject,
};

const TOKEN = "${token}";
const isToken = (value: unknown) => value === TOKEN;

const check = (value: unknown, property = "") => checkShape<Options>(value, OPTIONS, property, isToken);
const found = (options: object) => briefly(check({ stageName: "prod", ...options }));

test.each<object>([
  {},
  { ttlSeconds: 0, metricsEnabled: false, mode: "", list: [], endpoints: [], tags: {} },
  { ttlSeconds: NaN },
  { list: ["a", ""], endpoints: [{ name: "a", enabled: false }], inner: { name: "" }, tags: { a: "b" } },
  { ttlSeconds: undefined, endpoints: undefined },
  { any: null, object: {} },
])("%j is fine", (options) => {
  expect(found(options)).toEqual([]);
});

describe("an unknown option", () => {
  test.each([
    [{ ttlSecond: 1 }, "ttlSecond", "ttlSeconds"],
    [{ ttlInSeconds: 1 }, "ttlInSeconds", "ttlSeconds"],
    [{ metricEnabled: true }, "metricEnabled", "metricsEnabled"],
    [{ ENDPOINTS: undefined }, "ENDPOINTS", undefined],
    [{ constructor: 1 }, "constructor", undefined],
    [JSON.parse('{"__proto__":1}') as object, "__proto__", undefined],
  ])("of %j is told, with the closest name", (options, name, closest) => {
    const findings = check({ stageName: "prod", ...options });
    expect(briefly(findings)).toEqual([`input/unknown-option at ${name}`]);
    if (closest !== undefined) expect(findings[0]!.change).toBe(`Did you mean ${closest}?`);
    expect(findings[0]!.allowed).toContain("ttlSeconds");
  });

  test("is told also deep inside", () => {
    expect(found({ endpoints: [{ name: "a" }, { name: "b", enable: true }] })).toEqual([
      "input/unknown-option at endpoints[1].enable",
    ]);
  });
});

describe("a missing option", () => {
  test("is told", () => {
    expect(briefly(check({}))).toEqual(["input/missing-option at stageName"]);
    expect(briefly(check({ stageName: undefined }))).toEqual(["input/missing-option at stageName"]);
  });

  test("is told also deep inside", () => {
    expect(found({ endpoints: [{ name: "a" }, {}], inner: {} })).toEqual([
      "input/missing-option at endpoints[1].name",
      "input/missing-option at inner.name",
    ]);
  });

  test("is an item of a list that is not there", () => {
    expect(found({ list: ["a", undefined] })).toEqual(["input/missing-option at list[1]"]);
    expect(found({ tags: { a: undefined } })).toEqual(['input/missing-option at tags["a"]']);
  });
});

describe("a value of another type", () => {
  test.each<[object, string]>([
    [{ ttlSeconds: "5" }, "ttlSeconds"],
    [{ ttlSeconds: null }, "ttlSeconds"],
    [{ ttlSeconds: true }, "ttlSeconds"],
    [{ metricsEnabled: "false" }, "metricsEnabled"],
    [{ metricsEnabled: 0 }, "metricsEnabled"],
    [{ stageName: null }, "stageName"],
    [{ stageName: ["prod"] }, "stageName"],
    [{ list: "a" }, "list"],
    [{ list: { 0: "a" } }, "list"],
    [{ list: null }, "list"],
    [{ list: ["a", 1] }, "list[1]"],
    [{ list: ["a", ["b"]] }, "list[1]"],
    [{ list: [null] }, "list[0]"],
    [{ endpoints: {} }, "endpoints"],
    [{ endpoints: [[]] }, "endpoints[0]"],
    [{ endpoints: ["a"] }, "endpoints[0]"],
    [{ endpoints: [null] }, "endpoints[0]"],
    [{ endpoints: [{ name: 1 }] }, "endpoints[0].name"],
    [{ inner: [] }, "inner"],
    [{ inner: null }, "inner"],
    [{ tags: ["a"] }, "tags"],
    [{ tags: { a: 1 } }, 'tags["a"]'],
    [{ tags: { 'a"b': null } }, 'tags["a\\"b"]'],
    [{ object: [] }, "object"],
    [{ object: "a" }, "object"],
  ])("%j is told", (options, property) => {
    expect(found(options)).toEqual([`input/wrong-type at ${property}`]);
  });

  test.each([undefined, null, "props", 1, [], isNaN])("%p is no object of options", (value) => {
    expect(briefly(check(value))).toEqual(["input/wrong-type at props"]);
    expect(briefly(check(value, "cache"))).toEqual(["input/wrong-type at cache"]);
  });

  test("is told with what is allowed", () => {
    expect(check({ stageName: 1 })[0]).toMatchObject({ found: 1, allowed: "a string" });
  });
});

describe("a token", () => {
  test.each(["ttlSeconds", "metricsEnabled", "stageName", "list", "inner", "tags"])(
    "may be the value of %s",
    (name) => {
      expect(found({ [name]: TOKEN })).toEqual([]);
    },
  );

  test.each(["mode", "endpoints"])("may not be the value of %s, which decides what is rendered", (name) => {
    expect(found({ [name]: TOKEN })).toEqual([`input/wrong-type at ${name}`]);
  });

  test("may not be one of them deep inside", () => {
    expect(found({ endpoints: [{ name: TOKEN, enabled: TOKEN }] })).toEqual([
      "input/wrong-type at endpoints[0].enabled",
    ]);
  });

  test("says what would be allowed", () => {
    expect(check({ stageName: "prod", mode: TOKEN })[0]!.allowed).toBe("a string, known at synth");
  });
});

test("the property is told from where the user began to write", () => {
  expect(briefly(check({ ttlSecond: 1 }, "endpoints[0].cache"))).toEqual([
    "input/unknown-option at endpoints[0].cache.ttlSecond",
    "input/missing-option at endpoints[0].cache.stageName",
  ]);
});

test("any value at all gives findings, and never an exception", () => {
  const value = fc.anything({ withBigInt: true, withNullPrototype: true, withMap: true });
  const options = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...Object.keys(OPTIONS))), value);
  fc.assert(
    fc.property(fc.oneof(value, options), (any) => {
      for (const finding of check(any)) {
        expect(finding.rule).toMatch(/^input\//);
        expect(finding.message).toContain(finding.property);
      }
    }),
  );
});
