import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { report } from "../../lib/stack/report";
import { bodyNotInKeyRule } from "../../lib/rules/gateway/body-not-in-key";
import { ttlOutOfRange } from "../../lib/rules/gateway/ttl-out-of-range";
import { ttlZero } from "../../lib/rules/gateway/ttl-zero";
import { annotations, refusedFor, warnings } from "../support/findings";
import { TestApi } from "../support/test-api";

const construct = () => new Construct(new TerraformStack(Testing.app(), "stack"), "cache");
const property = "acknowledgements";

const body = bodyNotInKeyRule.finding({ property: "endpoints[0]", found: "POST /", allowed: "GET", change: "Change." });

describe("warnings", () => {
  test("become one annotation of the construct, a line each", () => {
    const scope = construct();
    report(scope, [...ttlZero("a", 0), body], { property, reasons: undefined });
    expect(annotations(scope)).toEqual([`${ttlZero("a", 0)[0]!.message}\n${body.message}`]);
  });

  test("that are acknowledged are not shown", () => {
    const scope = construct();
    report(scope, [...ttlZero("a", 0), body], { property, reasons: { "gateway/ttl-zero": "a reason" } });
    expect(annotations(scope)).toEqual([body.message]);
  });

  test("leave no annotation where there is none", () => {
    const scope = construct();
    report(scope, [], { property, reasons: undefined });
    report(scope, [body], { property, reasons: { "gateway/body-not-in-key": "a reason" } });
    expect(annotations(scope)).toEqual([]);
  });

  test("leave no annotation beside an error", () => {
    const scope = construct();
    const findings = [body, ...ttlOutOfRange("b", -1)];
    expect(refusedFor(() => report(scope, findings, { property, reasons: undefined }))).toEqual([
      "gateway/ttl-out-of-range at b",
    ]);
    expect(annotations(scope)).toEqual([]);
  });
});

test("an error cannot be acknowledged away", () => {
  const reasons = { "gateway/ttl-out-of-range": "a reason" };
  expect(refusedFor(() => report(construct(), ttlOutOfRange("b", -1), { property, reasons }))).toEqual([
    "gateway/ttl-out-of-range at b",
    'input/invalid-acknowledgement at acknowledgements["gateway/ttl-out-of-range"]',
  ]);
});

describe("a StageCache", () => {
  function postCats(ofStage?: string, ofEndpoint?: string) {
    const api = new TestApi();
    const { method } = api.endpoint("POST", "/cats");
    const reasons = (reason?: string) =>
      reason === undefined ? undefined : { acknowledgements: { "gateway/body-not-in-key": reason } };
    return api.cache([{ method, ...reasons(ofEndpoint) }], reasons(ofStage));
  }

  test("warns on its own node", () => {
    expect(annotations(postCats())).toEqual([expect.stringMatching(/^gateway\/body-not-in-key: endpoints\[0\]/)]);
  });

  test.each([
    ["for the whole stage", ["the body is empty", undefined]],
    ["at the endpoint", [undefined, "the body is empty"]],
  ] as const)("does not warn of what is acknowledged %s", (_where, [ofStage, ofEndpoint]) => {
    expect(warnings(postCats(ofStage, ofEndpoint))).toEqual([]);
  });

  test("warns of an acknowledgement that nothing needs", () => {
    const cache = postCats("the body is empty", "the body is empty");
    expect(warnings(cache)).toEqual([expect.stringMatching(/^input\/unused-acknowledgement: acknowledgements\[/)]);
  });
});
