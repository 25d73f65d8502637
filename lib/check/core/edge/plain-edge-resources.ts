import { PlainResource } from "../../../edge/core/check-resources";
import { Finding } from "../../../rules/finding";
import { Found, foundIn, renamed } from "../found";
import { CheckedResource } from "../plain-configuration";
import { References } from "../references";
import { isIncomparable, unknownAt } from "../unknown";
import { blockOf } from "../values";
import { RECORDS, domainOf } from "./read-hosts";
import { isQuoted, recordName } from "./record-name";

/** The Cloudflare resources as the library's own check takes them, and the way back from its findings. */
export interface EdgeResources {
  readonly plain: readonly PlainResource[];
  located(findings: readonly Finding[]): Found[];
}

/** What a zone has once is told by these. */
const TOLD_BY = ["phase", "setting_id", "target"];

/** Prepares Cloudflare resources: each under a name of its own, with its zone as what tells zones apart. */
export function edgeResources(resources: readonly CheckedResource[], references: References): EdgeResources {
  const own = resources.filter(({ type, isData }) => type.startsWith("cloudflare_") && !isData);
  const expressions = own.flatMap(expressionsOf);
  const named = own.map((resource, index) => ({
    resource,
    plain: plainResource(resource, index, references, expressions),
  }));
  const names = named.map(({ resource, plain }) => [`${plain.type}.${plain.name}`, resource.address] as const);
  return {
    plain: named.map(({ plain }) => plain),
    located: (findings) =>
      findings.flatMap((finding) => {
        const one = named.find(({ plain }) => finding.property.startsWith(`${plain.type}.${plain.name}.`));
        if (one === undefined) return [];
        const property = finding.property.slice(`${one.plain.type}.${one.plain.name}.`.length);
        return foundIn(one.resource, [withAddresses(renamed(finding, property), names)]);
      }),
  };
}

function plainResource(
  resource: CheckedResource,
  index: number,
  references: References,
  expressions: readonly string[],
): PlainResource {
  const { attributes, type, address } = resource;
  const told = TOLD_BY.map((attribute) => attributes[attribute]);
  const isComparable = !resource.isRepeated && told.every((one) => typeof one !== "string" || !isIncomparable(one));
  const zone = isComparable ? references.identity(attributes.zone_id) : undefined;
  const { content = attributes.value } = attributes;
  return {
    type,
    // A name that is no part of another: addresses of modules and instances have dots in them.
    name: `#${index}#`,
    attributes: {
      ...attributes,
      ...("zone_id" in attributes ? { zone_id: zone ?? unknownAt(address) } : {}),
      ...(typeof content === "string" && type !== "cloudflare_zone_setting"
        ? { content: references.resolve(content) }
        : {}),
      ...(RECORDS.includes(type) ? { name: hostOf(resource, references, expressions) ?? unknownAt(address) } : {}),
    },
  };
}

function expressionsOf({ type, attributes }: CheckedResource): string[] {
  const rules = type === "cloudflare_ruleset" && Array.isArray(attributes.rules) ? attributes.rules : [];
  return rules.map((rule) => String(blockOf(rule)?.expression));
}

/** Rules name the whole host, and a record may not; one that a rule may be for is not known. */
function hostOf(record: CheckedResource, references: References, expressions: readonly string[]): string | undefined {
  const { content = record.attributes.value } = record.attributes;
  const name = recordName(record, domainOf(content, references), references);
  const { host, beginning } = name;
  if (host !== undefined || beginning === undefined) return host;
  return expressions.some((expression) => isQuoted(expression, name)) ? undefined : beginning.slice(0, -1);
}

/** The finding with the addresses of resources in the place of the names that they were given. */
function withAddresses(finding: Finding, names: readonly (readonly [string, string])[]): Finding {
  const put = (text: string) => names.reduce((done, [name, address]) => done.split(name).join(address), text);
  const isNamed = /#\d+#/.test(finding.message);
  if (!isNamed) return finding;
  return { ...finding, allowed: put(finding.allowed), change: put(finding.change), message: put(finding.message) };
}
