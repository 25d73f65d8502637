import { synthesizeExample } from "../support/synthesize-example";
import { EDGE_STACKS, EXAMPLE_STACKS } from "../support/examples";
import { checkAgainstSchema } from "../support/provider-schema-check";

interface Resource {
  readonly [attribute: string]: unknown;
}

interface Rule {
  readonly [attribute: string]: unknown;
  readonly ref: string;
  readonly expression: string;
}

function synthesized(example: string, stack: string) {
  const output = synthesizeExample(example);
  const json = output.json(stack);
  output.remove();
  const { resource = {} } = JSON.parse(json) as { resource?: { [type: string]: { [name: string]: Resource } } };
  return { json, all: resource, of: (type: string) => Object.values(resource[type] ?? {}) };
}

/** What must hold of every stack that has something at Cloudflare. */
describe.each(EDGE_STACKS)("the stack of %s called %s", (example, stack) => {
  const { json, of } = synthesized(example, stack);
  const rulesets = of("cloudflare_ruleset") as unknown as { phase: string; zone_id: string; rules: Rule[] }[];
  const rules = rulesets.flatMap((ruleset) => ruleset.rules);

  test("writes nothing that the providers' schemas do not have", () => {
    expect(checkAgainstSchema(json)).toEqual([]);
  });

  test("has one ruleset for a zone and phase, under the name that the dashboard gives", () => {
    const keys = rulesets.map(({ zone_id, phase }) => `${zone_id} ${phase}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const ruleset of rulesets) expect(ruleset).toMatchObject({ name: "default", kind: "zone" });
  });

  test("has rules with a ref of their own, which say that they are on", () => {
    for (const { rules: some } of rulesets) {
      expect(some.length).toBeGreaterThan(0);
      const refs = some.map(({ ref }) => ref);
      expect(new Set(refs).size).toBe(refs.length);
    }
    for (const rule of rules) {
      expect(rule).toMatchObject({ enabled: true, ref: expect.stringMatching(/^[a-z0-9_-]+$/) });
      expect(rule.description).not.toBe("");
      expect(rule).not.toHaveProperty("logging");
      expect(rule.expression.length).toBeLessThanOrEqual(4096);
    }
  });

  test("passes on what is not to be cached in its last rules", () => {
    const cache = rulesets.find(({ phase }) => phase === "http_request_cache_settings")?.rules ?? [];
    const eligible = cache.map(({ action_parameters }) => (action_parameters as { cache: boolean }).cache);
    expect(eligible).toEqual([...eligible].sort((one, other) => Number(other) - Number(one)));
  });

  test("keeps browsers to what the origin says", () => {
    for (const { action, action_parameters } of rules) {
      if (action !== "set_cache_settings" || (action_parameters as { cache: boolean }).cache === false) continue;
      expect(action_parameters).toMatchObject({ browser_ttl: { mode: "respect_origin" } });
    }
  });

  test("has proxied records with a TTL of 1, under their whole names", () => {
    for (const record of of("cloudflare_dns_record")) {
      expect(record).toMatchObject({
        proxied: true,
        ttl: 1,
        name: expect.stringMatching(/^[a-z0-9.-]+\.example\.com$/),
      });
      expect(record.content).not.toMatch(/\.execute-api\./);
    }
  });

  test("has page rules that are active, and carry TLS and cache together", () => {
    for (const rule of of("cloudflare_page_rule")) {
      expect(rule).toMatchObject({ status: "active", actions: { ssl: "strict", cache_level: "cache_everything" } });
    }
  });

  test("asks for certificates with sorted names and a validity, the new one before the old one goes", () => {
    for (const certificate of of("cloudflare_origin_ca_certificate")) {
      const { hostnames, requested_validity, lifecycle } = certificate as {
        [name: string]: unknown;
        hostnames: string[];
      };
      expect(hostnames).toEqual([...new Set(hostnames)].sort());
      expect([7, 30, 90, 365, 730, 1095, 5475]).toContain(requested_validity);
      expect(lifecycle).toEqual({ create_before_destroy: true });
    }
  });

  test("imports certificates with a chain", () => {
    for (const certificate of of("aws_acm_certificate")) {
      if (certificate.certificate_body !== undefined) expect(certificate.certificate_chain).toEqual(expect.any(String));
    }
  });
});

describe.each(EXAMPLE_STACKS)("the stack of %s called %s", (example, stack) => {
  const { json, all } = synthesized(example, stack);

  test("holds no private key", () => {
    expect(json).not.toMatch(/PRIVATE KEY/);
    for (const [type, byName] of Object.entries(all)) {
      for (const { private_key: key } of Object.values(byName)) {
        expect(`${type} ${key ?? "${}"}`).toMatch(/^\w+ \$\{.*\}$/);
      }
    }
  });

  test("has names that can be read, without a hash", () => {
    for (const names of Object.values(all).map(Object.keys)) {
      for (const name of names) expect(name).not.toMatch(/_[0-9A-F]{8}$/);
    }
  });
});
