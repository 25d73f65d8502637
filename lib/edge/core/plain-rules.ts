import { isRecord } from "../../rules/input/shape";
import { MatchRequest, readExpression } from "./match-request";

type Attributes = { readonly [name: string]: unknown };

/** A rule of a ruleset as Terraform's JSON has it. */
export interface PlainRule {
  /** Its place, such as `rules[0]`. */
  readonly property: string;
  readonly rule: Attributes;
  /** Undefined where it is not known. */
  readonly isEnabled: boolean | undefined;
  readonly parameters: Attributes;
  readonly matches: MatchRequest;
}

/** The rules of a ruleset; what is none is left out. */
export function plainRules(rules: unknown): PlainRule[] {
  return listOf(rules).flatMap((rule, index) => (isRecord(rule) ? [plainRule(rule, `rules[${index}]`)] : []));
}

function plainRule(rule: Attributes, property: string): PlainRule {
  const { enabled, expression, action_parameters: parameters } = rule;
  return {
    property,
    rule,
    isEnabled: isEnabled(enabled),
    parameters: blockOf(parameters),
    matches: typeof expression === "string" ? readExpression(expression) : () => "unknown",
  };
}

/** Rules are enabled unless they say otherwise. */
function isEnabled(enabled: unknown): boolean | undefined {
  if (enabled === undefined || enabled === null || enabled === true || enabled === "true") return true;
  return enabled === false || enabled === "false" ? false : undefined;
}

/** The blocks of a name: JSON has several as a list, and one as an object, too. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : isRecord(value) ? [value] : [];
}

/** The one block of a name; an empty one where there is none. */
export function blockOf(value: unknown): Attributes {
  const [one] = listOf(value);
  return isRecord(one) ? one : {};
}

/** Whether a page rule is on, which it is not only where it says so; undefined where it is not known. */
export function isPageRuleOn({ status }: Attributes): boolean | undefined {
  if (status === "disabled") return false;
  return typeof status === "string" && status !== "active" ? undefined : true;
}
