import { Finding, RuleCatalogue } from "../../../lib";
import { warnings } from "../../support/findings";
import { TestApi } from "../../support/test-api";

/** One configuration, and whether it breaks a rule. */
export interface RuleCase {
  readonly rule: string;
  /** What the configuration is, to be read after "fires for" or "does not fire for". */
  readonly when: string;
  /** The property that is named; undefined where the rule has nothing against the configuration. */
  readonly at?: string;
  raised(): Raised;
}

export interface Raised {
  readonly refused: boolean;
  /** What the user is told. */
  readonly messages: readonly string[];
}

/** What a user writes: into the stack, or around it. */
export type Build = (api: TestApi) => unknown;

export function fires(rule: string, when: string, at: string, build: Build): RuleCase {
  return { rule, when, at, raised: () => raisedBy(build) };
}

export function silent(rule: string, when: string, build: Build): RuleCase {
  return { rule, when, raised: () => raisedBy(build) };
}

/** A rule that only a whole API meets: what its function says, at this property or not at all. */
export function tells(
  rule: string,
  when: string,
  at: string | undefined,
  findings: () => readonly Finding[],
): RuleCase {
  return { rule, when, at, raised: () => ({ refused: false, messages: findings().map(({ message }) => message) }) };
}

/** The errors that a configuration is refused for, or else the warnings that it is annotated with. */
function raisedBy(build: Build): Raised {
  const api = new TestApi();
  try {
    build(api);
  } catch (thrown) {
    const findings = RuleCatalogue.findingsOf(thrown);
    if (findings.length === 0) throw thrown;
    return { refused: true, messages: findings.map(({ message }) => message) };
  }
  return { refused: false, messages: warnings(api.stack) };
}
