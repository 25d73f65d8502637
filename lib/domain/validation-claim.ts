import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { ICloudflareZone } from "../edge/zone-reference";
import { validationRecordTwice } from "../rules/certificate/validation-record-twice";
import { Finding } from "../rules/finding";
import { isUnknown } from "../stack/is-unknown";
import { writeOut } from "../stack/references";
import { normalizeHostname, withoutWildcard } from "./core/hostname";

const CLAIMS = Symbol.for("cdktf-api-caching.IssuedCertificate.claims");

interface Claimed {
  readonly zoneId: string;
  readonly zoneName: string;
  readonly stack: TerraformStack;
  /** The names of the records. */
  readonly names: readonly string[];
  readonly path: string;
}

/** Finds the names that another certificate of the app validates in the same zone. */
export function checkValidationClaim(owner: Construct, zone: ICloudflareZone, hostnames: readonly string[]): Finding[] {
  const mine = claimed(owner, zone, hostnames);
  const others = claimsOf(owner).filter((other) => isSameZone(mine, other));
  const seen = new Set<string>();
  return mine.names.flatMap((name, index) => {
    const first = others.find(({ names }) => names.includes(name));
    if (first === undefined || seen.has(name)) return [];
    seen.add(name);
    return validationRecordTwice(`hostnames[${index}]`, name, first.path);
  });
}

/** Notes whose names a certificate validates. */
export function claimValidation(owner: Construct, zone: ICloudflareZone, hostnames: readonly string[]): void {
  claimsOf(owner).push(claimed(owner, zone, hostnames));
}

function claimed(owner: Construct, zone: ICloudflareZone, hostnames: readonly string[]): Claimed {
  return {
    zoneId: String(writeOut(owner, zone.zoneId)),
    zoneName: String(writeOut(owner, zone.zoneName)),
    stack: TerraformStack.of(owner),
    names: hostnames.map((hostname) => withoutWildcard(normalizeHostname(hostname) ?? hostname)),
    path: owner.node.path,
  };
}

/** Two accounts of Cloudflare may have a zone of one name; an id that only Terraform knows is told by the zone's name. */
function isSameZone(one: Claimed, other: Claimed): boolean {
  if (!isUnknown(one.zoneId) && !isUnknown(other.zoneId)) return one.zoneId === other.zoneId;
  if (one.stack === other.stack && one.zoneId === other.zoneId) return true;
  return !isUnknown(one.zoneName) && !isUnknown(other.zoneName) && normal(one) === normal(other);
}

function normal({ zoneName }: Claimed): string {
  return normalizeHostname(zoneName) ?? zoneName;
}

function claimsOf(owner: Construct): Claimed[] {
  const root = owner.node.root as { [CLAIMS]?: Claimed[] };
  if (root[CLAIMS] === undefined) Object.defineProperty(root, CLAIMS, { value: [] });
  return root[CLAIMS]!;
}
