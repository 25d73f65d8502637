import { CheckedResource } from "../../../check/core/plain-configuration";
import { blockOf } from "../../../check/core/values";
import { imports, isNew, mayExist, newOption, Outcome, Parent, unresolved, within } from "../outcome";
import { LiveRecord, LiveRuleset, UNREAD } from "../questions";
import { sourceOf, textOf } from "../stack";
import { argument, Importer, Importers, listed, NOT_READ, NOTHING_THERE, optionsFor, Situation } from "../situation";

/** The id of the zone that a resource is in. */
export function zoneOf(resource: CheckedResource, situation: Situation): Parent {
  const { stack, bindings } = situation;
  const value = resource.attributes.zone_id;
  const source = sourceOf(stack, value) ?? "";
  const known = textOf(stack, value) ?? bindings.zones.get(source);
  return known === undefined ? zoneByName(stack.references.target(value)?.resource, source, situation) : { found: known }; // prettier-ignore
}

/** A zone that is looked up by its name. */
function zoneByName(lookup: CheckedResource | undefined, source: string, situation: Situation): Parent {
  const { stack, inquiry } = situation;
  const name = textOf(stack, blockOf(lookup?.attributes.filter)?.name ?? lookup?.attributes.name);
  const read = name === undefined ? UNREAD : inquiry.ask("zone", undefined, name);
  if (read.state === "found") return { found: read.value };
  const isAbsent = read.state === "absent";
  const reason = isAbsent ? `this token sees no zone ${name}` : `the id of the zone ${name ?? source} is not known`;
  return { outcome: unresolved(reason, ...optionsFor("zone-id", source, situation)) };
}

/** A name has one record that is an address or an alias, and several of any other type. */
const ALIASES = ["A", "AAAA", "CNAME"];

const dnsRecord: Importer = (resource, situation) =>
  within(zoneOf(resource, situation), (zone) => {
    const given = situation.bindings.records.get(resource.address);
    if (given !== undefined) return imports(`${zone}/${given}`);
    const name = textOf(situation.stack, resource.attributes.name);
    const type = textOf(situation.stack, resource.attributes.type);
    const options = optionsFor("dns-record-id", resource.address, situation);
    if (name === undefined || type === undefined) return unresolved("its name is known only to Terraform", ...options);
    const read = situation.inquiry.ask("dnsRecords", undefined, zone, name);
    if (read.state === "unread") return unresolved(NOT_READ, ...options);
    const records = read.state === "found" ? read.value : [];
    return recordOutcome(records, { type, content: textOf(situation.stack, resource.attributes.content) }, { zone, name, options }); // prettier-ignore
  });

interface RecordPlace {
  readonly zone: string;
  readonly name: string;
  readonly options: readonly string[];
}

function recordOutcome(
  records: readonly LiveRecord[],
  { type, content }: { readonly type: string; readonly content: string | undefined },
  { zone, name, options }: RecordPlace,
): Outcome {
  const same = records.filter((one) => one.type === type);
  const [only] = same.length === 1 ? same : same.filter((one) => one.content === content);
  if (only !== undefined) return imports(`${zone}/${only.id}`);
  if (same.length > 1) return unresolved(`${name} has ${same.length} records of the type ${type}`, ...options);
  const inTheWay = ALIASES.includes(type) ? records.filter((one) => ALIASES.includes(one.type)) : [];
  if (inTheWay.length === 0) return isNew(NOTHING_THERE);
  const types = [...new Set(inTheWay.map((one) => one.type))].join(" and ");
  return unresolved(
    `${name} has records of the type ${types}, which Terraform would have to replace: change it to ${type} at Cloudflare, or delete it`,
    ...options,
  );
}

const ruleset: Importer = (resource, situation) =>
  within(zoneOf(resource, situation), (zone) =>
    within(argument(resource, situation, "phase"), (phase) => {
      const given = situation.given.rulesets.get(phase);
      const read = situation.inquiry.ask("rulesets", undefined, zone);
      if (read.state !== "unread") {
        const all = read.state === "found" ? read.value : [];
        const live = all.find((one) => one.phase === phase && one.kind === "zone");
        return liveRulesetOutcome(resource, live, given, { zone, phase, situation });
      }
      if (given !== undefined) return imports(`zones/${zone}/${given}`, NEW_RULES);
      return unresolved(NOT_READ, `--ruleset ${phase}=ID`, newOption(resource.address));
    }),
  );

const NEW_RULES = "its rules become those of the stack";

function liveRulesetOutcome(
  resource: CheckedResource,
  live: LiveRuleset | undefined,
  given: string | undefined,
  { zone, phase, situation }: { readonly zone: string; readonly phase: string; readonly situation: Situation },
): Outcome {
  if (given !== undefined && live?.id !== given) {
    const option = `--ruleset ${phase}=${live?.id ?? "ID"}`;
    return unresolved(`the zone has no ruleset ${given} of ${phase}`, option, newOption(resource.address));
  }
  if (live === undefined) return isNew(NOTHING_THERE);
  const name = textOf(situation.stack, resource.attributes.name);
  if (name === undefined || name === live.name) return imports(`zones/${zone}/${live.id}`, NEW_RULES);
  return unresolved(
    `the ruleset of ${phase} is called ${JSON.stringify(live.name)} and not ${JSON.stringify(name)}, and Terraform would replace it: give it that name with addOverride("name", …)`,
    `--id '${resource.address}=zones/${zone}/${live.id}'`,
  );
}

/** A zone exists once it has an id. */
const zoneItself: Importer = (resource, situation) => {
  const own = { ...resource, attributes: { zone_id: `\${${resource.address}.id}` } };
  return within(zoneOf(own, situation), (zone) => imports(zone));
};

/** A setting of a zone always exists. */
const zoneSetting: Importer = (resource, situation) =>
  within(zoneOf(resource, situation), (zone) =>
    within(argument(resource, situation, "setting_id"), (setting) => imports(`${zone}/${setting}`)),
  );

const pageRule: Importer = (resource, situation) =>
  within(zoneOf(resource, situation), (zone) =>
    within(argument(resource, situation, "target"), (target) =>
      listed(
        resource,
        situation.inquiry.ask("pageRules", undefined, zone),
        (rules) => {
          const id = rules.find((one) => one.target === target)?.id;
          return id === undefined ? undefined : `${zone}/${id}`;
        },
        () => mayExist(resource, NOT_READ, `${zone}/PAGE_RULE_ID`),
      ),
    ),
  );

const always =
  (reason: string): Importer =>
  () =>
    isNew(reason);

const zoneSwitch = always("creating it sets the value, and takes nothing away");

/** What is at Cloudflare. */
export const CLOUDFLARE_IMPORTERS: Importers = {
  cloudflare_zone: zoneItself,
  cloudflare_dns_record: dnsRecord,
  cloudflare_ruleset: ruleset,
  cloudflare_zone_setting: zoneSetting,
  cloudflare_page_rule: pageRule,
  cloudflare_argo_tiered_caching: zoneSwitch,
  cloudflare_tiered_cache: zoneSwitch,
  cloudflare_regional_tiered_cache: zoneSwitch,
  cloudflare_zone_cache_reserve: zoneSwitch,
  cloudflare_total_tls: zoneSwitch,
  cloudflare_authenticated_origin_pulls_settings: zoneSwitch,
  cloudflare_authenticated_origin_pulls: zoneSwitch,
  cloudflare_origin_ca_certificate: always("an imported one would be replaced at once; the old one stays valid"),
  cloudflare_authenticated_origin_pulls_certificate: always("its private key cannot be read"),
};
