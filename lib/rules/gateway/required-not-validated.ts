import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const requiredNotValidatedRule = defineRule({
  id: "gateway/required-not-validated",
  severity: Severity.WARNING,
  cause: "the key is required, and no request validator checks it",
  explanation:
    "Without a validator API Gateway lets requests without the parameter pass, and keeps one answer for all of them.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html",
});

export function requiredNotValidated(property: string, name: string): Finding[] {
  return [
    requiredNotValidatedRule.finding({
      property,
      found: name,
      allowed: "required keys on a method with a request validator",
      change: "Write validateRequestParameters: true, or give the method a request validator, or leave out required.",
    }),
  ];
}
