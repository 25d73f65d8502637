import { CATALOGUE } from "./catalogue";
import { ConfigurationError } from "./configuration-error";
import { Finding, Severity } from "./finding";
import { RuleDescription } from "./rule";

/** The rules of this library, and what an error of it says of them. */
export class RuleCatalogue {
  /** Every rule, with its id, its cause and why it is there. */
  public static rules(): RuleDescription[] {
    return CATALOGUE.map(
      ({ id, severity, cause, explanation, source, acknowledgeable = severity === Severity.WARNING }) => ({
        id,
        severity,
        cause,
        explanation,
        source,
        acknowledgeable,
      }),
    );
  }

  /** The findings of an error that this library threw, as data; none for any other value. */
  public static findingsOf(thrown: any): Finding[] {
    const isOurs = thrown instanceof Error && thrown.name === ConfigurationError.NAME && "findings" in thrown;
    return isOurs ? [...(thrown as ConfigurationError).findings] : [];
  }

  private constructor() {}
}
