import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const leafInChainRule = defineRule({
  id: "certificate/leaf-in-chain",
  severity: Severity.ERROR,
  cause: "the chain repeats the certificate itself",
  explanation: "ACM wants the certificate alone, and in the chain only those that certify it.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/troubleshoot-import.html",
});

/** @param position of the certificate in the chain, counted from one */
export function leafInChain(property: string, position: number, subject: string): Finding[] {
  return [
    leafInChainRule.finding({
      property,
      found: `certificate ${position}, ${subject}`,
      allowed: "the certificates that certify it, without it",
      change: "Take it out of the chain.",
    }),
  ];
}
