import { edgeResources } from "../../../../lib/check/core/edge/plain-edge-resources";
import { readHosts } from "../../../../lib/check/core/edge/read-hosts";
import { Finding } from "../../../../lib/rules/finding";
import { secondRuleset } from "../../../../lib/rules/edge/second-ruleset";
import { configurationOf, referencesOf } from "../../support/configuration";

const DOCUMENT = {
  locals: {
    zone: "0123",
    target: "${aws_api_gateway_domain_name.d.regional_domain_name}",
    host: "www.example.com",
  },
  resource: {
    cloudflare_ruleset: {
      a: { zone_id: "${local.zone}", phase: "p", rules: [{ expression: 'http.host eq "${local.host}"' }] },
      b: { zone_id: "${each.value}", phase: "p", rules: "${var.rules}" },
    },
    cloudflare_page_rule: {
      p: { zone_id: "${local.zone}", target: "${local.host}/*" },
      q: { zone_id: "${local.zone}", target: "${var.host}/*" },
    },
    cloudflare_dns_record: {
      r: { name: "api", content: "${local.target}" },
      s: { name: "www", content: "192.0.2.1" },
    },
    aws_api_gateway_domain_name: { d: { domain_name: "api.example.com" } },
    aws_x: { y: {} },
  },
  data: { cloudflare_zone: { z: {} } },
};
const CONFIGURATION = configurationOf(DOCUMENT);
const REFERENCES = referencesOf(DOCUMENT);
const edge = edgeResources(CONFIGURATION.resources, readHosts(CONFIGURATION, REFERENCES), REFERENCES);

test("the resources of Cloudflare's, with their links followed", () => {
  const host = 'http.host eq "www.example.com"';
  expect(edge.plain.map(({ type, attributes }) => [type, attributes])).toEqual([
    ["cloudflare_ruleset", { zone_id: "0123", phase: "p", rules: [{ expression: host }] }],
    ["cloudflare_ruleset", { zone_id: expect.stringContaining("unknown("), phase: "p", rules: "${var.rules}" }],
    ["cloudflare_page_rule", { zone_id: "0123", target: "www.example.com/*" }],
    ["cloudflare_page_rule", { zone_id: "0123", target: "${var.host}/*" }],
    [
      "cloudflare_dns_record",
      {
        name: expect.stringContaining("unknown("),
        content: "${aws_api_gateway_domain_name.d.regional_domain_name}",
      },
    ],
    ["cloudflare_dns_record", { name: "www", content: "192.0.2.1" }],
  ]);
});

test("findings come back under the addresses", () => {
  const [a, b] = edge.plain.map(({ type, name }) => `${type}.${name}`);
  const findings: Finding[] = secondRuleset(`${b}.phase`, "p", a!);
  const [found] = edge.located(findings);
  expect(found).toMatchObject({ resource: { address: "cloudflare_ruleset.b" }, finding: { property: "phase" } });
  expect(found!.finding.message).toContain("the other is cloudflare_ruleset.a");
  expect(found!.finding.allowed).toContain("the other is cloudflare_ruleset.a");
  expect(edge.located(secondRuleset("elsewhere.phase", "p", "x"))).toEqual([]);
});
