import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const corsDiffersRule = defineRule({
  id: "serverless/cors-differs",
  severity: Severity.WARNING,
  cause:
    "the paths of the service answer preflight requests in different ways, and now all of them get the widest answer",
  explanation:
    "The Serverless Framework makes one answer for each path, a CachedRestApi one for all: it lets in what any of them lets in.",
  source: "https://www.serverless.com/framework/docs/providers/aws/events/apigateway#enabling-cors",
});

export function corsDiffers(property: string, found: unknown): Finding[] {
  return [
    corsDiffersRule.finding({
      property,
      found,
      allowed: "the same cors in every http event",
      change: "Write the same cors everywhere, or set the cors of the CachedRestApi in an app of your own.",
    }),
  ];
}
