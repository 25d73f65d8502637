import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const wrongTypeRule = defineRule({
  id: "input/wrong-type",
  severity: Severity.ERROR,
  cause: "the value has another type than the option takes",
  explanation:
    'TypeScript would have refused it; JavaScript and JSON callers would otherwise send text such as "undefined" to API Gateway.',
  source: "This library",
});

export function wrongType(property: string, found: unknown, allowed: string): Finding {
  return wrongTypeRule.finding({ property, found, allowed, change: `Give ${allowed}, or leave the option out.` });
}
