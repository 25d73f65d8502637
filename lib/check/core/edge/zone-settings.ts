import { Attributes, CheckedResource } from "../plain-configuration";
import { blockOf } from "../values";

/** The settings of a whole zone in one resource, which version 5 of the provider has no more. */
export const ALL_SETTINGS = "cloudflare_zone_settings_override";

/** A setting of a zone, and the argument that says it. */
export interface ZoneSetting {
  readonly property: string;
  /** Undefined where nothing is said. */
  readonly value: unknown;
}

/** What a resource says of one setting of its zone; undefined where it says nothing. */
export function zoneSetting({ type, isData, attributes }: CheckedResource, setting: string): ZoneSetting | undefined {
  if (isData) return undefined;
  if (type === "cloudflare_zone_setting") {
    return attributes.setting_id === setting ? { property: "value", value: attributes.value } : undefined;
  }
  const settings: Attributes | undefined = type === ALL_SETTINGS ? blockOf(attributes.settings) : undefined;
  return settings?.[setting] === undefined ? undefined : { property: `settings.${setting}`, value: settings[setting] };
}
