import { Finding } from "../../rules/finding";
import { IsUnknown, whenKnown } from "../../rules/known";
import { expressionSyntax } from "../../rules/edge/expression-syntax";
import { refusedValue } from "../../rules/edge/refused-value";
import { EdgeBypass, EdgeCacheSettings } from "../edge-cache-options";
import { BYPASS_PARAMETERS, cacheParameters, overridesOrigin } from "./cache-parameters";
import { bypassRules } from "./cache-rules";
import { CacheContext, checkCacheSettings, checkDisabled } from "./check-cache";
import { checkBypass } from "./check-host-cache";
import { ExpressionWriter, LONGEST_EXPRESSION } from "./expression";
import { checkExpression, checkMethods } from "./lint-expression";
import { OwnRule, RuleRank } from "./planned-rule";
import { RulesetPhase } from "./ruleset-phase";
import { ZonePlan } from "./zone-plan";

/** A cache rule that the user wrote. */
export interface OwnCacheRule {
  readonly ref: string;
  readonly expression: string;
  readonly enabled: boolean;
  readonly description?: string;
  readonly bypass?: EdgeBypass;
  readonly settings: EdgeCacheSettings;
}

/** Checks a cache rule of the user's. */
export function checkOwnCacheRule(rule: OwnCacheRule, context: CacheContext): Finding[] {
  const { ref, expression, enabled, settings, bypass } = rule;
  return [
    ...checkOwnRule(ref, expression, context.plan, context.isUnknown),
    ...(enabled ? whenKnown(expression, context.isUnknown, (text) => checkMethods("expression", text)) : []),
    ...(enabled ? checkCacheSettings(settings, "", context) : checkDisabled({ ...settings, bypass }, "")),
    ...checkBypass(bypass ?? {}, "bypass.", enabled && overridesOrigin(settings)),
  ];
}

/** Checks what every rule of the user's has. */
export function checkOwnRule(
  ref: string,
  expression: string,
  plan: ZonePlan | undefined,
  isUnknown: IsUnknown,
): Finding[] {
  return [
    ...(/^[A-Za-z0-9_-]+$/.test(ref) ? [] : refusedValue("ref", ref, "letters, digits, _ and -")),
    ...whenKnown(expression, isUnknown, (text) => checkExpression("expression", text, plan)),
  ];
}

/** The rules that a cache rule of the user's becomes: itself, and what it passes on. */
export function planOwnCacheRule(write: ExpressionWriter, rule: OwnCacheRule): OwnRule[] {
  const { ref, expression, enabled, settings, bypass, description = ref } = rule;
  const common = { phase: RulesetPhase.CACHE, action: "set_cache_settings" };
  if (!enabled) {
    return [{ ...common, ref, expression, description, rank: RuleRank.BYPASS, parameters: BYPASS_PARAMETERS }];
  }
  const where = overridesOrigin(settings) ? "" : undefined;
  return [
    { ...common, ref, expression, description, rank: RuleRank.SPECIFIC, parameters: cacheParameters(settings) },
    ...bypassRules(write, bypass ?? {}, where).map((planned): OwnRule => ({
      ...planned,
      ref: `${ref}__${planned.role}`,
      expression: write.and(`(${expression})`, planned.condition!),
    })),
  ];
}

/** Finds a rule that has become too long by what it passes on. */
export function checkPlannedLengths(rules: readonly OwnRule[]): Finding[] {
  return rules
    .slice(1)
    .flatMap(({ expression }) =>
      expression.length > LONGEST_EXPRESSION
        ? expressionSyntax("expression", expression, `with what is passed on it has ${expression.length} characters`)
        : [],
    );
}
