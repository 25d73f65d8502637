import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const keyPathParameterUnknownRule = defineRule({
  id: "gateway/key-path-parameter-unknown",
  severity: Severity.ERROR,
  cause: "the path has no such parameter",
  explanation: 'API Gateway answers "Invalid mapping expression parameter specified", in the middle of an apply.',
  source: "https://github.com/aws/aws-cdk/issues/17318",
});

/** @param parameters the parameters that the path has */
export function keyPathParameterUnknown(property: string, name: string, parameters: readonly string[]): Finding[] {
  return [
    keyPathParameterUnknownRule.finding({
      property,
      found: name,
      allowed: parameters.join(", ") || "no path parameter: the path has none",
      change: "Correct the name; {proxy+} is called proxy.",
    }),
  ];
}
