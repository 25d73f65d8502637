import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const settingWithoutMethodRule = defineRule({
  id: "gateway/setting-without-method",
  severity: Severity.WARNING,
  cause: "the API has no such method",
  explanation: "API Gateway accepts a setting for a method that does not exist, and it does nothing.",
  source: "https://github.com/hashicorp/terraform-provider-aws/issues/9738",
});

const MOST_LISTED = 10;

/** @param methods what the API has, as verb and path */
export function settingWithoutMethod(property: string, method: string, methods: readonly string[]): Finding[] {
  const listed = methods.slice(0, MOST_LISTED).join(", ");
  return [
    settingWithoutMethodRule.finding({
      property,
      found: method,
      allowed: methods.length > MOST_LISTED ? `${listed} and ${methods.length - MOST_LISTED} more` : listed,
      change: "Correct the path or the verb; or acknowledge the warning if the method is declared elsewhere.",
    }),
  ];
}
