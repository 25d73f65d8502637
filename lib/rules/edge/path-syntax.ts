import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const pathSyntaxRule = defineRule({
  id: "edge/path-syntax",
  severity: Severity.ERROR,
  cause: "this is no path as the edge takes it",
  explanation: "Cloudflare compares it with the path of the request, as text: a rule for any other form never applies.",
  source: "https://developers.cloudflare.com/ruleset-engine/rules-language/operators/",
});

export function pathSyntax(property: string, path: string, problem: string): Finding[] {
  return [
    pathSyntaxRule.finding({
      property,
      found: path,
      allowed: `a path such as /v1/cats, /v1/* or /v1/*/photos (here, ${problem})`,
      change: "Correct the path.",
    }),
  ];
}
