import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

const ID = /^[0-9a-f]{32}$/;

function looksLikeName(text: string): boolean {
  return text.includes(".");
}

export const zoneIdRule = defineRule({
  id: "edge/zone-id",
  severity: Severity.ERROR,
  cause: "this is no id of a zone",
  explanation: "The provider refuses it at plan.",
  source: "https://developers.cloudflare.com/fundamentals/account/find-account-and-zone-ids/",
});

export function zoneId(property: string, found: string): Finding[] {
  if (ID.test(found)) return [];
  return [
    zoneIdRule.finding({
      property,
      found,
      allowed: "32 hexadecimal digits",
      change: looksLikeName(found)
        ? "That is the zone's name, which zoneName takes: leave zoneId out, and it is looked up."
        : "Copy the zone ID from the overview page of the zone; or leave it out, and it is looked up by the zone's name.",
    }),
  ];
}
