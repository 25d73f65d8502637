import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const fileUnreadableRule = defineRule({
  id: "certificate/file-unreadable",
  severity: Severity.ERROR,
  cause: "the file cannot be read",
  explanation:
    "Files are read while the configuration is synthesized, relative to the directory that it is started in.",
  source: "This library",
});

/** @param problem the code of the operating system, such as `ENOENT` */
export function fileUnreadable(property: string, file: string, problem: string): Finding[] {
  return [
    fileUnreadableRule.finding({
      property,
      found: file,
      allowed: "the path of a file that can be read",
      change: `Correct the path, or let the file be read (${problem}).`,
    }),
  ];
}
