import { addressOf, foundIn, renamed, revalued, reworded } from "../../../lib/check/core/found";
import { ttlOutOfRange } from "../../../lib/rules/gateway/ttl-out-of-range";
import { CATS, configurationOf } from "../support/configuration";

const [finding] = ttlOutOfRange("ttlSeconds", 4000);
const resource = configurationOf({ resource: CATS }).resources[0]!;

test("a renamed finding says its new name in the message, too", () => {
  const after = renamed(finding!, "settings.cache_ttl_in_seconds");
  expect(after).toMatchObject({ property: "settings.cache_ttl_in_seconds", found: 4000, rule: finding!.rule });
  expect(after.message).toMatch(/^gateway\/ttl-out-of-range: settings\.cache_ttl_in_seconds is 4000: /);
  expect(after.message).not.toContain("ttlSeconds");
});

test("a reworded finding says its new words in the message, too, and keeps the rest", () => {
  const after = reworded(finding!, { change: "Do this." });
  expect(after).toMatchObject({ allowed: finding!.allowed, change: "Do this." });
  expect(after.message).toBe(finding!.message.replace(finding!.change, "Do this."));
  expect(reworded(finding!, {})).toEqual(finding);
  expect(reworded(finding!, { allowed: "less" }).message).toContain(`Allowed: less. ${finding!.change}`);
});

test("findings keep the resource that they are about", () => {
  expect(foundIn(resource, [finding!])).toEqual([{ resource, finding }]);
  expect(addressOf({ resource, property: "name" })).toBe("aws_api_gateway_rest_api.api.name");
});

test("a finding with another value says it in the message, too", () => {
  const after = revalued(finding!, true);
  expect(after).toMatchObject({ found: true, property: finding!.property });
  expect(after.message).toBe(finding!.message.replace("ttlSeconds is 4000: ", "ttlSeconds is true: "));
});
