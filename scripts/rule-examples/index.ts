import { CERTIFICATE_EXAMPLES } from "./certificate";
import { CHECK_EXAMPLES } from "./check";
import { DOMAIN_EXAMPLES } from "./domain";
import { EDGE_EXAMPLES } from "./edge";
import { FRONT_EXAMPLES } from "./front";
import { GATEWAY_EXAMPLES } from "./gateway";
import { INPUT_EXAMPLES } from "./input";
import { MODULE_EXAMPLES } from "./module";
import { SERVERLESS_EXAMPLES } from "./serverless";

/**
 * For each rule a fragment of a stack that breaks it, and no other. `docs/rules.md` shows the fragment and what the
 * library says to it. The names that a fragment does not declare are those of `test/docs/preambles.ts`. What no code of
 * the library can break has Terraform JSON in the place of a fragment.
 */
export const RULE_EXAMPLES: { readonly [rule: string]: string } = {
  ...CERTIFICATE_EXAMPLES,
  ...CHECK_EXAMPLES,
  ...DOMAIN_EXAMPLES,
  ...EDGE_EXAMPLES,
  ...FRONT_EXAMPLES,
  ...GATEWAY_EXAMPLES,
  ...INPUT_EXAMPLES,
  ...MODULE_EXAMPLES,
  ...SERVERLESS_EXAMPLES,
};
