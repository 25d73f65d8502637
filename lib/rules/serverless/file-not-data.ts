import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const fileNotDataRule = defineRule({
  id: "serverless/file-not-data",
  severity: Severity.ERROR,
  cause: "only data is read, no program is run",
  explanation:
    "What a program returns depends on the machine and the moment; the same input has to give the same Terraform.",
  source: "This library",
});

export function fileNotData(property: string, file: string): Finding[] {
  return [
    fileNotDataRule.finding({
      property,
      found: file,
      allowed: "files that end in .yml, .yaml or .json",
      change:
        "Let the framework run it: give the output of serverless print to from-serverless - (ServerlessService.fromText in TypeScript).",
    }),
  ];
}
