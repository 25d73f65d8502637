import { IConstruct } from "constructs";
import { Finding, RuleCatalogue } from "../../lib";

/** What a configuration is refused for; fails if it is not refused. */
export function refusal(build: () => unknown): Finding[] {
  try {
    build();
  } catch (thrown) {
    const findings = RuleCatalogue.findingsOf(thrown);
    if (findings.length === 0) throw thrown;
    return findings;
  }
  throw new Error("nothing was refused");
}

/** The ids of the rules that a configuration breaks, with what breaks them, in one line each. */
export function refusedFor(build: () => unknown): string[] {
  return refusal(build).map(({ rule, property }) => `${rule} at ${property}`);
}

/** The texts of the warning annotations of a construct; one annotation may hold several lines. */
export function annotations(construct: IConstruct): string[] {
  return construct.node.metadata.filter(({ type }) => type === "@cdktf/warn").map(({ data }) => String(data));
}

/** The lines of the warnings of a construct and of everything below it. */
export function warnings(construct: IConstruct): string[] {
  return construct.node.findAll().flatMap((node) => annotations(node).flatMap((text) => text.split("\n")));
}
