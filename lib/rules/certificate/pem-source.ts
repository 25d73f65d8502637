import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const pemSourceRule = defineRule({
  id: "certificate/pem-source",
  severity: Severity.ERROR,
  cause: "PEM comes either as text or from a file",
  explanation: "Of two sources one would be ignored.",
  source: "This library",
});

/** @param sources the options of which exactly one is expected */
export function pemSource(sources: readonly [string, string], given: number): Finding[] {
  const [text, file] = sources;
  return [
    pemSourceRule.finding({
      property: file,
      found: given === 0 ? undefined : `a file beside ${text}`,
      allowed: `either ${text} or ${file}`,
      change: given === 0 ? "Give one of them." : "Remove one of them.",
    }),
  ];
}
