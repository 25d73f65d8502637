import { inPluginWords } from "../../../lib/serverless/core/plugin-words";

test.each([
  ["ttlSeconds", "ttlInSeconds"],
  ["keys[0].name", "cacheKeyParameters[0].name"],
  ["keysDeclaredElsewhere", "cacheKeyParameters"],
  [".caching.inheritStageSettings", ".caching.inheritCloudWatchSettingsFromStage"],
  ["perKeyInvalidation.unauthorized", "perKeyInvalidation.handleUnauthorizedRequests"],
  ["perKeyInvalidation.requireAuthorization", "perKeyInvalidation.requireAuthorization"],
  ["monkeys", "monkeys"],
])("%s is %s in the plugin's configuration", (option, expected) => {
  expect(inPluginWords(option)).toBe(expected);
});
