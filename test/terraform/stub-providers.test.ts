import { createPrivateKey, X509Certificate } from "node:crypto";
import {
  addressesByAction,
  rewriteStack,
  type StackDirectory,
  type Terraform,
  terraformIn,
  writtenStack,
} from "./harness";
import { startStubProviders, type StubProviders } from "./stub-providers";
import { integer } from "./stub-providers/der";

const ZONE = "0123456789abcdef0123456789abcdef";
const NOWHERE = "http://127.0.0.1:9";

interface Resources {
  readonly [type: string]: { readonly [name: string]: object };
}

interface Blocks {
  readonly data?: object;
  readonly output?: object;
  readonly import?: object;
}

function document(resource: Resources, blocks: Blocks = {}) {
  return {
    terraform: {
      required_providers: {
        cloudflare: { source: "cloudflare/cloudflare", version: "5.14.0" },
        tls: { source: "hashicorp/tls", version: "4.1.0" },
      },
    },
    provider: { cloudflare: [{ api_token: "token" }] },
    resource: Object.keys(resource).length === 0 ? undefined : resource,
    ...blocks,
  };
}

/** A stack with providers of its own, which ends with the test. */
interface Stack {
  readonly stubs: StubProviders;
  readonly terraform: Terraform;
  replace(resource: Resources, blocks?: Blocks): void;
}

const running: { stubs: StubProviders; directory: StackDirectory }[] = [];

async function stackOf(resource: Resources, blocks?: Blocks): Promise<Stack> {
  const stubs = await startStubProviders({ zones: { "example.com": ZONE } });
  const directory = writtenStack(document(resource, blocks));
  running.push({ stubs, directory });
  const terraform = terraformIn(directory.directory, { endpoint: NOWHERE, environment: stubs.environment });
  await terraform.init();
  return { stubs, terraform, replace: (next, others) => rewriteStack(directory, document(next, others)) };
}

afterEach(() => {
  for (const { stubs, directory } of running.splice(0)) {
    stubs.stop();
    directory.remove();
  }
});

/** What Terraform answers to something that it refuses. */
async function refusal(command: Promise<unknown>): Promise<string> {
  return command.then(
    () => "accepted",
    (error: Error) => error.message.replace(/[\s│]+/g, " "),
  );
}

const HOSTNAMES = ["*.api.example.com", "api.example.com"];

function certificate(
  options: { algorithm?: "RSA" | "ECDSA"; hostnames?: string[]; first?: boolean; key?: string } = {},
) {
  const { algorithm = "RSA", hostnames = HOSTNAMES, first = true, key = "key" } = options;
  return {
    tls_private_key: {
      [key]: algorithm === "RSA" ? { algorithm, rsa_bits: 2048 } : { algorithm, ecdsa_curve: "P256" },
    },
    tls_cert_request: {
      request: { private_key_pem: `\${tls_private_key.${key}.private_key_pem}`, subject: [{ common_name: "origin" }] },
    },
    cloudflare_origin_ca_certificate: {
      origin: {
        csr: "${tls_cert_request.request.cert_request_pem}",
        hostnames,
        request_type: algorithm === "RSA" ? "origin-rsa" : "origin-ecc",
        requested_validity: 5475,
        lifecycle: { create_before_destroy: first },
      },
    },
  };
}

function rule(ref: string | undefined, host: string, others: object = {}) {
  return {
    ref,
    enabled: true,
    description: host,
    action: "set_cache_settings",
    expression: `(http.host eq "${host}")`,
    action_parameters: { cache: true, edge_ttl: { mode: "bypass_by_default" }, serve_stale: {}, ...others },
  };
}

function ruleset(rules: readonly object[], others: object = {}) {
  return { zone_id: ZONE, kind: "zone", name: "default", phase: "http_request_cache_settings", rules, ...others };
}

const RECORD = {
  zone_id: ZONE,
  name: "api.example.com",
  type: "CNAME",
  content: "d-abc.example.net",
  proxied: true,
  ttl: 1,
};

