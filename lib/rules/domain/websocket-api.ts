import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const websocketApiRule = defineRule({
  id: "domain/websocket-api",
  severity: Severity.ERROR,
  cause: "a WebSocket API cannot share a domain with REST and HTTP APIs",
  explanation: "API Gateway refuses the mapping, and there is nothing in it that a cache could keep.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mappings.html",
});

export function websocketApi(property: string, protocolType: string): Finding[] {
  if (protocolType !== "WEBSOCKET") return [];
  return [
    websocketApiRule.finding({
      property,
      found: protocolType,
      allowed: "REST and HTTP APIs",
      change: "Give the WebSocket API a domain of its own.",
    }),
  ];
}
