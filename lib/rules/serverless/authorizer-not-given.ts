import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const authorizerNotGivenRule = defineRule({
  id: "serverless/authorizer-not-given",
  severity: Severity.ERROR,
  cause: "nobody says who may call",
  explanation: "An endpoint that has an authorizer in serverless.yml would be open to everybody.",
  source:
    "https://www.serverless.com/framework/docs/providers/aws/events/apigateway#http-endpoints-with-custom-authorizers",
});

export function authorizerNotGiven(property: string, name: string): Finding[] {
  return [
    authorizerNotGivenRule.finding({
      property,
      found: name,
      allowed: "a RestAuthorizer for every authorizer but aws_iam",
      change: `Give authorizers[${JSON.stringify(name)}].`,
    }),
  ];
}
