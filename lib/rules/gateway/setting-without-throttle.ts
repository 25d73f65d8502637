import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const settingWithoutThrottleRule = defineRule({
  id: "gateway/setting-without-throttle",
  severity: Severity.WARNING,
  cause: "the method has no throttle, although its stage has one",
  explanation:
    "A method with a setting of its own takes no limits from */*, and Terraform's AWS provider sends -1 for limits that are not set: only the limits of the account are left.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings",
});

/**
 * @param defaults the setting of the stage
 * @param limits what it throttles to, as the user wrote it
 */
export function settingWithoutThrottle(property: string, defaults: string, limits: string): Finding[] {
  return [
    settingWithoutThrottleRule.finding({
      property,
      found: undefined,
      allowed: `both limits, as ${defaults} has them (${limits}), or -1 for none`,
      change:
        "Set throttling_rate_limit and throttling_burst_limit here, too; or write -1 for both if the method is to have none.",
    }),
  ];
}
