import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

const DAYS = [7, 30, 90, 365, 730, 1095, 5475];

export const validityDaysRule = defineRule({
  id: "certificate/validity-days",
  severity: Severity.ERROR,
  cause: "Cloudflare's Origin CA does not issue for this time",
  explanation: "It offers seven terms. The provider refuses any other at plan.",
  source: "https://developers.cloudflare.com/api/resources/origin_ca_certificates/methods/create/",
});

export function validityDays(property: string, days: number): Finding[] {
  if (DAYS.includes(days)) return [];
  return [validityDaysRule.finding({ property, found: days, allowed: DAYS.join(", "), change: "Give one of these." })];
}
