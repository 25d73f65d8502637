import { ANYTHING } from "../../../lib/check/core/ordering";
import { writtenDependencies } from "../../../lib/check/core/written-dependencies";

const of = (value: unknown, hasOthers = false) =>
  writtenDependencies(
    [
      { address: "x.me", value },
      { address: "x.other", value: {} },
    ],
    hasOthers,
  ).get("x.me");

test.each<[unknown, string[]]>([
  [{ a: "${x.other.id}" }, ["x.other"]],
  [{ a: "${x.other[0].id} and ${x.third}" }, ["x.other", "x.third"]],
  [{ a: [{ b: '${join(",", [data.y.z.id, local.l, module.m.out])}' }] }, ["data.y.z", "local.l", "module.m"]],
  [{ a: "%{ if x.other.id == 1 }a%{ endif }" }, ["x.other"]],
  [{ "${x.other.id}": 1 }, ["x.other"]],
  [{ a: "x.other", b: 5, c: null }, []],
  [{ depends_on: ["x.other", "${x.third}"] }, ["x.other", "x.third"]],
  [{ lifecycle: { replace_triggered_by: ["x.other.id"] } }, ["x.other"]],
  [{ a: "${var.x} ${each.key} ${count.index} ${self.id} ${path.module} ${terraform.workspace}" }, []],
])("%j names %j", (value, named) => expect(of(value)).toEqual(named));

test("what is declared elsewhere may be anything", () => {
  expect(of({ a: "${x.other.id} ${x.third.id} ${var.x}" }, true)).toEqual(["x.other", ANYTHING]);
});

test("what is declared in two places names what both do", () => {
  const found = writtenDependencies(
    [
      { address: "local.a", value: "${x.b.id}" },
      { address: "local.a", value: "${x.c.id}" },
    ],
    false,
  );
  expect(found.get("local.a")).toEqual(["x.b", "x.c"]);
});

test("a long text is read in time", () => {
  const start = Date.now();
  expect(of({ a: `\${x.other.id}${"a".repeat(2_000_000)}` })).toEqual(["x.other"]);
  expect(Date.now() - start).toBeLessThan(2000);
});
