import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const truststoreUriRule = defineRule({
  id: "domain/truststore-uri",
  severity: Severity.ERROR,
  cause: "it is no address of an object in S3",
  explanation: "API Gateway reads the trust store from S3 and refuses any other address in the middle of an apply.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html",
});

export function truststoreUri(property: string, uri: string): Finding[] {
  if (/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/[^\s]*[^\s/]$/.test(uri)) return [];
  return [
    truststoreUriRule.finding({
      property,
      found: uri,
      allowed: "s3://BUCKET/KEY",
      change: "Give the address of the trust store's object, such as s3://my-bucket/trust-store.pem.",
    }),
  ];
}
