import { acknowledge, shareReasons } from "../../lib/rules/acknowledgement";
import { ACKNOWLEDGEABLE_IDS } from "../../lib/rules/catalogue";
import { bodyKeyUnmapped } from "../../lib/rules/gateway/body-key-unmapped";
import { ttlZero } from "../../lib/rules/gateway/ttl-zero";
import { sharedCacheNamespace } from "../../lib/rules/gateway/shared-cache-namespace";
import { Finding } from "../../lib/rules/finding";
import { briefly } from "../support/plan";

const [one, two] = [ttlZero("endpoints[0].ttlSeconds", 0)[0]!, ttlZero("endpoints[1].ttlSeconds", 0)[0]!];
const other = sharedCacheNamespace("endpoints[1]", "n", "endpoints[0]")[0]!;
const error = bodyKeyUnmapped("keys[0]", "request.body", "hint")[0]!;

function left(reasons: { [rule: string]: string } | undefined, findings = [one, other, two, error]) {
  return acknowledge(findings, { property: "cache.acknowledgements", reasons }, () => ACKNOWLEDGEABLE_IDS);
}

test("without reasons everything is left", () => {
  expect(left(undefined)).toEqual([one, other, two, error]);
  expect(left({})).toEqual([one, other, two, error]);
});

test("a reason takes every warning of its rule away, and no other", () => {
  expect(left({ "gateway/ttl-zero": "for the sale" })).toEqual([other, error]);
});

describe("a reason that is refused", () => {
  const at = (rule: string) => `input/invalid-acknowledgement at cache.acknowledgements["${rule}"]`;

  test.each([
    ["is for an error", "gateway/body-key-unmapped", "a reason"],
    ["is for a rule that does not exist", "gateway/ttl-zerro", "a reason"],
    ["is for a name that every object has", "toString", "a reason"],
    ["is empty", "gateway/ttl-zero", ""],
    ["is blank", "gateway/ttl-zero", " \n"],
    ["is no text", "gateway/ttl-zero", true as never],
  ])("%s", (_what, rule, reason) => {
    expect(briefly(left({ [rule]: reason }))).toContain(at(rule));
  });

  test("leaves the error that it was for", () => {
    expect(left({ "gateway/body-key-unmapped": "a reason" })).toContain(error);
  });

  test("is an error itself, and tells what can be acknowledged", () => {
    const [finding] = left({ "gateway/ttl-zerro": "a reason" }, []);
    expect(finding).toMatchObject({ severity: "error", found: "a reason" });
    expect(finding!.allowed).toContain("gateway/ttl-zero");
  });
});

test("a reason that nothing needs is a warning", () => {
  const findings = left({ "gateway/ttl-zero": "for the sale" }, [error]);
  expect(briefly(findings)).toEqual([
    "gateway/body-key-unmapped at keys[0]",
    'input/unused-acknowledgement at cache.acknowledgements["gateway/ttl-zero"]',
  ]);
  expect(findings[1]!.severity).toBe("warning");
});

describe("reasons that several constructs share", () => {
  const raise = (reasons: { [rule: string]: string }, findings: Finding[]) =>
    acknowledge(findings, { property: "acknowledgements", reasons }, () => ACKNOWLEDGEABLE_IDS);

  test("are not missed by the one that has no need of them", () => {
    const shared = shareReasons({ property: "acknowledgements", reasons: { "gateway/ttl-zero": "for the sale" } });
    expect(raise(shared.reasons, [])).toEqual([]);
    expect(raise(shared.reasons, [one])).toEqual([]);
    expect(shared.unused()).toEqual([]);
  });

  test("are unused where none had need of them", () => {
    const shared = shareReasons({ property: "acknowledgements", reasons: { "gateway/ttl-zero": "for the sale" } });
    raise(shared.reasons, []);
    raise(shared.reasons, [error]);
    expect(briefly(shared.unused())).toEqual(['input/unused-acknowledgement at acknowledgements["gateway/ttl-zero"]']);
  });

  test("are refused by each of them where they are no reasons", () => {
    const shared = shareReasons({ property: "acknowledgements", reasons: { "gateway/ttl-zerro": "for the sale" } });
    expect(briefly(raise(shared.reasons, []))).toEqual([
      'input/invalid-acknowledgement at acknowledgements["gateway/ttl-zerro"]',
    ]);
  });

  test("may be none", () => {
    expect(shareReasons({ property: "acknowledgements", reasons: undefined }).unused()).toEqual([]);
  });
});
