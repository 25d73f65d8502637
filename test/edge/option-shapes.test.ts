import { EDGE_CACHE, acknowledgements, oneOf } from "../../lib/edge/option-shapes";
import { checkShape } from "../../lib/rules/input/shape";
import { briefly } from "../support/plan";

const isUnknown = (value: unknown) => typeof value === "string" && value.includes("${");

test("an enumeration takes its values and no name, and is known at synth", () => {
  const type = oneOf({ FREE: "free", PRO: "pro" });
  expect(type.check("free", "plan", isUnknown)).toEqual([]);
  for (const value of ["FREE", "", undefined, null, 1]) expect(type.check(value, "plan", isUnknown)).toHaveLength(1);
  expect([type.literal, type.description]).toEqual([true, "one of free, pro"]);
});

test.each<[object, string[]]>([
  [{}, []],
  [{ ttlSeconds: 1, browserTtlSeconds: "${var.ttl}" }, []],
  [{ ttlSeconds: "60" }, ["input/wrong-type at ttlSeconds"]],
  [{ statusCodeTtls: [{ statusCode: 404 }] }, ["input/missing-option at statusCodeTtls[0].ttlSeconds"]],
  [{ paths: [{}] }, ["input/missing-option at paths[0].path"]],
  [{ paths: ["/a"] }, ["input/wrong-type at paths[0]"]],
  [{ bypass: { cookies: "session" } }, ["input/wrong-type at bypass.cookies"]],
  [{ bypass: { cookieNames: ["${var.x}"] } }, ["input/wrong-type at bypass.cookieNames[0]"]],
  [{ ignoreQueryStrings: "${var.x}" }, ["input/wrong-type at ignoreQueryStrings"]],
])("%j: %j", (options, expected) => {
  expect(briefly(checkShape(options, EDGE_CACHE, "", isUnknown))).toEqual(expected);
});

test("a reason is a text", () => {
  expect(acknowledgements.check({ "edge/x": "because" }, "acknowledgements", isUnknown)).toEqual([]);
  expect(acknowledgements.check({ "edge/x": 1 }, "acknowledgements", isUnknown)).toHaveLength(1);
});
