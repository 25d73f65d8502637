import { describeValue, withoutPrivateKey } from "./describe-value";
import { Finding, Severity, Violation } from "./finding";

/** What the catalogue says of a rule; every word of it is printed in `docs/rules.md`. */
export interface RuleDescription {
  /** Stable, of the form `area/what-is-wrong`. */
  readonly id: string;
  /** Whether it stops the synthesis. */
  readonly severity: Severity;
  /** What is wrong, in one line. */
  readonly cause: string;
  /** What would happen without the rule. */
  readonly explanation: string;
  /** Where the behaviour is documented or was reported. */
  readonly source: string;
  /**
   * Whether a reason can let it pass.
   *
   * @default - warnings only
   */
  readonly acknowledgeable?: boolean;
}

/** A rule of the catalogue, and the way to report that it is broken. */
export interface Rule extends RuleDescription {
  finding(violation: Violation): Finding;
}

/** Makes a rule out of its text. */
export function defineRule(text: RuleDescription): Rule {
  return {
    ...text,
    finding: (violation) => {
      const found = withoutPrivateKey(violation.found);
      return {
        ...violation,
        found,
        rule: text.id,
        severity: text.severity,
        message:
          `${text.id}: ${violation.property} is ${describeValue(found)}: ${text.cause}. ` +
          `Allowed: ${violation.allowed}. ${violation.change}`,
      };
    },
  };
}
