import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const corsTogetherRule = defineRule({
  id: "serverless/cors-together",
  severity: Severity.ERROR,
  cause: "it allows credentials on a path where another event allows every origin",
  explanation:
    'The events of a path share one preflight answer. Browsers refuse one that allows credentials to "*", and nobody wrote one that allows them to named origins only.',
  source: "https://developer.mozilla.org/en-US/docs/Web/HTTP/CORS/Errors/CORSNotSupportingCredentials",
});

/** @param other where the event's `cors` is written that allows every origin */
export function corsTogether(property: string, found: unknown, other: string): Finding[] {
  return [
    corsTogetherRule.finding({
      property,
      found,
      allowed: "credentials where all events of the path name their origins",
      change: `Name the origins in ${other}, or leave allowCredentials out.`,
    }),
  ];
}
