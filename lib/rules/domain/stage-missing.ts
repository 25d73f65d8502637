import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const stageMissingRule = defineRule({
  id: "domain/stage-missing",
  severity: Severity.ERROR,
  cause: "a mapping needs the name of a stage",
  explanation:
    "Without a stage the first part of every path is taken for one, and requests are answered with 403 Forbidden.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html",
});

/** @param type `REST` or `HTTP` */
export function checkStageName(property: string, stageName: string | undefined, type: string): Finding[] {
  if (stageName !== undefined && isStageName(stageName, type)) return [];
  return [
    stageMissingRule.finding({
      property: `${property}.apiStageName`,
      found: stageName,
      allowed:
        type === "HTTP"
          ? "the name of a stage of the HTTP API, or $default"
          : "the name of a stage of the REST API: 1 to 128 letters, digits, hyphens and underscores",
      change: "Give the name of a stage that is deployed.",
    }),
  ];
}

function isStageName(name: string, type: string): boolean {
  return /^[A-Za-z0-9_-]{1,128}$/.test(name) || (type === "HTTP" && name === "$default");
}