describe("an Origin CA certificate", () => {
  test.each([
    ["RSA", "rsa"],
    ["ECDSA", "ec"],
  ] as const)("of an %s key is a real one, and its second plan is empty", async (algorithm, keyType) => {
    const output = {
      certificate: { value: "${cloudflare_origin_ca_certificate.origin.certificate}" },
      key: { value: "${tls_private_key.key.private_key_pem}", sensitive: true },
    };
    const { terraform, stubs } = await stackOf(certificate({ algorithm }), { output });
    await terraform.validate();
    await terraform.apply();

    const { certificate: pem, key } = (await terraform.outputs()) as { certificate: string; key: string };
    const parsed = new X509Certificate(pem);
    expect(parsed.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(parsed.publicKey.asymmetricKeyType).toBe(keyType);
    expect(parsed.subjectAltName).toBe("DNS:*.api.example.com, DNS:api.example.com");
    expect(parsed.issuer).toContain("CN=");
    expect(parsed.ca).toBe(false);
    const days = (Date.parse(parsed.validTo) - Date.parse(parsed.validFrom)) / 86_400_000;
    expect(days).toBe(5475);
    expect(stubs.cloudflare.dump()["cloudflare_origin_ca_certificate"]).toMatchObject([{ revoked: false }]);
    expect((await terraform.plan()).text).toContain("No changes.");

    await terraform.destroy();
    expect(stubs.cloudflare.dump()["cloudflare_origin_ca_certificate"]).toMatchObject([{ revoked: true }]);
  });

  test("whose hostnames are not sorted is replaced by every plan", async () => {
    const { terraform } = await stackOf(certificate({ hostnames: [...HOSTNAMES].reverse() }));
    await terraform.apply();
    expect(addressesByAction(await terraform.plan())).toEqual({
      "create,delete": ["cloudflare_origin_ca_certificate.origin"],
    });
  });

  test.each([
    ["issued before the old one is revoked, if Terraform is told so", true, ["create new", "delete old"]],
    ["issued after the old one is revoked, if not", false, ["delete old", "create new"]],
  ])("is %s", async (_name, first, expected) => {
    const { terraform, stubs, replace } = await stackOf(certificate({ first }));
    await terraform.apply();
    const [old] = stubs.cloudflare.dump()["cloudflare_origin_ca_certificate"]!;
    stubs.cloudflare.clear();

    replace(certificate({ first, key: "key_second" }));
    await terraform.apply();

    const changes = stubs.cloudflare
      .events()
      .map(({ operation, id }) => `${operation} ${id === old!["id"] ? "old" : "new"}`);
    expect(changes).toEqual(expected);
    const times = stubs.cloudflare.events().map(({ time }) => time);
    expect([...times].sort()).toEqual(times);
    expect((await terraform.plan()).isEmpty).toBe(true);
  });

  test("needs a key of its request type, and a validity that is sold", async () => {
    const rsa = certificate();
    const origin = rsa.cloudflare_origin_ca_certificate.origin;
    const wrong = (changes: object) => ({
      ...rsa,
      cloudflare_origin_ca_certificate: { origin: { ...origin, ...changes } },
    });
    const { terraform, replace } = await stackOf(wrong({ request_type: "origin-ecc" }));
    expect(await refusal(terraform.apply())).toContain("does not match the request type origin-ecc");
    replace(wrong({ requested_validity: 100 }));
    expect(await refusal(terraform.validate())).toContain("requested_validity: 100 is not one of 7, 30");
    replace(wrong({ hostnames: ["*.*.example.com"] }));
    expect(await refusal(terraform.apply())).toContain("*.*.example.com is no host name");
  });

  test("is imported without its request, so that Terraform replaces it", async () => {
    const { terraform, stubs, replace } = await stackOf(certificate());
    await terraform.apply();
    const [{ id = "" } = {}] = stubs.cloudflare.dump()["cloudflare_origin_ca_certificate"]! as { id?: string }[];
    await terraform.run("state", "rm", "cloudflare_origin_ca_certificate.origin");
    replace(certificate(), { import: [{ to: "cloudflare_origin_ca_certificate.origin", id }] });
    const [change] = (await terraform.plan()).resourceChanges;
    expect(change).toMatchObject({ address: "cloudflare_origin_ca_certificate.origin", actions: ["create", "delete"] });
  });
});

describe("a private key", () => {
  test("is not printed, and an output of it must say so", async () => {
    const output = { key: { value: "${tls_private_key.key.private_key_pem}" } };
    const { terraform } = await stackOf(certificate(), { output });
    expect(await refusal(terraform.plan())).toContain("Output refers to sensitive values");
  });
});

describe("a ruleset", () => {
  test("keeps the ids of the rules whose refs stay, and its second plan is empty", async () => {
    const { terraform, stubs, replace } = await stackOf({
      cloudflare_ruleset: { cache: ruleset([rule("a", "a.com"), rule("b", "b.com")]) },
    });
    await terraform.apply();
    expect((await terraform.plan()).isEmpty).toBe(true);
    const idsByRef = () => {
      const [{ rules }] = stubs.cloudflare.dump()["cloudflare_ruleset"]! as unknown as [
        { rules: { ref: string; id: string }[] },
      ];
      return Object.fromEntries(rules.map(({ ref, id }) => [ref, id]));
    };
    const before = idsByRef();

    replace({
      cloudflare_ruleset: {
        cache: ruleset([rule("c", "c.com"), rule("b", "b.com"), rule("a", "a.com", { cache: false })]),
      },
    });
    const plan = await terraform.plan();
    expect(addressesByAction(plan)).toEqual({ update: ["cloudflare_ruleset.cache"] });
    await terraform.apply({ plan });

    expect(idsByRef()).toEqual({ ...before, c: expect.any(String) });
    expect((await terraform.plan()).isEmpty).toBe(true);
    await terraform.destroy();
    expect(stubs.cloudflare.dump()).toEqual({});
  });

  test("without refs gives its rules new ids when one is put before them", async () => {
    const { terraform, stubs, replace } = await stackOf({
      cloudflare_ruleset: { cache: ruleset([rule(undefined, "a.com")]) },
    });
    await terraform.apply();
    expect((await terraform.plan()).isEmpty).toBe(true);
    const idOf = (description: string) => {
      const [{ rules }] = stubs.cloudflare.dump()["cloudflare_ruleset"]! as unknown as [
        { rules: { description: string; id: string }[] },
      ];
      return rules.find((one) => one.description === description)!.id;
    };
    const before = idOf("a.com");
    replace({ cloudflare_ruleset: { cache: ruleset([rule(undefined, "b.com"), rule(undefined, "a.com")]) } });
    await terraform.apply();
    expect(idOf("a.com")).not.toBe(before);
  });

  test("is refused if the phase of the zone has one, in the stack or in the dashboard", async () => {
    const first = ruleset([rule("a", "a.com")]);
    const { terraform, stubs, replace } = await stackOf({
      cloudflare_ruleset: { one: first, two: { ...first, name: "two" } },
    });
    expect(await refusal(terraform.apply({ parallelism: 1 }))).toContain(
      "exceeded maximum number of zone rulesets for phase http_request_cache_settings (20217)",
    );
    replace({});
    await terraform.apply();
    const id = stubs.cloudflare.put("cloudflare_ruleset", { ...ruleset([]), description: "" });
    replace({ cloudflare_ruleset: { one: first } });
    expect(await refusal(terraform.apply())).toContain("(20217)");

    replace(
      { cloudflare_ruleset: { one: first } },
      { import: [{ to: "cloudflare_ruleset.one", id: `zones/${ZONE}/${id}` }] },
    );
    const plan = await terraform.plan();
    expect(plan.text).toContain("1 to import, 0 to add, 1 to change, 0 to destroy");
    await terraform.apply({ plan });
    expect(stubs.cloudflare.dump()["cloudflare_ruleset"]).toMatchObject([{ id, rules: [{ ref: "a" }] }]);
    expect((await terraform.plan()).isEmpty).toBe(true);
  });

  test.each([
    ["a parameter of another action", [rule("a", "a.com", { ssl: "strict" })], "ssl does not belong to the action"],
    [
      "an unknown mode",
      [rule("a", "a.com", { edge_ttl: { mode: "bypass" } })],
      '"bypass" is not one of respect_origin',
    ],
    ["an empty list", [rule("a", "a.com", { additional_cacheable_ports: [] })], "additional_cacheable_ports: is empty"],
  ])("is invalid with %s", async (_name, rules, message) => {
    const { terraform } = await stackOf({ cloudflare_ruleset: { cache: ruleset(rules) } });
    expect(await refusal(terraform.validate())).toContain(message);
  });

  test("is refused by the API with two equal refs, and replaced under another name", async () => {
    const { terraform, replace } = await stackOf({
      cloudflare_ruleset: { cache: ruleset([rule("a", "a.com"), rule("a", "b.com")]) },
    });
    await terraform.validate();
    expect(await refusal(terraform.apply())).toContain("two rules have the ref a");
    replace({ cloudflare_ruleset: { cache: ruleset([rule("a", "a.com")]) } });
    await terraform.apply();
    replace({ cloudflare_ruleset: { cache: ruleset([rule("a", "a.com")], { name: "other" }) } });
    expect(addressesByAction(await terraform.plan())).toEqual({ "delete,create": ["cloudflare_ruleset.cache"] });
  });
});

describe("a DNS record", () => {
  test("as the API spells it has an empty second plan, and is changed in place", async () => {
    const { terraform, stubs, replace } = await stackOf({ cloudflare_dns_record: { api: RECORD } });
    await terraform.apply();
    expect((await terraform.plan()).isEmpty).toBe(true);
    const [before] = stubs.cloudflare.dump()["cloudflare_dns_record"]!;
    expect(before).toMatchObject(RECORD);

    replace({ cloudflare_dns_record: { api: { ...RECORD, content: "d-new.example.net" } } });
    const plan = await terraform.plan();
    expect(addressesByAction(plan)).toEqual({ update: ["cloudflare_dns_record.api"] });
    await terraform.apply({ plan });
    expect(stubs.cloudflare.dump()["cloudflare_dns_record"]).toMatchObject([
      { id: before!["id"], content: "d-new.example.net" },
    ]);

    replace({ cloudflare_dns_record: { api: { ...RECORD, type: "A", content: "192.0.2.1" } } });
    expect(addressesByAction(await terraform.plan())).toEqual({ "delete,create": ["cloudflare_dns_record.api"] });
  });

  test.each([
    ["a name in capitals", { name: "API.example.com" }, "api.example.com"],
    ["a name with a dot at its end", { name: "api.example.com." }, "api.example.com"],
    ["a name with an umlaut", { name: "bücher.example.com" }, "xn--bcher-kva.example.com"],
    ["a content with a dot at its end", { content: "d-abc.example.net." }, "api.example.com"],
  ])("with %s is changed by every plan", async (_name, changes, name) => {
    const { terraform, stubs } = await stackOf({ cloudflare_dns_record: { api: { ...RECORD, ...changes } } });
    await terraform.apply();
    expect(stubs.cloudflare.dump()["cloudflare_dns_record"]).toMatchObject([{ name, content: "d-abc.example.net" }]);
    expect(addressesByAction(await terraform.plan())).toEqual({ update: ["cloudflare_dns_record.api"] });
  });

  test("of another zone ends up inside of this one", async () => {
    const { terraform, stubs } = await stackOf({
      cloudflare_dns_record: { api: { ...RECORD, name: "api.other.com" } },
    });
    await terraform.apply();
    expect(stubs.cloudflare.dump()["cloudflare_dns_record"]).toMatchObject([{ name: "api.other.com.example.com" }]);
  });

  test.each([
    ["proxied with a TTL", { ttl: 300 }, "ttl must be set to 1 when `proxied` is true"],
    ["a proxied validation record", { content: "_a.b.acm-validations.aws" }, "(9003)"],
    ["beside another of its name", {}, "already exists. (81053)"],
  ])("is refused %s", async (_name, changes, message) => {
    const { terraform, stubs } = await stackOf({ cloudflare_dns_record: { api: { ...RECORD, ...changes } } });
    if (message.includes("81053")) stubs.cloudflare.put("cloudflare_dns_record", { ...RECORD, type: "A" });
    await terraform.validate();
    expect(await refusal(terraform.apply())).toContain(message);
  });
});

describe("what else a zone has", () => {
  test("has an empty second plan, and is gone after a destroy, but for its settings", async () => {
    const { terraform, stubs } = await stackOf({
      cloudflare_zone_setting: {
        ssl: { zone_id: ZONE, setting_id: "ssl", value: "strict" },
        ttl: { zone_id: ZONE, setting_id: "browser_cache_ttl", value: 0 },
      },
      cloudflare_argo_tiered_caching: { tiered: { zone_id: ZONE, value: "on" } },
      cloudflare_tiered_cache: {
        smart: { zone_id: ZONE, value: "on", depends_on: ["cloudflare_argo_tiered_caching.tiered"] },
      },
      cloudflare_authenticated_origin_pulls_settings: { pulls: { zone_id: ZONE, enabled: true } },
      cloudflare_page_rule: {
        api: {
          zone_id: ZONE,
          target: "api.example.com/*",
          priority: 1,
          status: "active",
          actions: { ssl: "strict", cache_level: "cache_everything" },
        },
      },
    });
    await terraform.apply();
    expect((await terraform.plan()).isEmpty).toBe(true);
    expect(stubs.cloudflare.dump()).toMatchObject({
      cloudflare_zone_setting: expect.arrayContaining([
        expect.objectContaining({ setting_id: "ssl", value: "strict" }),
      ]),
      cloudflare_tiered_cache: [{ value: "on" }],
      cloudflare_authenticated_origin_pulls_settings: [{ enabled: true }],
      cloudflare_page_rule: [{ status: "active" }],
    });

    await terraform.destroy();
    expect(Object.keys(stubs.cloudflare.dump())).toEqual(["cloudflare_zone_setting"]);
    expect(stubs.cloudflare.events().filter(({ operation }) => operation === "leave")).toHaveLength(2);
  });

  test("a page rule is disabled unless it says otherwise", async () => {
    const api = { zone_id: ZONE, target: "api.example.com/*", actions: { ssl: "strict" } };
    const { terraform, stubs } = await stackOf({ cloudflare_page_rule: { api } });
    await terraform.apply();
    expect(stubs.cloudflare.dump()["cloudflare_page_rule"]).toMatchObject([{ status: "disabled", priority: 1 }]);
  });

  test("a setting that somebody changed is set again, and one with a wrong value is refused", async () => {
    const setting = { zone_id: ZONE, setting_id: "ssl", value: "strict" };
    const { terraform, stubs, replace } = await stackOf({ cloudflare_zone_setting: { ssl: setting } });
    await terraform.apply();
    stubs.cloudflare.put("cloudflare_zone_setting", { id: `${ZONE}/ssl`, value: "flexible" });
    expect(addressesByAction(await terraform.plan())).toEqual({ update: ["cloudflare_zone_setting.ssl"] });
    await terraform.apply();
    expect(stubs.cloudflare.dump()["cloudflare_zone_setting"]).toMatchObject([{ value: "strict" }]);
    replace({ cloudflare_zone_setting: { ssl: { ...setting, value: "full_strict" } } });
    expect(await refusal(terraform.apply())).toContain('"full_strict" is not one of off');
  });

  test("smart tiered cache comes after tiered caching", async () => {
    const { terraform } = await stackOf({ cloudflare_tiered_cache: { smart: { zone_id: ZONE, value: "on" } } });
    expect(await refusal(terraform.apply())).toContain("Tiered Caching must be on");
  });
});

describe("data sources", () => {
  test("find a zone by its name, whose id is in zone_id alone, and Cloudflare's addresses", async () => {
    const { terraform, replace } = await stackOf(
      { cloudflare_dns_record: { api: { ...RECORD, zone_id: "${data.cloudflare_zone.zone.zone_id}" } } },
      {
        data: { cloudflare_zone: { zone: { filter: { name: "example.com" } } }, cloudflare_ip_ranges: { all: {} } },
        output: {
          zone: { value: "${data.cloudflare_zone.zone.zone_id}" },
          id: { value: "${data.cloudflare_zone.zone.id == null}" },
          addresses: {
            value:
              "${length(concat(data.cloudflare_ip_ranges.all.ipv4_cidrs, data.cloudflare_ip_ranges.all.ipv6_cidrs))}",
          },
        },
      },
    );
    await terraform.apply();
    expect(await terraform.outputs()).toEqual({ zone: ZONE, id: true, addresses: 22 });
    expect((await terraform.plan()).isEmpty).toBe(true);
    replace({}, { data: { cloudflare_zone: { zone: { filter: { name: "other.com" } } } } });
    expect(await refusal(terraform.plan())).toContain("the account has no zone other.com");
  });
});

describe("Terraform", () => {
  test("refuses what the schema does not have", async () => {
    const { terraform, replace } = await stackOf({ cloudflare_dns_record: { api: { ...RECORD, value: "x" } } });
    expect(await refusal(terraform.validate())).toMatch(/Extraneous JSON object property.*value/);
    replace({ cloudflare_ruleset: { cache: ruleset([{ ...rule("a", "a.com"), action: undefined }]) } });
    expect(await refusal(terraform.validate())).toMatch(/attribute "action" is required/);
    replace({ cloudflare_record: { api: {} } });
    expect(await refusal(terraform.validate())).toContain('does not support resource type "cloudflare_record"');
  });
});

// A certificate whose serial number begins with a zero is refused by what reads DER strictly.
test.each([
  ["7f", "02017f"],
  ["80", "02020080"],
  ["007f", "02017f"],
  ["000080", "02020080"],
  ["0000", "020100"],
  ["", "020100"],
])("the bytes %j are the number %s in DER", (bytes, expected) => {
  expect(integer(Buffer.from(bytes, "hex")).toString("hex")).toBe(expected);
});
