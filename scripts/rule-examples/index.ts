import { GATEWAY_EXAMPLES } from "./gateway";
import { INPUT_EXAMPLES } from "./input";

/**
 * For each rule a fragment of a stack that breaks it, and no other. `docs/rules.md` shows the fragment and what the
 * library says to it. The names that a fragment does not declare are those of `test/docs/preambles.ts`.
 */
export const RULE_EXAMPLES: { readonly [rule: string]: string } = {
  ...GATEWAY_EXAMPLES,
  ...INPUT_EXAMPLES,
};
