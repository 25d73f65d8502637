import { Construct } from "constructs";
import { Finding } from "../rules/finding";
import { secretInText } from "../rules/edge/secret-in-text";
import { isUnknown } from "../stack/is-unknown";
import { textOfLocal, variablesReadBy } from "../stack/variables";

/** Finds a secret that could be read in the code, or in what is synthesized and printed. */
export function checkSecret(scope: Construct, property: string, value: string): Finding[] {
  if (!isUnknown(value)) return secretInText(property, "a text");
  if (textOfLocal(scope, value) !== undefined) return secretInText(property, "a local, which is a text");
  return variablesReadBy(scope, value).flatMap(({ name, sensitive, default: fallback }) => {
    if (sensitive !== true) return secretInText(property, `var.${name}, which is not sensitive`);
    return fallback === undefined ? [] : secretInText(property, `var.${name}, which has a default`);
  });
}
