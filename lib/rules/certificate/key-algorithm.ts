import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const keyAlgorithmRule = defineRule({
  id: "certificate/key-algorithm",
  severity: Severity.ERROR,
  cause: "no certificate is issued for such a key",
  explanation: "The issuer would refuse it in the middle of an apply.",
  source: "https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html",
});

export function keyAlgorithm(property: string, found: string, allowed: readonly string[]): Finding[] {
  if (allowed.includes(found)) return [];
  return [keyAlgorithmRule.finding({ property, found, allowed: allowed.join(", "), change: "Give one of these." })];
}
