import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const throttlingRule = defineRule({
  id: "gateway/throttling",
  severity: Severity.ERROR,
  cause: "a throttle has a rate and a burst, each at least 0, or -1 for none",
  explanation:
    "The rate is requests a second, the burst a whole number of requests; -1 takes the limit away. An override with only one of the two sets the other to -1.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings",
});

/** @param rate requests a second; undefined when unset or not known yet */
export function throttling(property: string, rate: number | undefined, burst: number | undefined): Finding[] {
  const wrong = (name: string, found: number | undefined, allowed: string) => [
    throttlingRule.finding({ property: `${property}${name}`, found, allowed, change: "Set both limits, or neither." }),
  ];
  if (rate === undefined && burst === undefined) return [];
  if (rate === undefined || !Number.isFinite(rate) || (rate < 0 && rate !== -1))
    return wrong("throttlingRateLimit", rate, "a number from 0, or -1 for none");
  const isBurst = burst !== undefined && Number.isInteger(burst) && burst >= -1;
  return isBurst ? [] : wrong("throttlingBurstLimit", burst, "a whole number from 0, or -1 for none");
}
