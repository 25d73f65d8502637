import { mappingKeyProblem } from "../../domain/core/mapping-key";
import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const mappingKeySyntaxRule = defineRule({
  id: "domain/mapping-key-syntax",
  severity: Severity.ERROR,
  cause: "API Gateway refuses this path of a mapping",
  explanation: "The provider does not check it; API Gateway refuses it in the middle of an apply.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html",
});

export function mappingKeySyntax(property: string, key: string): Finding[] {
  const problem = mappingKeyProblem(key);
  if (problem === undefined) return [];
  return [
    mappingKeySyntaxRule.finding({
      property,
      found: key,
      allowed:
        "a path such as v1 or v1/orders, without a slash at either end, of letters, digits and $-_.+!*'(), 300 characters at most",
      change: `${sentence(problem.cause)} ${problem.change}`,
    }),
  ];
}

function sentence(cause: string): string {
  return `${cause[0]!.toUpperCase()}${cause.slice(1)}.`;
}
