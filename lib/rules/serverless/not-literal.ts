import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const notLiteralRule = defineRule({
  id: "serverless/not-literal",
  severity: Severity.ERROR,
  cause: "the value decides what is rendered, and would be known only after the deployment",
  explanation:
    "Addresses in the state are made from verbs, paths and keys: none of them can wait for an output of another stack.",
  source: "https://www.serverless.com/framework/docs/guides/variables",
});

export function notLiteral(property: string, original: string, allowed: string): Finding[] {
  return [
    notLiteralRule.finding({
      property,
      found: original,
      allowed: `${allowed}, or a variable of the source self, opt, env, sls, param or file`,
      change: "Write the value down, or give it with --param or an environment variable.",
    }),
  ];
}
