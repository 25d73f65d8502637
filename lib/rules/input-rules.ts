import { Rule } from "./rule";
import { credentialsInTextRule } from "./input/credentials-in-text";
import { invalidAcknowledgementRule } from "./input/invalid-acknowledgement";
import { missingOptionRule } from "./input/missing-option";
import { unknownOptionRule } from "./input/unknown-option";
import { unusedAcknowledgementRule } from "./input/unused-acknowledgement";
import { wrongTypeRule } from "./input/wrong-type";

/** Every rule of `input/`. */
export const INPUT_RULES: readonly Rule[] = [
  credentialsInTextRule,
  invalidAcknowledgementRule,
  missingOptionRule,
  unknownOptionRule,
  unusedAcknowledgementRule,
  wrongTypeRule,
];
