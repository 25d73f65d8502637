import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const unknownFunctionRule = defineRule({
  id: "serverless/unknown-function",
  severity: Severity.ERROR,
  cause: "the service has no function of this name",
  explanation: "Nobody would know which function guards the endpoint; the Serverless Framework refuses it as well.",
  source:
    "https://www.serverless.com/framework/docs/providers/aws/events/apigateway#http-endpoints-with-custom-authorizers",
});

/** @param closest the function whose name is most like it; undefined where the service has none */
export function unknownFunction(property: string, found: string, closest: string | undefined): Finding[] {
  const meant = closest === undefined ? "" : `Did you mean ${closest}? `;
  return [
    unknownFunctionRule.finding({
      property,
      found,
      allowed: "aws_iam, the name of a function of the service, or an object with arn, or with type and authorizerId",
      change: `${meant}A function or a user pool of somewhere else is named by its ARN.`,
    }),
  ];
}
