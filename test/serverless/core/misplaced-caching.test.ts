import { looksLikeCaching } from "../../../lib/serverless/core/misplaced-caching";
import { read } from "../support";

const EVENT = "functions:\n  cats:\n    events:\n      - http: get /a\n";
const problems = (text: string) =>
  read(text).findings.map(({ rule, property, change }) => `${rule} at ${property}: ${change}`);

test.each(["cache", "caches", "cacheing", "Caching", "chaching", "cachings", "cashing"])(
  "%s looks like caching",
  (key) => {
    expect(looksLikeCaching(key)).toBe(true);
  },
);

test.each(["path", "method", "cors", "integration", "authorizer", "request", "private", "tracing", "throttling"])(
  "%s does not",
  (key) => {
    expect(looksLikeCaching(key)).toBe(false);
  },
);

test.each([
  [
    `provider: aws\napiGatewayCaching: { enabled: true }\n`,
    "serverless.yml:2:1 apiGatewayCaching: It belongs to custom.",
  ],
  [
    `provider: aws\ncustom:\n  apigatewaycaching: { enabled: true }\n`,
    "serverless.yml:3:3 custom.apigatewaycaching: Did you mean apiGatewayCaching?",
  ],
  [
    `provider: aws\ncustom:\n  apiGatewayCache: { enabled: true }\n`,
    "serverless.yml:3:3 custom.apiGatewayCache: Did you mean apiGatewayCaching?",
  ],
  [
    `provider: aws\n${EVENT}        caching: { enabled: true }\n`,
    "serverless.yml:6:9 functions.cats.events[0].caching: It belongs to http, indented below it.",
  ],
  [
    `provider: aws\n${EVENT}    caching: { enabled: true }\n`,
    "serverless.yml:6:5 functions.cats.caching: It belongs to http, in the event that is cached.",
  ],
])("what nobody would read is told of, with where it belongs: %j", (text, problem) => {
  expect(problems(text)).toEqual([`serverless/unknown-key at ${problem}`]);
});

test("other keys below custom are none of our business", () => {
  expect(
    problems("provider: aws\ncustom: { apiGatewayThrottling: {}, apiGatewayServiceProxies: [], x: !Foo y }\n"),
  ).toEqual([]);
  expect(problems("provider: aws\ncustom: { apiGatewayCaching: { enabled: false }, apiGatewayCache: 5 }\n")).toEqual(
    [],
  );
});
