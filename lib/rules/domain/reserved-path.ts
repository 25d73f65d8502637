import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const reservedPathRule = defineRule({
  id: "domain/reserved-path",
  severity: Severity.WARNING,
  cause: "API Gateway answers this path by itself on a custom domain",
  explanation:
    "API Gateway keeps /ping and /sping for its own health checks: through the domain the API is never asked, and a health check that uses the path is healthy whatever the API is.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
});

/** @param path a path of the API as the domain has it */
export function reservedPath(property: string, path: string): Finding[] {
  if (path !== "/ping" && path !== "/sping") return [];
  return [
    reservedPathRule.finding({
      property,
      found: path,
      allowed: "an API without /ping and /sping, or one below a path of its own",
      change: "Call the path otherwise, such as /health, or map the API to a path.",
    }),
  ];
}
