import { Severity } from "./finding";
import { Rule } from "./rule";
import { CERTIFICATE_RULES } from "./certificate-rules";
import { DOMAIN_RULES } from "./domain-rules";
import { EDGE_RULES } from "./edge-rules";
import { FRONT_RULES } from "./front-rules";
import { GATEWAY_RULES } from "./gateway-rules";
import { INPUT_RULES } from "./input-rules";
import { MODULE_RULES } from "./module-rules";
import { SERVERLESS_RULES } from "./serverless-rules";

/** Every rule of the library, by id; `docs/rules.md` is printed from it. */
export const CATALOGUE: readonly Rule[] = [
  ...CERTIFICATE_RULES,
  ...DOMAIN_RULES,
  ...EDGE_RULES,
  ...FRONT_RULES,
  ...GATEWAY_RULES,
  ...INPUT_RULES,
  ...MODULE_RULES,
  ...SERVERLESS_RULES,
];

/** The ids that can be acknowledged: warnings, and the errors that say so. */
export const ACKNOWLEDGEABLE_IDS: readonly string[] = CATALOGUE.filter(
  (rule) => rule.severity === Severity.WARNING || rule.acknowledgeable === true,
).map((rule) => rule.id);
