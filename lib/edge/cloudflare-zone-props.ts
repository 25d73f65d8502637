import { TerraformProvider } from "cdktf";
import { RulesetPhase } from "./core/ruleset-phase";
import { ZonePlan } from "./core/zone-plan";
import { EdgeBypass, EdgeCacheSettings } from "./edge-cache-options";

/** Whose the rulesets of a zone are. */
export enum RulesetOwnership {
  /** Each phase with a rule gets its one ruleset from the zone. */
  MANAGED = "managed",
  /** The user writes the rulesets, and takes the rules for them from `CloudflareZone.rules`. */
  EXTERNAL = "external",
}

/** The ids of rulesets that the zone has already, 32 hexadecimal digits each. They are adopted by an import. */
export interface ExistingRulesets {
  /**
   * The ruleset of the phase `http_request_cache_settings`.
   *
   * @default - it is created
   */
  readonly cacheRulesetId?: string;

  /**
   * The ruleset of the phase `http_config_settings`.
   *
   * @default - it is created
   */
  readonly configRulesetId?: string;

  /**
   * The ruleset of the phase `http_request_dynamic_redirect`.
   *
   * @default - it is created
   */
  readonly redirectRulesetId?: string;

  /**
   * The ruleset of the phase `http_request_late_transform`.
   *
   * @default - it is created
   */
  readonly transformRulesetId?: string;
}

/** A zone of Cloudflare, as the app sees it. */
export interface CloudflareZoneProps {
  /** The name of the zone, such as `example.com`. */
  readonly zoneName: string;

  /**
   * The id of the zone, 32 hexadecimal digits.
   *
   * @default - it is looked up by the name
   */
  readonly zoneId?: string;

  /**
   * The plan of the zone; what it does not include is then refused at synth.
   *
   * @default - nothing is said of a plan's limits
   */
  readonly plan?: ZonePlan;

  /**
   * Whether the whole zone is set to Full (strict). It holds for every site of the zone, and stays when the setting is
   * removed from the code.
   *
   * @default false - the setting is left as it is
   */
  readonly strictTls?: boolean;

  /**
   * Whether the whole zone redirects http to https. It stays when the setting is removed from the code.
   *
   * @default - the setting is left as it is
   */
  readonly alwaysUseHttps?: boolean;

  /**
   * Whether data centres ask one of Cloudflare's upper data centres before the origin (Smart Tiered Cache).
   *
   * @default - the setting is left as it is
   */
  readonly tieredCache?: boolean;

  /**
   * Whose the rulesets are.
   *
   * @default RulesetOwnership.MANAGED
   */
  readonly rulesets?: RulesetOwnership;

  /**
   * Rulesets that the zone has already. Every rule of theirs that the app does not declare is deleted.
   *
   * @default - none
   */
  readonly existingRulesets?: ExistingRulesets;

  /**
   * The Cloudflare provider of the zone's resources.
   *
   * @default - the stack's default Cloudflare provider
   */
  readonly cloudflareProvider?: TerraformProvider;

  /**
   * Reasons why a warning may be raised, by the id of its rule.
   *
   * @default - none
   */
  readonly acknowledgements?: { [rule: string]: string };
}

/** A cache rule of the user's in a ruleset of the zone. */
export interface CacheRuleProps extends EdgeCacheSettings {
  /** What the rule is known by: letters, digits, `_` and `-`, once in the zone. */
  readonly ref: string;

  /** Which requests it is for, in Cloudflare's rules language. */
  readonly expression: string;

  /**
   * Whether they are cached. A rule with false comes last, and wins.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * What is shown of it in Cloudflare's dashboard.
   *
   * @default - the ref
   */
  readonly description?: string;

  /**
   * Which of these requests are always passed on to the origin.
   *
   * @default - none; where a TTL replaces the origin's, those with `Authorization` or a cookie
   */
  readonly bypass?: EdgeBypass;

  /**
   * Reasons why a warning may be raised, by the id of its rule.
   *
   * @default - none
   */
  readonly acknowledgements?: { [rule: string]: string };
}

/** A rule of the user's in a ruleset of the zone, other than a cache rule. */
export interface ZoneRuleProps {
  /** The phase. */
  readonly phase: RulesetPhase;

  /** What the rule is known by: letters, digits, `_` and `-`, once in the zone. */
  readonly ref: string;

  /** Which requests it is for, in Cloudflare's rules language. */
  readonly expression: string;

  /** What is done, such as `redirect`, `rewrite` or `set_config`. */
  readonly action: string;

  /** How it is done, in Terraform's names: `{ ssl: "strict" }`. */
  readonly actionParameters: { [name: string]: any };

  /**
   * What is shown of it in Cloudflare's dashboard.
   *
   * @default - the ref
   */
  readonly description?: string;

  /**
   * Reasons why a warning may be raised, by the id of its rule.
   *
   * @default - none
   */
  readonly acknowledgements?: { [rule: string]: string };
}

export { RulesetPhase, ZonePlan };
