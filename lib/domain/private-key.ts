import { Construct } from "constructs";
import { privateKeyInText } from "../rules/certificate/private-key-in-text";
import { variableNotSensitive } from "../rules/certificate/variable-not-sensitive";
import { Finding } from "../rules/finding";
import { isUnknown } from "../stack/is-unknown";
import { variablesReadBy, writtenWithLocals } from "../stack/variables";
import { holdsPrivateKey } from "./core/pem";

/** Whether a private key reaches Terraform without being written down or printed. */
export function checkPrivateKeySource(scope: Construct, property: string, value: string | undefined): Finding[] {
  if (value === undefined) return [];
  if (!isUnknown(value)) return privateKeyInText(property, "a text");
  if (holdsPrivateKey(writtenWithLocals(scope, value))) {
    return privateKeyInText(property, "an expression with a private key in it");
  }
  return variablesReadBy(scope, value).flatMap((variable) => {
    if (holdsPrivateKey(String(variable.default ?? ""))) {
      return privateKeyInText(property, `var.${variable.name}, which has a key for its default`);
    }
    return variable.sensitive === true ? [] : variableNotSensitive(property, variable.name);
  });
}
