import { RestAuthorizer, RestIntegration } from "../../lib";
import { toAdditionalEndpoint, toRestEndpoints } from "../../lib/serverless/rest-endpoints";
import { ServerlessEndpoint } from "../../lib/serverless/serverless-props";
import { refusedFor } from "../support/findings";

const mock = RestIntegration.mock();
const other = RestIntegration.mock();
const pool = RestAuthorizer.cognito("pool", ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/x"]);

function endpoint(options: Partial<ServerlessEndpoint> = {}): ServerlessEndpoint {
  return { httpMethod: "GET", path: "/cats", writtenAt: "serverless.yml:1:1 x", functionName: "cats", ...options };
}

test("an endpoint has the integration of its function", () => {
  expect(toRestEndpoints([endpoint({ cache: { enabled: true } })], { integrations: { cats: mock } })).toEqual([
    { method: "GET", path: "/cats", integration: mock, cache: { enabled: true } },
  ]);
});

test.each(["GET /cats", "get cats/", "get  /cats"])("an endpoint's own integration (%s) wins", (name) => {
  const endpoints = [endpoint(), endpoint({ path: "/dogs" })];
  const rendered = toRestEndpoints(endpoints, { integrations: { cats: mock, [name]: other } });
  expect(rendered.map(({ integration }) => integration === other)).toEqual([true, false]);
});

test("an additional endpoint has only its own", () => {
  const additional = endpoint({ functionName: undefined, path: "/x" });
  expect(toRestEndpoints([additional], { integrations: { "GET /x": mock } })[0]?.integration).toBe(mock);
  expect(refusedFor(() => toRestEndpoints([additional], {}))).toEqual([
    "serverless/integration-not-given at serverless.yml:1:1 x",
  ]);
});

test("access is handed on", () => {
  const options = {
    authorizer: "pool",
    authorizationScopes: ["a"],
    apiKeyRequired: true,
    requestParameters: { a: true },
    validateRequestParameters: true,
  };
  expect(toRestEndpoints([endpoint(options)], { integrations: { cats: mock }, authorizers: { pool } })).toEqual([
    { method: "GET", path: "/cats", integration: mock, ...options, authorizer: pool },
  ]);
});

test("IAM is one authorizer for all, and needs none", () => {
  const endpoints = [endpoint({ authorizer: "AWS_IAM" }), endpoint({ authorizer: "AWS_IAM", path: "/b" })];
  const [first, second] = toRestEndpoints(endpoints, { integrations: { cats: mock } });
  expect(first?.authorizer?.authorizationType).toBe("AWS_IAM");
  expect(second?.authorizer).toBe(first?.authorizer);
});

test("an endpoint with an authorizer is never left open", () => {
  expect(
    refusedFor(() => toRestEndpoints([endpoint({ authorizer: "pool" })], { integrations: { cats: mock } })),
  ).toEqual(["serverless/authorizer-not-given at serverless.yml:1:1 x.authorizer"]);
  expect(() => toRestEndpoints([endpoint({ authorizer: "constructor" })], { integrations: { cats: mock } })).toThrow();
});

test("what nothing needs is told of, all at once", () => {
  const options = { integrations: { cat: mock, "GET /dogs": mock }, authorizers: { pool } };
  expect(refusedFor(() => toRestEndpoints([endpoint()], options))).toEqual([
    "serverless/integration-not-given at serverless.yml:1:1 x",
    "input/unknown-option at options.integrations.cat",
    "input/unknown-option at options.integrations.GET /dogs",
    "input/unknown-option at options.authorizers.pool",
  ]);
});

test("on a shared stage, keys are where the method is, and what is not cached is off", () => {
  const cache = { enabled: true, ttlSeconds: 5, keys: [] };
  expect(toAdditionalEndpoint(endpoint({ cache }))).toEqual({
    httpMethod: "GET",
    path: "/cats",
    enabled: true,
    ttlSeconds: 5,
    keysDeclaredElsewhere: [],
  });
  expect(toAdditionalEndpoint(endpoint())).toEqual({ httpMethod: "GET", path: "/cats", enabled: false });
});
