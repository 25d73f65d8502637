import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const expressionSyntaxRule = defineRule({
  id: "edge/expression-syntax",
  severity: Severity.ERROR,
  cause: "Cloudflare does not take this expression",
  explanation: "Cloudflare refuses the ruleset, with all its rules.",
  source: "https://developers.cloudflare.com/ruleset-engine/rules-language/expressions/",
});

export function expressionSyntax(property: string, found: string, problem: string): Finding[] {
  return [
    expressionSyntaxRule.finding({
      property,
      found,
      allowed: `an expression of Cloudflare's rules language of 1 to 4096 characters (here, ${problem})`,
      change: "Correct the expression, or split it over several rules.",
    }),
  ];
}
