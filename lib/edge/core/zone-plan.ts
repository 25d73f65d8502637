/** What the zone's owner pays Cloudflare for; it decides what rules may say and how many there may be. */
export enum ZonePlan {
  FREE = "free",
  PRO = "pro",
  BUSINESS = "business",
  ENTERPRISE = "enterprise",
}

/** What a plan includes. */
export interface PlanLimits {
  /** The rules of one phase. */
  readonly rules: number;
  readonly pageRules: number;
  /** The shortest TTL that may replace the origin's, in seconds. */
  readonly minimumEdgeTtlSeconds: number;
}

const LIMITS: { readonly [plan in ZonePlan]: PlanLimits } = {
  [ZonePlan.FREE]: { rules: 10, pageRules: 3, minimumEdgeTtlSeconds: 7200 },
  [ZonePlan.PRO]: { rules: 25, pageRules: 20, minimumEdgeTtlSeconds: 3600 },
  [ZonePlan.BUSINESS]: { rules: 50, pageRules: 50, minimumEdgeTtlSeconds: 1 },
  [ZonePlan.ENTERPRISE]: { rules: 300, pageRules: 125, minimumEdgeTtlSeconds: 1 },
};

const ORDER = [ZonePlan.FREE, ZonePlan.PRO, ZonePlan.BUSINESS, ZonePlan.ENTERPRISE];

/** The limits of a plan; undefined where the plan is not known, so that nothing is said of it. */
export function limitsOf(plan: ZonePlan | undefined): PlanLimits | undefined {
  return plan === undefined ? undefined : LIMITS[plan];
}

/** Whether a plan is known to be a smaller one. */
export function isBelow(plan: ZonePlan | undefined, needed: ZonePlan): plan is ZonePlan {
  return plan !== undefined && ORDER.indexOf(plan) < ORDER.indexOf(needed);
}
