import { PlainResource } from "../../../edge/core/check-resources";
import { Finding } from "../../../rules/finding";
import { Found, foundIn, renamed } from "../found";
import { Attributes, CheckedResource } from "../plain-configuration";
import { References } from "../references";
import { isIncomparable, unknownAt } from "../unknown";
import { RECORDS, SeenHost } from "./read-hosts";
import { writtenRules } from "./written-rules";

/** The Cloudflare resources as the library's own check takes them, and the way back from its findings. */
export interface EdgeResources {
  readonly plain: readonly PlainResource[];
  located(findings: readonly Finding[]): Found[];
}

/** What a zone has once is told by these. */
const TOLD_BY = ["phase", "setting_id", "target"];

/**
 * Prepares Cloudflare resources: each under a name of its own, with its zone as what tells zones apart.
 *
 * @param hosts the records that are judged by what is known of them here
 */
export function edgeResources(
  resources: readonly CheckedResource[],
  hosts: readonly SeenHost[],
  references: References,
): EdgeResources {
  const own = resources.filter(({ type, isData }) => type.startsWith("cloudflare_") && !isData);
  const records = new Set(hosts.map(({ record }) => record));
  const named = own.map((resource, index) => ({
    resource,
    plain: plainResource(resource, index, records.has(resource), references),
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
  isHost: boolean,
  references: References,
): PlainResource {
  const { attributes, type, address } = resource;
  const told = TOLD_BY.map((attribute) => attributes[attribute]);
  const isComparable = !resource.isRepeated && told.every((one) => typeof one !== "string" || !isIncomparable(one));
  const zone = isComparable ? references.identity(attributes.zone_id) : undefined;
  return {
    type,
    // A name that is no part of another: addresses of modules and instances have dots in them.
    name: `#${index}#`,
    attributes: {
      ...attributes,
      ...("zone_id" in attributes ? { zone_id: zone ?? unknownAt(address) } : {}),
      ...followed(resource, references),
      ...(isHost ? { name: unknownAt(address) } : {}),
    },
  };
}

/** What a resource says by references, as far as it is judged. */
function followed({ type, attributes }: CheckedResource, references: References): Attributes {
  const { content = attributes.value, rules, target } = attributes;
  if (type === "cloudflare_ruleset") return { rules: writtenRules(rules, references) };
  if (type === "cloudflare_page_rule") return { target: references.text(target) ?? target };
  const isRecord = RECORDS.includes(type) && typeof content === "string";
  return isRecord ? { content: references.resolve(content) } : {};
}

/** The finding with the addresses of resources in the place of the names that they were given. */
function withAddresses(finding: Finding, names: readonly (readonly [string, string])[]): Finding {
  const put = (text: string) => names.reduce((done, [name, address]) => done.split(name).join(address), text);
  const isNamed = /#\d+#/.test(finding.message);
  if (!isNamed) return finding;
  return { ...finding, allowed: put(finding.allowed), change: put(finding.change), message: put(finding.message) };
}
