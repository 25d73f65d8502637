import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const variableSyntaxRule = defineRule({
  id: "serverless/variable-syntax",
  severity: Severity.ERROR,
  cause: "this variable cannot be read",
  explanation: "The Serverless Framework refuses it too; half a variable would end up as text in the configuration.",
  source: "https://www.serverless.com/framework/docs/guides/variables",
});

/** @param problem what is wrong with it, in words */
export function variableSyntax(property: string, found: string, problem: string): Finding[] {
  return [
    variableSyntaxRule.finding({
      property,
      found,
      allowed:
        "${source:address}, ${source(parameter):address}, and defaults after commas: another source, a number, true, false, null, or text in quotes",
      change: `Correct it: ${problem}.`,
    }),
  ];
}
