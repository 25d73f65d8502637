/** What each resource waits for. The addresses are those of the configuration: without the keys of instances. */
export type Dependencies = ReadonlyMap<string, readonly string[]>;

/** Whether Terraform comes to a resource only after another one, or may. */
export type Ordering = (address: string, other: string) => boolean;

/** Stands for something that may be any resource. */
export const ANYTHING = "*";

const INSTANCE = /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g;

/** Follows dependencies, directly and through other resources. They are read when they are first asked for. */
export function orderingOf(read: () => Dependencies): Ordering {
  let graph: Graph | undefined;
  const followers = new Map<string, ReadonlySet<string>>();
  return (address, other) => {
    const [later, earlier] = [withoutInstances(address), withoutInstances(other)];
    // The instances of one resource do not wait for each other.
    if (later === earlier) return false;
    graph ??= graphOf(read());
    const known = followers.get(earlier) ?? reached(graph.followers, earlier);
    followers.set(earlier, known);
    return known.has(later) || graph.dependencies.get(later)?.includes(ANYTHING) === true;
  };
}

/** The address of what the configuration declares, for the address of one of its instances. */
export function withoutInstances(address: string): string {
  return address.replace(INSTANCE, "");
}

interface Graph {
  readonly dependencies: Dependencies;
  readonly followers: Dependencies;
}

function graphOf(dependencies: Dependencies): Graph {
  const followers = new Map<string, string[]>();
  for (const [address, others] of dependencies) {
    for (const other of others) {
      const known = followers.get(other);
      if (known === undefined) followers.set(other, [address]);
      else known.push(address);
    }
  }
  return { dependencies, followers };
}

/** Everything that is reached from a place, without the place itself. */
function reached(steps: Dependencies, start: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const step of steps.get(next) ?? []) {
      if (found.has(step)) continue;
      found.add(step);
      open.push(step);
    }
  }
  return found;
}
