import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const serverlessWrongTypeRule = defineRule({
  id: "serverless/wrong-type",
  severity: Severity.ERROR,
  cause: "the value has another type than the key takes",
  explanation:
    "The Serverless Framework warns of it and goes on; the plugin then sends what it finds, or its default, to API Gateway.",
  source: "https://www.serverless.com/framework/docs/configuration-validation",
});

export function wrongValueType(
  property: string,
  found: unknown,
  allowed: string,
  change = `Write ${allowed}.`,
): Finding[] {
  return [serverlessWrongTypeRule.finding({ property, found, allowed, change })];
}
