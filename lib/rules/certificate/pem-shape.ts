import { WINDOWS_LINE_ENDS } from "../../domain/core/pem";
import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const pemShapeRule = defineRule({
  id: "certificate/pem-shape",
  severity: Severity.ERROR,
  cause: "this is not PEM as it was issued",
  explanation:
    "Copied through a terminal, a secret store or a YAML file, PEM gains white space, blank lines or other line ends. ACM refuses it, or Cloudflare answers with 526 later.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/troubleshoot-import.html",
});

/** @param problem what is wrong with it: never its text, which may be secret */
export function pemShape(property: string, problem: string): Finding[] {
  return [
    pemShapeRule.finding({
      property,
      found: `PEM of which ${problem}`,
      allowed: "lines of base64 between a line -----BEGIN …----- and a line -----END …-----, and nothing else",
      change:
        problem === WINDOWS_LINE_ENDS
          ? "Convert the line ends to LF, and where git wrote them (core.autocrlf) put *.pem -text into .gitattributes."
          : "Take the text from the file as it was issued.",
    }),
  ];
}
