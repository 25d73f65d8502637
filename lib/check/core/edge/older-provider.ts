import { PlainConfiguration } from "../plain-configuration";

/** Types that version 5 of the Cloudflare provider has no more. */
const OLDER_TYPES = ["cloudflare_record", "cloudflare_zone_settings_override"];

/** A constraint of a version below 5, or one that a version below 5 meets. */
const OLDER_CONSTRAINT = /^(~>|>=?|=)?\s*v?[0-4]\b|^<\s*v?5(\.0)*$|^<=?\s*v?[0-4]\b/;

/** Whether the Cloudflare provider may be older than version 5, in which some things mean another. */
export function mayBeOlderProvider({ resources, cloudflareVersions }: PlainConfiguration): boolean {
  const constraints = (cloudflareVersions ?? "").split(",").map((constraint) => constraint.trim());
  return (
    constraints.some((constraint) => OLDER_CONSTRAINT.test(constraint)) ||
    resources.some(({ type, isData }) => !isData && OLDER_TYPES.includes(type))
  );
}
