import { type Blocks } from "./provider-schema-check";

/** What a zone has once, by the attributes that say which one it is. */
const ONCE: { readonly [type: string]: readonly string[] } = {
  cloudflare_ruleset: ["zone_id", "phase"],
  cloudflare_zone_setting: ["zone_id", "setting_id"],
  cloudflare_tiered_cache: ["zone_id"],
  cloudflare_argo_tiered_caching: ["zone_id"],
  cloudflare_authenticated_origin_pulls_settings: ["zone_id"],
  cloudflare_page_rule: ["zone_id", "target"],
  cloudflare_dns_record: ["zone_id", "name", "type", "content"],
};

/** The resources of one stack that stand for the same thing. */
export function duplicates(resources: Blocks): string[] {
  return Object.entries(ONCE).flatMap(([type, attributes]) => {
    const owners = new Map<string, string>();
    return Object.entries(resources[type] ?? {}).flatMap(([name, config]) => {
      const identity = JSON.stringify(attributes.map((attribute) => config[attribute]));
      const owner = owners.get(identity);
      owners.set(identity, owner ?? name);
      return owner === undefined ? [] : [`${type}.${name}: has the ${attributes.join(" and ")} of ${type}.${owner}`];
    });
  });
}
