import { Attributes } from "../../../lib/check/core/plain-configuration";
import { Resources, changed, foundIn, together } from "./configuration";

export const ZONE_ID = "0123456789abcdef0123456789abcdef";
export const DOMAIN = "aws_apigatewayv2_domain_name";
export const DATA = { cloudflare_zone: { zone: { filter: { name: "example.com" } } } };
export const ZONE = { zone_id: "${data.cloudflare_zone.zone.zone_id}" };

/** A host that leads to API Gateway through Cloudflare. */
export const HOST: Resources = {
  [DOMAIN]: { d: { domain_name: "api.example.com", domain_name_configuration: { certificate_arn: "${var.arn}" } } },
  cloudflare_dns_record: {
    api: {
      ...ZONE,
      name: "api.example.com",
      type: "CNAME",
      content: `\${${DOMAIN}.d.domain_name_configuration[0].target_domain_name}`,
      proxied: true,
      ttl: 1,
    },
  },
};
/** What is found in these resources together. */
export const found = (...all: Resources[]) => foundIn({ data: DATA, resource: together(...all) });
/** That host with other arguments of its record. */
export const record = (over: object) => changed(HOST, "cloudflare_dns_record", "api", over as Attributes);
export const RECORD = "cloudflare_dns_record.api";

export const ruleset = (phase: string, rules: unknown, zone: object = ZONE) => ({
  ...zone,
  kind: "zone",
  name: "default",
  phase,
  rules,
});
export const STRICT = {
  ref: "tls",
  action: "set_config",
  expression: '(http.host eq "api.example.com")',
  action_parameters: { ssl: "strict" },
};
