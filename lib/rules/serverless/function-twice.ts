import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const functionTwiceRule = defineRule({
  id: "serverless/function-twice",
  severity: Severity.ERROR,
  cause: "a function of the same name is in the list already",
  explanation:
    "The framework merges both into one function, their events by position: the later one takes the place of what the earlier one has there.",
  source: "https://github.com/serverless/serverless/issues/10410",
});

/** @param first where the function is written for the first time */
export function functionTwice(property: string, name: string, first: string): Finding[] {
  return [
    functionTwiceRule.finding({
      property,
      found: name,
      allowed: "a name that no other function has",
      change: `Rename it, or join it with ${first}.`,
    }),
  ];
}
