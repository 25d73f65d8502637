import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const keysAwaitOwnerRule = defineRule({
  id: "gateway/keys-await-owner",
  severity: Severity.WARNING,
  cause: "these keys are live only when the owner of the stage deploys",
  explanation:
    "The settings act at once, the keys with the next deployment: until then the endpoint is cached without its keys, and requests share answers that differ.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/updating-api.html",
});

export function keysAwaitOwner(property: string): Finding[] {
  return [
    keysAwaitOwnerRule.finding({
      property,
      found: undefined,
      allowed: "the ApiGatewayDeployment that makes the keys live",
      change:
        "Pass deployment; or apply with enabled: false first, let the owner deploy, switch caching on, and acknowledge the warning.",
    }),
  ];
}
