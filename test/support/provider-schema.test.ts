import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type Attributes,
  type AttributeSchema,
  BOUND_PROVIDERS,
  dataSourceSchema,
  providerSchema,
  resourceSchema,
} from "./provider-schema";

function attribute(attributes: Attributes | undefined, ...path: string[]): AttributeSchema {
  const [name = "", ...rest] = path;
  const found = attributes?.[name];
  if (found === undefined) throw new Error(`there is no ${name}`);
  return rest.length === 0 ? found : attribute(found.nested?.attributes, ...rest);
}

describe("the schema of a resource, from its binding", () => {
  test("says what is required, optional and computed", () => {
    const schema = resourceSchema("cloudflare_origin_ca_certificate");
    const flags = Object.values(schema!).map(({ name, required, optional, computed }) => [
      name,
      [required && "required", optional && "optional", computed && "computed"].filter(Boolean).join(" "),
    ]);
    expect(Object.fromEntries(flags)).toEqual({
      certificate: "computed",
      csr: "required",
      expires_on: "computed",
      hostnames: "required",
      id: "computed",
      request_type: "required",
      requested_validity: "optional computed",
    });
  });

  test.each<[string[], AttributeSchema["type"]]>([
    [["name"], "string"],
    [["ttl"], "number"],
    [["proxied"], "bool"],
    [["tags"], ["set", "string"]],
    [["data", "flags"], "dynamic"],
    [["settings", "flatten_cname"], "bool"],
  ])("gives %s of a DNS record its type", (path, type) => {
    expect(attribute(resourceSchema("cloudflare_dns_record"), ...path).type).toEqual(type);
  });

  test.each<[string, string[], string, boolean]>([
    ["cloudflare_ruleset", ["rules"], "list", false],
    ["cloudflare_ruleset", ["rules", "action_parameters"], "single", false],
    ["cloudflare_ruleset", ["rules", "action_parameters", "headers"], "map", false],
    ["cloudflare_ruleset", ["rules", "action_parameters", "edge_ttl", "status_code_ttl"], "list", false],
    ["cloudflare_page_rule", ["actions"], "single", false],
    ["cloudflare_api_token", ["policies", "permission_groups"], "set", false],
    ["tls_cert_request", ["subject"], "list", true],
  ])("says how %s nests %s", (type, path, nesting, isBlock) => {
    expect(attribute(resourceSchema(type), ...path).nested).toMatchObject({ nesting, isBlock });
  });

  test("has maps of lists, and the enumerations that are documented", () => {
    const parameters = ["rules", "action_parameters"];
    const ruleset = resourceSchema("cloudflare_ruleset");
    expect(attribute(ruleset, ...parameters, "cache_key", "custom_key", "header", "contains").type).toEqual([
      "map",
      ["list", "string"],
    ]);
    expect(attribute(ruleset, "kind").values).toEqual(["managed", "custom", "root", "zone"]);
    expect(attribute(ruleset, ...parameters, "edge_ttl", "mode").values).toEqual([
      "respect_origin",
      "bypass_by_default",
      "override_origin",
    ]);
    const validity = attribute(resourceSchema("cloudflare_origin_ca_certificate"), "requested_validity");
    expect(validity.values).toEqual([7, 30, 90, 365, 730, 1095, 5475]);
  });

  test("knows data sources and providers, and what is unknown", () => {
    expect(attribute(dataSourceSchema("cloudflare_zone"), "filter").nested).toMatchObject({ nesting: "single" });
    expect(attribute(dataSourceSchema("cloudflare_ip_ranges"), "ipv4_cidrs").type).toEqual(["list", "string"]);
    expect(providerSchema("cloudflare")).toHaveProperty("api_token.type", "string");
    expect(resourceSchema("cloudflare_record")).toBeUndefined();
    expect(resourceSchema("aws_s3_bucket")).toBeUndefined();
  });

  test("can be read from every module that an API behind a cache may need", () => {
    const related =
      /argo|authenticated-origin|cache|certificate|dns-record|ip-ranges|key|origin-ca|page-rule|request|ruleset|zone(-setting)?s?$/;
    const shapeless = (attributes: Attributes): string[] =>
      Object.values(attributes).flatMap(({ name, type, nested }) =>
        nested === undefined ? (type === undefined ? [name] : []) : shapeless(nested.attributes),
      );
    for (const provider of BOUND_PROVIDERS) {
      const root = dirname(require.resolve(`@cdktf/provider-${provider}/package.json`));
      const entries = readdirSync(join(root, "lib"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
      for (const { name } of entries.filter((entry) => related.test(entry.name))) {
        const words = name.split("-").join("_");
        const schema = words.startsWith("data_")
          ? dataSourceSchema(words.replace("data_", ""))
          : resourceSchema(`${provider}_${words}`);
        expect([name, schema === undefined ? "missing" : shapeless(schema)]).toEqual([name, []]);
      }
    }
  });
});
