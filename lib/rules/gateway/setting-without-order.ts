import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const settingWithoutOrderRule = defineRule({
  id: "gateway/setting-without-order",
  severity: Severity.WARNING,
  cause: "it is chance whether the method gets the stage's value or API Gateway's default",
  explanation:
    "A new method setting starts as a copy of */* if that is there already. Without an order Terraform creates both at once; whichever it comes to be, the plan is empty afterwards.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings",
});

/**
 * @param attributes what the setting leaves to the stage
 * @param defaults the setting of the stage
 */
export function settingWithoutOrder(block: string, attributes: readonly string[], defaults: string): Finding[] {
  const first = attributes.slice(0, 1).map((attribute) => `${block}.${attribute}`);
  return first.flatMap((property) => [
    settingWithoutOrderRule.finding({
      property,
      found: undefined,
      allowed: `a value here, or a dependency on ${defaults}, which has one`,
      change: `Set ${attributes.join(", ")} here, too; or let the setting depend on ${defaults} (depends_on).`,
    }),
  ]);
}
