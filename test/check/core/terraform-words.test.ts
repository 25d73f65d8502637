import { checkConfigurations } from "../../../lib/check/core/check-configuration";
import { REWORDED, inTerraformWords } from "../../../lib/check/core/terraform-words";
import { CATALOGUE } from "../../../lib/rules/catalogue";
import { Finding } from "../../../lib/rules/finding";
import { zoneId } from "../../../lib/rules/edge/zone-id";
import { endpointNotInDocument } from "../../../lib/rules/gateway/endpoint-not-in-document";
import { securityPolicy } from "../../../lib/rules/domain/security-policy";
import { unkeyedPathParameter } from "../../../lib/rules/gateway/unkeyed-path-parameter";
import { CATS, TODAY, configurationOf, setting } from "../support/configuration";

const inWords = (findings: Finding[]): Finding => inTerraformWords(findings[0]!);

test("a finding tells what to write in Terraform", () => {
  const { change, message } = inWords(
    unkeyedPathParameter({ property: "cache_key_parameters", found: [] }, "/cats/{id}", "id"),
  );
  expect(change).toContain("Add method.request.path.id to the cache key parameters");
  expect(message.endsWith(change)).toBe(true);
});

test("a finding that says what to write keeps the value in it", () => {
  expect(inWords(zoneId("zone_id", "example.com")).change).toContain("data source");
  expect(inWords(zoneId("zone_id", "0123")).change).toContain("overview page");
  expect(inWords(securityPolicy("p", 1, "x", "Leave securityPolicy out.")).change).toBe("Leave security_policy out.");
});

test("a finding in words that everybody knows stays as it is", () => {
  const finding = CATALOGUE.find(({ id }) => id === "gateway/ttl-out-of-range")!.finding({
    property: "p",
    found: 1,
    allowed: "a",
    change: "c",
  });
  expect(inTerraformWords(finding)).toBe(finding);
});

test("only rules that there are have other words", () => {
  const ids = CATALOGUE.map(({ id }) => id);
  expect(REWORDED.filter((id) => !ids.includes(id))).toEqual([]);
});

/** What only somebody who writes TypeScript could follow. */
const OURS =
  /\b(CacheKey|ApiDomain|EdgeHost|CloudflareZone|IssuedCertificate|OriginTtl|TerraformVariable|StageCache)\b/;

test("whatever is found in the JSON of the examples, once it is broken, is told without the library's names", () => {
  const broken = configurationOf({
    resource: {
      ...CATS,
      aws_api_gateway_integration: { cat: { ...CATS.aws_api_gateway_integration!.cat, cache_key_parameters: [] } },
      aws_api_gateway_method_settings: {
        all: setting("*/*", { caching_enabled: true, cache_ttl_in_seconds: 0 }),
        cat: setting("~1cats~1{id}/GET"),
      },
      cloudflare_dns_record: {
        r: {
          zone_id: "example.com",
          name: "a.b.example.com",
          content: "abcde12345.execute-api.eu-west-1.amazonaws.com",
          proxied: true,
          ttl: 5,
        },
      },
      cloudflare_ruleset: {
        r: {
          zone_id: "${var.z}",
          phase: "p",
          rules: [{ action: "set_cache_settings", expression: "true", action_parameters: { cache: true } }],
        },
        s: { zone_id: "${var.z}", phase: "p", rules: [] },
      },
      cloudflare_origin_ca_certificate: { c: { hostnames: ["b.example.com", "a.example.com"] } },
    },
  });
  const messages = checkConfigurations([broken], TODAY).map(({ finding }) => finding.message);
  expect(messages.length).toBeGreaterThan(7);
  expect(messages.filter((message) => OURS.test(message))).toEqual([]);
});

test("of the operations of a long document only the first are listed", () => {
  const operations = Array.from({ length: 12 }, (_, index) => `GET /p${index}`);
  const [finding] = endpointNotInDocument("method_path", "GET /x", operations);
  expect(inTerraformWords(finding!).allowed).toMatch(/^GET \/p0, .*GET \/p9 and 2 more$/);
  const [short] = endpointNotInDocument("method_path", "GET /x", operations.slice(0, 2));
  expect(inTerraformWords(short!).allowed).toBe("GET /p0, GET /p1");
});
