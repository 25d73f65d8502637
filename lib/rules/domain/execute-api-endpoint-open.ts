import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const executeApiEndpointOpenRule = defineRule({
  id: "domain/execute-api-endpoint-open",
  severity: Severity.WARNING,
  cause: "the address that AWS gives the API may stay open",
  explanation:
    "The API is declared elsewhere and cannot be changed from here: whoever finds its execute-api address gets around the domain, Cloudflare, its cache and its rules.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html",
});

export function executeApiEndpointOpen(property: string, type: string): Finding[] {
  return [
    executeApiEndpointOpenRule.finding({
      property,
      found: `a ${type} API that this app does not declare`,
      allowed: "an API whose disable_execute_api_endpoint is true, deployed since",
      change:
        "Set disable_execute_api_endpoint where the API is declared and deploy it, then acknowledge this, or set disableExecuteApiEndpoint to false here.",
    }),
  ];
}
