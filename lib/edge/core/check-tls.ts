import { Finding } from "../../rules/finding";
import { insecureTlsMode } from "../../rules/edge/insecure-tls-mode";
import { notInPlan } from "../../rules/edge/not-in-plan";
import { refusedValue } from "../../rules/edge/refused-value";
import { unverifiedOrigin } from "../../rules/edge/unverified-origin";
import { ZonePlan, isBelow } from "./zone-plan";

const MODES = ["strict", "full", "flexible", "off", "origin_pull"];

/**
 * Checks the TLS mode to the origin.
 *
 * @param isZoneWide whether it is a setting of the zone, which knows no `origin_pull`
 */
export function checkTlsMode(
  property: string,
  mode: string,
  plan: ZonePlan | undefined,
  isZoneWide: boolean,
): Finding[] {
  if (!MODES.includes(mode)) return refusedValue(property, mode, "strict, full, origin_pull");
  if (mode === "origin_pull") return checkOriginPull(property, plan, isZoneWide);
  return [...insecureTlsMode(property, mode), ...unverifiedOrigin(property, mode)];
}

function checkOriginPull(property: string, plan: ZonePlan | undefined, isZoneWide: boolean): Finding[] {
  if (isZoneWide) return refusedValue(property, "origin_pull", "strict for a whole zone, origin_pull for a host");
  return isBelow(plan, ZonePlan.ENTERPRISE) ? notInPlan(property, "origin_pull", ZonePlan.ENTERPRISE, plan) : [];
}
