import { LocalValues } from "../../../lib/check/core/local-values";

const values = new LocalValues(
  new Map<string, unknown>([
    ["ttl", 300],
    ["off", false],
    ["nothing", null],
    ["copy", "${local.ttl}"],
    ["text", "a-${local.ttl}"],
    ["variable", "${var.x}"],
    ["cats", { ttl: { long: "${local.ttl}", "a.b": 1 }, hosts: ["one", "${local.name}"], at: "${local.deep}" }],
    ["deep", { name: "${local.name}" }],
    ["name", "two"],
    ["self", "${local.self}"],
    ["there", "${local.back}"],
    ["back", { x: "${local.there}" }],
  ]),
);

test.each([
  ["local.ttl", 300],
  ["local.off", false],
  ["local.nothing", null],
  ["local.copy", 300],
  ["local.text", "a-${local.ttl}"],
  ["local.variable", "${var.x}"],
  ["local.cats.ttl.long", 300],
  ['local.cats["ttl"]["a.b"]', 1],
  ["local.cats.hosts[1]", "two"],
  ["local.cats.hosts.0", "one"],
  ["local.cats.at.name", "two"],
  ["local.missing", undefined],
  ["local.cats.missing", undefined],
  ["local.cats.constructor", undefined],
  ["local.cats.hosts.length", undefined],
  ["local.ttl.x", undefined],
  ["local.variable.x", undefined],
  ["local.self", "${local.self}"],
  ["local.cats[local.name]", undefined],
  ["local.cats.hosts[*]", undefined],
  ["locals.ttl", undefined],
])("%s comes to %j", (expression, value) => expect(values.get(expression)).toEqual(value));

test("each whole text is replaced, wherever it is", () => {
  const written = {
    ttl: "${ local.ttl }",
    off: ["${local.off}", { inner: "${local.cats.hosts}" }],
    "${local.name}": 1,
    "${local.off}": 2,
    gone: "${local.nothing}",
    text: "${local.ttl}s",
    other: "${local.missing}",
    escaped: "$${local.ttl}",
    bare: "local.ttl",
    number: 7,
  };
  expect(values.put(written)).toEqual({
    ttl: 300,
    off: [false, { inner: ["one", "two"] }],
    two: 1,
    "${local.off}": 2,
    gone: null,
    text: "${local.ttl}s",
    other: "${local.missing}",
    escaped: "$${local.ttl}",
    bare: "local.ttl",
    number: 7,
  });
});

test("a circle comes to an end", () => {
  expect(values.put("${local.self}")).toBe("${local.self}");
  expect(JSON.stringify(values.put("${local.there}")).length).toBeLessThan(1000);
});

test("locals that hold each other many times do not fill the memory", () => {
  const names = Array.from({ length: 40 }, (_, index) => `l${index}`);
  const bomb = new LocalValues(
    new Map(names.map((name, index) => [name, Array.from({ length: 10 }, () => `\${local.l${index + 1}}`)])),
  );
  expect(JSON.stringify(bomb.put("${local.l0}")).length).toBeLessThan(20_000_000);
});

test("a chain of many steps is left as it is", () => {
  const chain = (steps: number) =>
    new LocalValues(
      new Map([
        ...Array.from({ length: steps }, (_, step): [string, unknown] => [`l${step}`, `\${local.l${step + 1}}`]),
        [`l${steps}`, 1],
      ]),
    ).put("${local.l0}");
  expect(chain(40)).toBe(1);
  expect(chain(100_000)).toMatch(/^\$\{local\.l/);
});
