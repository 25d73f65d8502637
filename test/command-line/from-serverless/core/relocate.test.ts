import {
  findingsOf,
  relocateError,
  relocateMessage,
  relocatePart,
  relocateProperty,
} from "../../../../lib/command-line/from-serverless/core/relocate";
import { ConfigurationError } from "../../../../lib/rules/configuration-error";
import { ttlOutOfRange } from "../../../../lib/rules/gateway/ttl-out-of-range";

const PLACES = { endpoints: ["s.yml:5:9 first", "s.yml:9:9 second"], section: "s.yml:3:1 custom.apiGatewayCaching" };

test.each([
  ["endpoints[1].cache.ttlSeconds", "s.yml:9:9 second.caching.ttlInSeconds"],
  ["endpoints[0].cache", "s.yml:5:9 first.caching"],
  ["endpoints[0].cache.keys[2]", "s.yml:5:9 first.caching.cacheKeyParameters[2]"],
  ["endpoints[0].path", "s.yml:5:9 first.path"],
  ["endpoints[0].requestParameters", "s.yml:5:9 first.request.parameters"],
  ["endpoints[0].validateRequestParameters", "s.yml:5:9 first.request.parameters"],
  ["endpoints[0].authorizationScopes", "s.yml:5:9 first.authorizer.scopes"],
  ["endpoints[1]", "s.yml:9:9 second"],
  ["additionalEndpoints[0].perKeyInvalidation.unauthorized", "s.yml:5:9 first.caching.perKeyInvalidation.handleUnauthorizedRequests"], // prettier-ignore
  ["additionalEndpoints[0].keysDeclaredElsewhere", "s.yml:5:9 first.caching.cacheKeyParameters"],
  ["additionalEndpoints[0].httpMethod", "s.yml:5:9 first.httpMethod"],
  ["cache.ttlSeconds", "s.yml:3:1 custom.apiGatewayCaching.ttlInSeconds"],
  ["perKeyInvalidation.requireAuthorization", "s.yml:3:1 custom.apiGatewayCaching.perKeyInvalidation.requireAuthorization"], // prettier-ignore
  ["loggingLevel", "loggingLevel"],
  ["cache.metricsEnabled", "cache.metricsEnabled"],
  ["endpoints[7].cache", "endpoints[7].cache"],
  ["stageName", "stageName"],
])("%s is %s", (property, place) => {
  expect(relocateProperty(property, PLACES)).toBe(place);
});

test("without a section, what is of the stage stays as it is", () => {
  expect(relocateProperty("cache.ttlSeconds", { endpoints: [], section: undefined })).toBe("cache.ttlSeconds");
});

test("settings of the API are told of where they are", () => {
  const settings = { endpointType: "s.yml:2:3 provider.endpointType", "cache.metricsEnabled": "s.yml:2:9 x.metrics" };
  const place = (property: string) => relocateProperty(property, { ...PLACES, settings });
  expect(place("endpointType")).toBe("s.yml:2:3 provider.endpointType");
  expect(place("endpointType[0]")).toBe("s.yml:2:3 provider.endpointType[0]");
  expect(place("cache.metricsEnabled")).toBe("s.yml:2:9 x.metrics");
  expect(place("cache.ttlSeconds")).toBe("s.yml:3:1 custom.apiGatewayCaching.ttlInSeconds");
  expect(place("endpointTypes")).toBe("endpointTypes");
  expect(place("constructor")).toBe("constructor");
});

test.each([
  ["uri", "e.request.uri"],
  ["httpMethod", "e.request.method"],
  ["requestParameters", "e.request.parameters"],
  ["options.passthroughBehavior", "e.request.passThrough"],
  ["options.identitySources[1]", "e.identitySource"],
  ["options.resultTtlSeconds", "e.resultTtlInSeconds"],
  ["options.constructor", "e"],
  ["target", "e"],
])("%s of a backend or an authorizer is %s", (property, place) => {
  expect(relocatePart(property, "e")).toBe(place);
});

test("only errors of a configuration have findings", () => {
  const error = new ConfigurationError(ttlOutOfRange("ttl", 5000));
  expect(findingsOf(error, (property) => `${property}!`)).toMatchObject([
    { property: "ttl!", message: expect.stringContaining("ttl! is 5000") },
  ]);
  expect(findingsOf(new Error("x"), () => "")).toBeUndefined();
  expect(findingsOf("x", () => "")).toBeUndefined();
});

test("a message is about the place, and says what to write in YAML", () => {
  const message = 'gateway/x: endpoints[0].cache.keys is []: no key. Allowed: one. Add CacheKey.path("id").';
  expect(relocateMessage(message, PLACES)).toBe(
    "gateway/x: s.yml:5:9 first.caching.cacheKeyParameters is []: no key. Allowed: one. Add name: request.path.id in cacheKeyParameters.",
  );
  expect(relocateMessage("another text", PLACES)).toBe("another text");
});

test.each([
  ['or CacheKey.context("authorizer.principalId");', "or a name with mappedFrom: context.authorizer.principalId;"],
  [
    "scopes beside RestAuthorizer.cognito().",
    "scopes beside a user pool: an authorizer with its ARN, or with type: COGNITO_USER_POOLS.",
  ],
])("%s is said in YAML", (written, expected) => {
  expect(relocateMessage(`gateway/x: endpoints[0].cache.keys is []: ${written}`, PLACES)).toBe(
    `gateway/x: s.yml:5:9 first.caching.cacheKeyParameters is []: ${expected}`,
  );
});

test("errors of constructs are those of the configuration; others stay", () => {
  const error = new ConfigurationError(ttlOutOfRange("endpoints[1].cache.ttlSeconds", 5000));
  const relocated = relocateError(error, PLACES) as ConfigurationError;
  expect(relocated.findings[0]).toMatchObject({ property: "s.yml:9:9 second.caching.ttlInSeconds", found: 5000 });
  expect(relocated.message).toContain("s.yml:9:9 second.caching.ttlInSeconds is 5000");
  const other = new Error("x");
  expect(relocateError(other, PLACES)).toBe(other);
});
