import { UnauthorizedInvalidation } from "../../lib";
import { EndpointModel } from "../../lib/serverless/core/caching-model";
import { corsOptions, endpointOf, stageOptions } from "../../lib/serverless/service-options";
import { VariableRegistry } from "../../lib/serverless/variable-registry";

const registry = new VariableRegistry();

test("the stage, in the words of this library", () => {
  const perKeyInvalidation = { requireAuthorization: false, unauthorized: "Ignore" };
  expect(
    stageOptions(
      {
        enabled: false,
        ttlSeconds: 0,
        dataEncrypted: false,
        clusterSize: "0.5",
        perKeyInvalidation,
        loggingLevel: "INFO",
        dataTraceEnabled: false,
        metricsEnabled: true,
      },
      registry,
    ),
  ).toEqual({
    enabled: false,
    ttlSeconds: 0,
    dataEncrypted: false,
    clusterSize: "0.5",
    perKeyInvalidation: { requireAuthorization: false, unauthorized: UnauthorizedInvalidation.IGNORE },
    loggingLevel: "INFO",
    dataTraceEnabled: false,
    metricsEnabled: true,
  });
});

test.each([
  ["Ignore", UnauthorizedInvalidation.IGNORE],
  ["ignorewithwarning", UnauthorizedInvalidation.WARN],
  ["FAIL", UnauthorizedInvalidation.FAIL],
  ["FAIL_WITH_403", "FAIL_WITH_403"],
])("an unauthorized invalidation: %s is %s", (unauthorized, expected) => {
  expect(stageOptions({ perKeyInvalidation: { unauthorized } }, registry).perKeyInvalidation).toEqual({
    unauthorized: expected,
  });
});

test("what is not said is not there", () => {
  expect(stageOptions({}, registry)).toEqual({});
  const model: EndpointModel = { property: "x", httpMethod: "GET", path: "/", apiKeyRequired: false };
  expect(endpointOf(model, registry)).toEqual({ httpMethod: "GET", path: "/", writtenAt: "x" });
  expect(corsOptions(undefined, registry)).toBeUndefined();
});

test("an endpoint with everything", () => {
  const model: EndpointModel = {
    property: "x",
    functionName: "f",
    httpMethod: "GET",
    path: "/{id}",
    integrationType: "AWS",
    authorizer: { name: "pool", scopes: ["a"], writtenAt: "", identity: [] },
    apiKeyRequired: true,
    requestParameters: { "method.request.path.id": true },
    validateRequestParameters: true,
    cache: { enabled: true, inheritStageSettings: false, keys: [{ name: "request.path.id" }] },
  };
  const { cache, ...rest } = endpointOf(model, registry);
  expect(rest).toEqual({
    httpMethod: "GET",
    path: "/{id}",
    writtenAt: "x",
    functionName: "f",
    integrationType: "AWS",
    authorizer: "pool",
    authorizationScopes: ["a"],
    apiKeyRequired: true,
    requestParameters: { "method.request.path.id": true },
    validateRequestParameters: true,
  });
  expect(cache).toMatchObject({ enabled: true, inheritStageSettings: false });
  expect(cache?.keys?.map(({ parameterName }) => parameterName)).toEqual(["method.request.path.id"]);
});

test("CORS", () => {
  const cors = { allowOrigins: ["*"], allowHeaders: ["A"], allowCredentials: false };
  expect(corsOptions(cors, registry)).toEqual({ allowOrigins: ["*"], allowHeaders: ["A"] });
  const more = { ...cors, allowMethods: ["GET"], allowCredentials: true, maxAgeSeconds: 5, exposeHeaders: ["B"] };
  expect(corsOptions(more, registry)).toEqual(more);
});
