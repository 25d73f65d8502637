import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const yamlSyntaxRule = defineRule({
  id: "serverless/yaml-syntax",
  severity: Severity.ERROR,
  cause: "this is no YAML that the Serverless Framework could read",
  explanation: "A part of the configuration would be lost, or mean something else than what it looks like.",
  source: "https://yaml.org/spec/1.2.2/",
});

/** @param problem what is wrong with it, in words */
export function yamlSyntax(property: string, found: unknown, problem: string): Finding[] {
  return [
    yamlSyntaxRule.finding({
      property,
      found,
      allowed: "one YAML 1.2 document, or JSON, whose keys are there once",
      change: `Correct it: ${problem}.`,
    }),
  ];
}
