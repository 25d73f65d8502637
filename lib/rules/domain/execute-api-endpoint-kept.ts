import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const executeApiEndpointKeptRule = defineRule({
  id: "domain/execute-api-endpoint-kept",
  severity: Severity.WARNING,
  cause: "the API keeps the address that AWS gives it",
  explanation:
    "Its disableExecuteApiEndpoint is false: whoever finds its execute-api address gets around the domain, Cloudflare, its cache and its rules.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html",
});

export function executeApiEndpointKept(property: string): Finding[] {
  return [
    executeApiEndpointKeptRule.finding({
      property: `${property}.disableExecuteApiEndpoint`,
      found: false,
      allowed: "true, or nothing",
      change: "Leave it out of the API, or set disableExecuteApiEndpoint to false here, too.",
    }),
  ];
}
