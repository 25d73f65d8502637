/** What the constructs call otherwise than the plugin. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bttlSeconds\b/g, "ttlInSeconds"],
  [/\b(?:keysDeclaredElsewhere|keys)\b/g, "cacheKeyParameters"],
  [/\binheritStageSettings\b/g, "inheritCloudWatchSettingsFromStage"],
  [/\bperKeyInvalidation\.unauthorized\b/g, "perKeyInvalidation.handleUnauthorizedRequests"],
];

/** An option of a construct as the plugin calls it: `keys[0].name` is `cacheKeyParameters[0].name`. */
export function inPluginWords(option: string): string {
  return NAMES.reduce((text, [pattern, name]) => text.replace(pattern, name), option);
}
