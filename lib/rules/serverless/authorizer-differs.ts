import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const authorizerDiffersRule = defineRule({
  id: "serverless/authorizer-differs",
  severity: Severity.ERROR,
  cause: "another authorizer of the same name is not the same one",
  explanation:
    "An API has one authorizer for a name: the endpoints of the other would be guarded by somebody else, or with other sources. The Serverless Framework merges the two in silence.",
  source:
    "https://www.serverless.com/framework/docs/providers/aws/events/apigateway#http-endpoints-with-custom-authorizers",
});

/** @param first where the other one is written, and what it is */
export function authorizerDiffers(property: string, found: string, first: string): Finding[] {
  return [
    authorizerDiffersRule.finding({
      property,
      found,
      allowed: `what ${first}`,
      change:
        "Write the same at both places, or give one of them another name: an object with name and arn has its own.",
    }),
  ];
}
