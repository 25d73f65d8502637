import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const unknownOptionRule = defineRule({
  id: "input/unknown-option",
  severity: Severity.ERROR,
  cause: "there is no such option here",
  explanation:
    "A misspelt option would be ignored, and the endpoint would be cached with the default instead of what was meant.",
  source: "https://github.com/DianaIonita/serverless-api-gateway-caching/issues/127",
});

export function unknownOption(property: string, name: string, value: unknown, names: readonly string[]): Finding {
  // Loaded here, because only a mistake needs it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { closest } = require("fastest-levenshtein") as typeof import("fastest-levenshtein");
  return unknownOptionRule.finding({
    property: property === "" ? name : `${property}.${name}`,
    found: value,
    allowed: names.join(", "),
    change: `Did you mean ${closest(name, names)}?`,
  });
}
