import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const settingDeclaredTwiceRule = defineRule({
  id: "edge/setting-declared-twice",
  severity: Severity.ERROR,
  cause: "the zone has this setting already",
  explanation: "There is one value for the whole zone: two resources overwrite each other at every apply.",
  source: "https://github.com/cloudflare/terraform-provider-cloudflare/issues/6363",
});

export function settingDeclaredTwice(property: string, found: unknown, other: string): Finding[] {
  return [
    settingDeclaredTwiceRule.finding({
      property,
      found,
      allowed: `one value in a zone; the other is ${other}`,
      change: "Remove one of them, or give both the same value in one place.",
    }),
  ];
}
