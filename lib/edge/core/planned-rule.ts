import { RulesetPhase } from "./ruleset-phase";

/** Where a rule stands in its ruleset: what matches last wins. */
export enum RuleRank {
  /** What holds for a whole host. */
  GENERAL = 0,
  /** What holds for some of its requests. */
  SPECIFIC = 1,
  /** What is not to be cached, whatever else is said. */
  BYPASS = 2,
}

/** What Cloudflare does with a request. */
export interface RuleAction {
  readonly action: string;
  readonly parameters: { readonly [name: string]: unknown };
}

/** A rule of one host. */
export interface PlannedRule extends RuleAction {
  readonly phase: RulesetPhase;
  readonly rank: RuleRank;
  /** What tells it from the other rules of its host, such as `cache`. */
  readonly role: string;
  readonly description: string;
  /** What has to be so besides the host, as an expression. */
  readonly condition?: string;
}

/** The rules of one host. */
export interface PlannedHost {
  /** The name, or an expression of Terraform's. */
  readonly host: string;
  /** Whether only Terraform knows the name, so that its rules are shared with no other host. */
  readonly isUnknown: boolean;
  /** What the refs of its rules begin with. */
  readonly refBase: string;
  readonly rules: readonly PlannedRule[];
}

/** A rule that the user wrote. */
export interface OwnRule extends RuleAction {
  readonly phase: RulesetPhase;
  readonly rank: RuleRank;
  readonly ref: string;
  readonly description: string;
  readonly expression: string;
}

/** A rule as Terraform takes it. */
export interface RulesetRule {
  readonly ref: string;
  readonly enabled: true;
  readonly description: string;
  readonly expression: string;
  readonly action: string;
  readonly action_parameters: { readonly [name: string]: unknown };
}
