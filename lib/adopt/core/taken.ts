import { CheckedResource } from "../../check/core/plain-configuration";
import { isRecord } from "../../rules/input/shape";
import { declaredAddress } from "./given";
import { Decision } from "./outcome";
import { AdoptedStack, hasInstances } from "./stack";

/** What a stack takes over, by this run or by import blocks of its own. */
export interface Taken {
  /** Whether something with this import id is taken over; the id has no region. */
  has(id: string): boolean;
  /** Whether all that a resource stands for is taken over, or does not exist. */
  isSettled(resource: CheckedResource): boolean;
}

const REGION = /@[a-z]{2}(-[a-z]+)+-\d+$/;

/** Sums up the decisions about a stack. */
export function takenBy(decisions: readonly Decision[], { imported }: AdoptedStack): Taken {
  const ids = new Map<string, string>();
  for (const [address, id] of imported) if (id !== undefined) ids.set(address, id);
  for (const { address, outcome } of decisions) if (outcome.kind === "import") ids.set(address, outcome.id);
  const created = new Set(decisions.flatMap(({ address, outcome }) => (outcome.kind === "new" ? [address] : [])));
  const counts = new Map<string, number>();
  for (const address of ids.keys()) {
    const declared = declaredAddress(address);
    counts.set(declared, (counts.get(declared) ?? 0) + 1);
  }
  const known = new Set([...ids.values()].map((id) => id.replace(REGION, "")));
  return {
    has: (id) => known.has(id),
    isSettled: (resource) =>
      created.has(resource.address) || (counts.get(resource.address) ?? 0) === instancesOf(resource),
  };
}

/** How many resources a resource stands for; undefined where that is not written down. */
function instancesOf(resource: CheckedResource): number | undefined {
  const { count, for_each: each } = resource.attributes;
  if (!hasInstances(resource)) return 1;
  if (isRecord(each)) return Object.keys(each).length;
  return typeof count === "number" ? count : undefined;
}
