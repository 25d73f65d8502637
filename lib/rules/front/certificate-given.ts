import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const certificateGivenRule = defineRule({
  id: "front/certificate-given",
  severity: Severity.ERROR,
  cause: "the options are those of a certificate that the front makes, but one is given",
  explanation: "They would be ignored: the certificate that is given has a key, a validity and a rotation of its own.",
  source: "This library",
});

export function certificateGiven(property: string, options: unknown): Finding[] {
  return [
    certificateGivenRule.finding({
      property,
      found: options,
      allowed: "certificate or certificateOptions",
      change: "Say it where the certificate is made, or leave certificate out.",
    }),
  ];
}
