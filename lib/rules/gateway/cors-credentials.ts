import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const corsCredentialsRule = defineRule({
  id: "gateway/cors-credentials",
  severity: Severity.ERROR,
  cause: "credentials cannot be allowed to every origin",
  explanation: 'Browsers refuse an answer that allows credentials to "*".',
  source: "https://developer.mozilla.org/en-US/docs/Web/HTTP/CORS/Errors/CORSNotSupportingCredentials",
});

export function corsCredentials(property: string, origins: readonly string[]): Finding[] {
  return [
    corsCredentialsRule.finding({
      property,
      found: origins,
      allowed: "named origins where allowCredentials is true",
      change: "Name the origins, or leave allowCredentials out.",
    }),
  ];
}
