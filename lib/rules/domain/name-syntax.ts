import { hostnameProblem } from "../../domain/core/hostname";
import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const nameSyntaxRule = defineRule({
  id: "domain/name-syntax",
  severity: Severity.ERROR,
  cause: "it is no name of a domain",
  explanation: "API Gateway, ACM and the DNS record all need the same host name, without a scheme, a port or a path.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html",
});

export function nameSyntax(property: string, name: string): Finding[] {
  const problem = hostnameProblem(name);
  if (problem === undefined) return [];
  return [
    nameSyntaxRule.finding({
      property,
      found: name,
      allowed: "a host name such as api.example.com",
      change: `Give a host name and nothing else: ${problem}.`,
    }),
  ];
}
