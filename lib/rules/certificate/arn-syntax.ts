import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const arnSyntaxRule = defineRule({
  id: "certificate/arn-syntax",
  severity: Severity.ERROR,
  cause: "this is not the ARN of a certificate in ACM",
  explanation:
    "A custom domain takes its certificate from AWS Certificate Manager only, not from IAM or from a secret.",
  source:
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-specify-certificate-for-custom-domain-name.html",
});

export function arnSyntax(property: string, arn: string): Finding[] {
  return [
    arnSyntaxRule.finding({
      property,
      found: arn,
      allowed: "arn:aws:acm:<region>:<account>:certificate/<id>, also of aws-cn and aws-us-gov",
      change: "Give the certificate's ARN as ACM shows it; a certificate of IAM has to be imported into ACM first.",
    }),
  ];
}
