import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const outsideBasePathRule = defineRule({
  id: "serverless/outside-base-path",
  severity: Severity.WARNING,
  cause: "the path of an additional endpoint is taken as it is, without the base path",
  explanation:
    "The plugin puts basePath before the paths of functions only. Where the endpoint lives below the base path, its setting would be made for a method that does not exist.",
  source: "https://github.com/DianaIonita/serverless-api-gateway-caching#configuring-a-shared-api-gateway",
});

export function outsideBasePath(property: string, path: string, basePath: string): Finding[] {
  return [
    outsideBasePathRule.finding({
      property,
      found: path,
      allowed: `a path that begins with ${basePath}, or an endpoint that is not below it`,
      change: `Write the whole path, such as ${basePath.replace(/\/$/, "")}/${path.replace(/^\//, "")}, if it is below.`,
    }),
  ];
}
