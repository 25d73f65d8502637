import { NamedHost } from "../../../edge/core/host-test";
import { isTargetOf, schemelessHost } from "../../../edge/core/page-rule-target";
import { CheckedResource } from "../plain-configuration";
import { References } from "../references";
import { isUnknown } from "../unknown";
import { blockOf } from "../values";

/** What is known of the host of a record, whose name may be written without that of its zone. */
export type RecordName = NamedHost;

/** A record's name with that of its zone; without one, as the domain that it leads to is named. */
export function recordName(
  { attributes }: CheckedResource,
  domain: CheckedResource | undefined,
  references: References,
): RecordName {
  const name = known(attributes.name, references);
  const zoneName = zoneNameOf(attributes.zone_id, references);
  if (name === undefined) return { host: undefined };
  if (zoneName !== undefined) return { host: fullName(name, zoneName) };
  const beginning = name === "@" ? "" : `${name}.`;
  const meant = known(domain?.attributes.domain_name, references);
  const isMeant = meant !== undefined && (meant === name || meant.startsWith(beginning));
  return { host: isMeant ? meant : looksFull(name) ? name : undefined, beginning };
}

/** Whether anything is known of it. */
export function isNamed({ host, beginning }: RecordName): boolean {
  return host !== undefined || beginning !== undefined;
}

/** Whether a target of a page rule, which may have a scheme, a path and asterisks, may be one for the host. */
export function isTargeted(target: string, { host, beginning }: RecordName): boolean {
  if (host !== undefined && isTargetOf(target, host)) return true;
  const wanted = schemelessHost(target);
  return beginning !== undefined && (wanted.includes("*") || wanted.startsWith(beginning));
}

function fullName(name: string, zoneName: string): string {
  if (name === zoneName || name.endsWith(`.${zoneName}`)) return name;
  return name === "@" ? zoneName : `${name}.${zoneName}`;
}

/** A name of three labels is rarely one below another. */
function looksFull(name: string): boolean {
  return name.split(".").length > 2;
}

function known(value: unknown, references: References): string | undefined {
  const text = references.text(value);
  return text === undefined || isUnknown(text) ? undefined : text.toLowerCase();
}

/** The name of a zone that is declared, or looked up by its name. */
export function zoneNameOf(zoneId: unknown, references: References): string | undefined {
  const zone =
    references.target(zoneId)?.resource ??
    references.resource("cloudflare_zone", "zone_id", zoneId) ??
    references.resource("cloudflare_zone", "id", zoneId);
  if (zone?.type !== "cloudflare_zone") return undefined;
  const { name, zone: older, filter } = zone.attributes;
  return [name, older, blockOf(filter)?.name].map((text) => references.text(text)?.toLowerCase()).find(isHostname);
}

function isHostname(text: string | undefined): boolean {
  return text !== undefined && /^[a-z0-9.-]+\.[a-z0-9-]+$/.test(text);
}
