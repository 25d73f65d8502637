import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const duplicatePreflightRule = defineRule({
  id: "gateway/duplicate-preflight",
  severity: Severity.ERROR,
  cause: "the preflight requests of a path have two answers",
  explanation: "A path has one OPTIONS method, whichever of its endpoints the browser asks about.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html",
});

export function duplicatePreflight(property: string, cors: object, other: string): Finding[] {
  return [
    duplicatePreflightRule.finding({
      property,
      found: cors,
      allowed: "one answer for a path: the same cors for its endpoints, or an OPTIONS method of its own",
      change: `Leave it out, or remove ${other}.`,
    }),
  ];
}
