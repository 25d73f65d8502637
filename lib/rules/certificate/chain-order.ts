import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const chainOrderRule = defineRule({
  id: "certificate/chain-order",
  severity: Severity.ERROR,
  cause: "each certificate of the chain has to certify the one before it, and the first of them the certificate itself",
  explanation: "ACM refuses a chain in another order, or one that leads to another certificate.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-prerequisites.html",
});

/** @param position of the certificate in the chain that breaks it, counted from one */
export function chainOrder(property: string, position: number, subject: string, certified: string): Finding[] {
  return [
    chainOrderRule.finding({
      property,
      found: `certificate ${position}, ${subject}`,
      allowed: `a CA certificate that signed ${certified}`,
      change: "Put the certificate's issuer first, then the issuer's issuer, and leave out what is not among them.",
    }),
  ];
}
