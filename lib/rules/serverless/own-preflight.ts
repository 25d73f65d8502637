import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const ownPreflightRule = defineRule({
  id: "serverless/own-preflight",
  severity: Severity.WARNING,
  cause: "another event of the path answers its preflight requests",
  explanation:
    "A path has one OPTIONS method. Where an event is that method, its backend decides which origins are allowed, and nothing that cors says.",
  source: "https://www.serverless.com/framework/docs/providers/aws/events/apigateway#enabling-cors",
});

/** @param other where the event is written that answers */
export function ownPreflight(property: string, found: unknown, other: string): Finding[] {
  return [
    ownPreflightRule.finding({
      property,
      found,
      allowed: "cors on a path without an event for OPTIONS",
      change: `Leave it out, or remove ${other}.`,
    }),
  ];
}
