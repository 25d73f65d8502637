import { TerraformProvider, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { declaredTwice } from "../rules/domain/declared-twice";
import { duplicateMapping } from "../rules/domain/duplicate-mapping";
import { Finding } from "../rules/finding";
import { awsRegionOf } from "../stack/aws-region";
import { isUnknown } from "../stack/is-unknown";

const CLAIMS = Symbol.for("cdktf-api-caching.ApiDomain.claims");

/** What a construct wants to have of a domain name. */
export interface DomainClaim {
  readonly domainName: string;
  readonly endpointType: string;
  readonly provider?: TerraformProvider;
  /** Whether the domain itself is declared, not its mappings only. */
  readonly owned: boolean;
  /** The paths that are mapped, and the properties that map them. */
  readonly paths: readonly { readonly key: string; readonly property: string }[];
}

interface Claimed extends DomainClaim {
  readonly path: string;
  readonly stack: TerraformStack;
  readonly region?: string;
}

/** Finds what other constructs of the app have declared of the same domain name. */
export function checkDomainClaim(owner: Construct, wanted: DomainClaim): Finding[] {
  const mine = claimed(owner, wanted);
  const others = (claimsOf(owner).get(mine.domainName) ?? []).filter((other) => isSameDomain(mine, other));
  const first = others.find(({ owned }) => owned);
  if (wanted.owned && first !== undefined) return declaredTwice("domainName", wanted.domainName, first.path);
  return wanted.paths.flatMap(({ key, property }) => {
    const other = others.find(({ paths }) => paths.some((path) => path.key === key));
    return other === undefined ? [] : duplicateMapping(property, key, other.path);
  });
}

/** Notes what a construct declares. */
export function claimDomain(owner: Construct, wanted: DomainClaim): void {
  const claims = claimsOf(owner);
  const mine = claimed(owner, wanted);
  claims.set(mine.domainName, [...(claims.get(mine.domainName) ?? []), mine]);
}

function claimed(owner: Construct, wanted: DomainClaim): Claimed {
  const region = awsRegionOf(owner, wanted.provider);
  return { ...wanted, path: owner.node.path, stack: TerraformStack.of(owner), region };
}

/** By domain name, so that each domain looks at its own name only. */
type Claims = Map<string, Claimed[]>;

/** An edge-optimized name exists once in the world, a regional one once in a region, which may not be known. */
function isSameDomain(one: Claimed, other: Claimed): boolean {
  const sameStack = one.stack === other.stack;
  if (isUnknown(one.domainName) && !sameStack) return false;
  if (one.endpointType === "EDGE" && other.endpointType === "EDGE") return true;
  if (one.region !== undefined && other.region !== undefined) return one.region === other.region;
  return sameStack && one.provider === other.provider;
}

function claimsOf(owner: Construct): Claims {
  const root = owner.node.root as { [CLAIMS]?: Claims };
  if (root[CLAIMS] === undefined) Object.defineProperty(root, CLAIMS, { value: new Map() });
  return root[CLAIMS]!;
}
