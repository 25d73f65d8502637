import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const proxiedValidationRecordRule = defineRule({
  id: "edge/proxied-validation-record",
  severity: Severity.ERROR,
  cause: "a record that validates a certificate cannot be proxied",
  explanation: "Cloudflare refuses it with error 9003; and were it proxied, ACM would never find it.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html",
});

export function proxiedValidationRecord(property: string, content: string): Finding[] {
  return [
    proxiedValidationRecordRule.finding({
      property,
      found: true,
      allowed: `false for a record that leads to ${content}`,
      change: "Write proxied: false, or use an IssuedCertificate.",
    }),
  ];
}
