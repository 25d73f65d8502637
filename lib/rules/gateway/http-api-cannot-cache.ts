import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const httpApiCannotCacheRule = defineRule({
  id: "gateway/http-api-cannot-cache",
  severity: Severity.ERROR,
  cause: "only REST APIs have a cache",
  explanation: "HTTP APIs have no stage cache: nothing would be cached, and nobody would notice.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html",
});

/** @param found what gave it away: a resource type, a stage name, a payload format version */
export function httpApiCannotCache(property: string, found: string): Finding[] {
  return [
    httpApiCannotCacheRule.finding({
      property,
      found,
      allowed: "a stage of a REST API (aws_api_gateway_stage)",
      change: "Move the API to a REST API, or cache it at the edge.",
    }),
  ];
}
