import { Finding } from "../../rules/finding";
import { IsUnknown, whenKnown } from "../../rules/known";
import { contradictingOptions } from "../../rules/edge/contradicting-options";
import { duplicateRef } from "../../rules/edge/duplicate-ref";
import { existingRulesDeleted } from "../../rules/edge/existing-rules-deleted";
import { hostSyntax } from "../../rules/edge/host-syntax";
import { refusedValue } from "../../rules/edge/refused-value";
import { ruleAfterRead } from "../../rules/edge/rule-after-read";
import { rulesNotUsed } from "../../rules/edge/rules-not-used";
import { tooManyRules } from "../../rules/edge/too-many-rules";
import { zoneId as checkZoneId } from "../../rules/edge/zone-id";
import { hostnameProblem, isWildcard } from "../../domain/core/hostname";
import { RulesetRule } from "./planned-rule";
import { PHASES, RulesetPhase, phaseName } from "./ruleset-phase";
import { ZonePlan, limitsOf } from "./zone-plan";

/** What is said of a zone when it is declared. */
export interface ZoneInput {
  readonly zoneName: string;
  readonly zoneId?: string;
  readonly isExternal: boolean;
  readonly existingRulesets: { readonly [property: string]: string | undefined };
}

const RULESET_ID = /^[0-9a-f]{32}$/;

/** The property that holds the id of a ruleset that the zone has already. */
export function existingRulesetProperty(phase: RulesetPhase): string {
  return `${phaseName(phase)}RulesetId`;
}

/** Checks a zone as it is declared. */
export function checkZone(input: ZoneInput, isUnknown: IsUnknown): Finding[] {
  const { zoneName, zoneId, isExternal, existingRulesets } = input;
  return [
    ...whenKnown(zoneName, isUnknown, (name) => {
      const problem = hostnameProblem(name) ?? (isWildcard(name) ? "a zone is no wildcard" : undefined);
      return problem === undefined ? [] : hostSyntax("zoneName", name, problem);
    }),
    ...whenKnown(zoneId, isUnknown, (id) => checkZoneId("zoneId", id)),
    ...Object.entries(existingRulesets).flatMap(([name, id]) =>
      id === undefined ? [] : checkExisting(`existingRulesets.${name}`, id, isExternal, isUnknown),
    ),
  ];
}

function checkExisting(property: string, id: string, isExternal: boolean, isUnknown: IsUnknown): Finding[] {
  if (isExternal) return contradictingOptions(property, id, "rulesets: RulesetOwnership.EXTERNAL");
  if (!isUnknown(id) && !RULESET_ID.test(id)) return refusedValue(property, id, "32 hexadecimal digits");
  return existingRulesDeleted(property, id);
}

/** What became of the rules of one phase. */
export interface PhaseFacts {
  readonly phase: RulesetPhase;
  readonly rules: readonly RulesetRule[];
  readonly isTaken: boolean;
  readonly isLate: boolean;
}

/** What a zone has become when everything is declared. */
export interface ZoneFacts {
  readonly plan?: ZonePlan;
  readonly isExternal: boolean;
  readonly existingRulesets: { readonly [property: string]: string | undefined };
  readonly phases: readonly PhaseFacts[];
  readonly pageRules: number;
}

/** Checks a zone as it has become. */
export function checkFinishedZone(facts: ZoneFacts): Finding[] {
  const limits = limitsOf(facts.plan);
  return [
    ...facts.phases.flatMap((phase) => checkPhase(phase, facts)),
    ...(limits === undefined ? [] : tooManyRules("page rules", facts.pageRules, limits.pageRules, facts.plan!)),
    ...PHASES.flatMap((phase) => checkAdopted(phase, facts)),
  ];
}

function checkPhase({ phase, rules, isTaken, isLate }: PhaseFacts, { plan, isExternal }: ZoneFacts): Finding[] {
  const limits = limitsOf(plan);
  const refs = rules.map(({ ref }) => ref);
  const repeated = new Set(refs.filter((ref, index) => refs.indexOf(ref) !== index));
  return [
    ...(limits === undefined ? [] : tooManyRules(`rules of ${phase}`, rules.length, limits.rules, plan!)),
    ...[...repeated].flatMap((ref) => duplicateRef("ref", ref)),
    ...(isExternal && rules.length > 0 && !isTaken ? rulesNotUsed("rulesets", phase, rules.length) : []),
    ...(isLate ? ruleAfterRead("rulesets", phase) : []),
  ];
}

function checkAdopted(phase: RulesetPhase, { existingRulesets, phases }: ZoneFacts): Finding[] {
  const name = existingRulesetProperty(phase);
  const id = existingRulesets[name];
  const hasRules = phases.some((facts) => facts.phase === phase && facts.rules.length > 0);
  if (id === undefined || hasRules) return [];
  return refusedValue(`existingRulesets.${name}`, id, `none, because no rule is declared for ${phase}`);
}
