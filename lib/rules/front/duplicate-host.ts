import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const duplicateHostRule = defineRule({
  id: "front/duplicate-host",
  severity: Severity.ERROR,
  cause: "the front has this host already",
  explanation:
    "A custom domain and a record exist once for a name. For an API in two regions each region has a host of its own, because a record points to one of them.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html",
});

export function duplicateHost(property: string, host: string): Finding[] {
  return [
    duplicateHostRule.finding({
      property,
      found: host,
      allowed: "each host once, in whatever case it is written",
      change: "Remove it.",
    }),
  ];
}
