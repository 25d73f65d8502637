import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const pathSyntaxRule = defineRule({
  id: "gateway/path-syntax",
  severity: Severity.ERROR,
  cause: "API Gateway has no resource of this path",
  explanation: "Method settings of a path that does not exist are accepted in silence and do nothing.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
});

/** @param problem what is wrong with it, in words */
export function pathSyntax(property: string, path: unknown, problem: string): Finding[] {
  return [
    pathSyntaxRule.finding({
      property,
      found: path,
      allowed:
        "segments of letters, digits and . _ : , - between slashes, {name} for one segment, {name+} for the rest at the end",
      change: `Correct the path: ${problem}.`,
    }),
  ];
}

/** @param right the setting as it has to be written, if that can be told */
export function methodPathSyntax(property: string, methodPath: string, right: string | undefined): Finding[] {
  return [
    pathSyntaxRule.finding({
      property,
      found: methodPath,
      allowed: "*/* for the whole stage, or ~1 before each segment and a verb after a slash: ~1cats~1{id}/GET, ~1/GET",
      change: right === undefined ? "Write it in this form." : `Write ${right}.`,
    }),
  ];
}
