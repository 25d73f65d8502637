import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const fileOutsideProjectRule = defineRule({
  id: "serverless/file-outside-project",
  severity: Severity.ERROR,
  cause: "the file is outside of the project",
  explanation:
    "A configuration from elsewhere could read any file of the machine; and what it says would differ from machine to machine.",
  source: "https://www.serverless.com/framework/docs/guides/variables#reference-properties-in-other-files",
});

export function fileOutsideProject(property: string, file: string): Finding[] {
  return [
    fileOutsideProjectRule.finding({
      property,
      found: file,
      allowed: "a file in the directory of the configuration or below, symbolic links included",
      change:
        "Move the file into the project, or say where the project begins: --project DIR (projectDirectory in TypeScript).",
    }),
  ];
}
