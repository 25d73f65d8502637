import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const fileUnreadableRule = defineRule({
  id: "serverless/file-unreadable",
  severity: Severity.ERROR,
  cause: "this cannot be read as a configuration",
  explanation: "What a file would have said of the cache would be missing, and its endpoints would not be cached.",
  source: "This library",
});

/** @param problem what is wrong with it, in words */
export function fileUnreadable(property: string, file: unknown, problem: string): Finding[] {
  return [
    fileUnreadableRule.finding({
      property,
      found: file,
      allowed: "a YAML or JSON file of the project, in UTF-8, of 2 MB at most",
      change: `Correct it: ${problem}.`,
    }),
  ];
}
