import { Finding, Severity } from "./finding";

/**
 * What this library throws when a configuration breaks a rule: every error of the configuration at once, as text
 * for a person and as data for a program (`RuleCatalogue.findingsOf`).
 */
export class ConfigurationError extends Error {
  /** What tells the error apart, also from another copy of this library. */
  public static readonly NAME = "ConfigurationError";

  public override readonly name = ConfigurationError.NAME;

  /** @param findings what is wrong, in the order of the user's own properties */
  constructor(public readonly findings: readonly Finding[]) {
    super(findings.map((finding) => finding.message).join("\n"));
  }
}

/** Throws a {@link ConfigurationError} if any of the findings is an error. */
export function throwOnErrors(findings: readonly Finding[]): void {
  const errors = findings.filter((finding) => finding.severity === Severity.ERROR);
  if (errors.length > 0) throw new ConfigurationError(errors);
}
