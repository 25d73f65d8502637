import { LambdaAlias } from "@cdktf/provider-aws/lib/lambda-alias";
import { TerraformVariable } from "cdktf";
import fc from "fast-check";
import { CacheKey, ILambdaTarget, RestAuthorizer, RuleCatalogue } from "../../lib";
import { refusedFor, warnings } from "../support/findings";
import {
  Part,
  Props,
  cachedEndpoint,
  definitionOf,
  endpoint,
  newStack,
  operationOf,
  restApi,
} from "../support/rest-api";

const LAMBDA: ILambdaTarget = { functionName: "checker", invokeArn: "arn:aws:apigateway:checker" };

/** A factory as somebody without a compiler calls it. */
const untyped = RestAuthorizer as unknown as Record<string, (...values: unknown[]) => RestAuthorizer>;

/** The security scheme of an authorizer in the API's definition. */
function scheme(authorizer: RestAuthorizer): Part {
  const { securitySchemes } = definitionOf(restApi({ endpoints: [endpoint({ authorizer })] })).components;
  expect(Object.keys(securitySchemes)).toEqual([authorizer.name]);
  return securitySchemes[authorizer.name];
}

describe("an authorizer", () => {
  test("of AWS signatures is the one that API Gateway has a word for", () => {
    expect(RestAuthorizer.iam().authorizationType).toBe("AWS_IAM");
    expect(scheme(RestAuthorizer.iam())).toEqual({
      type: "apiKey",
      name: "Authorization",
      in: "header",
      "x-amazon-apigateway-authtype": "awsSigv4",
    });
  });

  test("of a user pool names the pools", () => {
    const pool = RestAuthorizer.cognito("pool", ["arn:one", "arn:two"]);
    expect(pool.authorizationType).toBe("COGNITO_USER_POOLS");
    expect(scheme(pool)).toEqual({
      type: "apiKey",
      name: "Authorization",
      in: "header",
      "x-amazon-apigateway-authtype": "cognito_user_pools",
      "x-amazon-apigateway-authorizer": { type: "cognito_user_pools", providerARNs: ["arn:one", "arn:two"] },
    });
  });

  test("of a function calls it with the request, and keeps its word for five minutes", () => {
    const token = RestAuthorizer.lambdaRequest("token", LAMBDA);
    expect(token.authorizationType).toBe("CUSTOM");
    expect(scheme(token)).toEqual({
      type: "apiKey",
      name: "Authorization",
      in: "header",
      "x-amazon-apigateway-authtype": "custom",
      "x-amazon-apigateway-authorizer": {
        type: "request",
        authorizerUri: LAMBDA.invokeArn,
        authorizerResultTtlInSeconds: 300,
        identitySource: "method.request.header.Authorization",
      },
    });
  });

  test("of a function has the options that it is given", () => {
    const identitySources = ["method.request.header.X-Token", "context.identity.sourceIp"];
    const options = { identitySources, resultTtlSeconds: 0, credentials: "arn:role" };
    expect(scheme(RestAuthorizer.lambdaRequest("token", LAMBDA, options))).toMatchObject({
      name: "X-Token",
      "x-amazon-apigateway-authorizer": {
        authorizerResultTtlInSeconds: 0,
        identitySource: "method.request.header.X-Token, context.identity.sourceIp",
        authorizerCredentials: "arn:role",
      },
    });
  });

  test("of a function needs no header", () => {
    const identitySources = ["method.request.querystring.token"];
    expect(scheme(RestAuthorizer.lambdaRequest("token", LAMBDA, { identitySources })).name).toBe("Unused");
  });

  test("of a function that is asked about every request may have no source", () => {
    const asked = RestAuthorizer.lambdaRequest("token", LAMBDA, { identitySources: [], resultTtlSeconds: 0 });
    expect(scheme(asked)).toMatchObject({ name: "Unused", "x-amazon-apigateway-authorizer": { type: "request" } });
    expect(scheme(asked)["x-amazon-apigateway-authorizer"]).not.toHaveProperty("identitySource");
    const cached = restApi({ endpoints: [cachedEndpoint({ authorizer: asked, cache: {} })] });
    expect(warnings(cached).map((line) => line.split(":")[0])).toEqual(["gateway/identity-not-in-key"]);
    const apart = cachedEndpoint({ authorizer: asked, cache: { keys: [CacheKey.context("authorizer.principalId")] } });
    expect(warnings(restApi({ endpoints: [apart] }))).toEqual([]);
    const ofHeader = cachedEndpoint({ authorizer: asked, cache: { keys: [CacheKey.header("Authorization")] } });
    expect(warnings(restApi({ endpoints: [ofHeader] }))).toHaveLength(1);
    const implied = RestAuthorizer.lambdaRequest("token", LAMBDA, { resultTtlSeconds: 0 });
    expect(scheme(implied)["x-amazon-apigateway-authorizer"]).toHaveProperty("identitySource");
  });

  test("of a function that others look after makes no permission", () => {
    expect(RestAuthorizer.lambdaRequest("token", LAMBDA)._lambda?.target).toBe(LAMBDA);
    expect(RestAuthorizer.lambdaRequest("token", LAMBDA, { createPermission: true })._lambda?.target).toBe(LAMBDA);
    expect(RestAuthorizer.lambdaRequest("token", LAMBDA, { createPermission: false })._lambda).toBeUndefined();
  });

  test("of a user pool has the options that it is given", () => {
    const options = { tokenHeader: "X-Token", resultTtlSeconds: 0, identityValidationExpression: "^cats$" };
    const pool = RestAuthorizer.cognito("pool", ["arn:one"], options);
    expect(scheme(pool)).toEqual({
      type: "apiKey",
      name: "X-Token",
      in: "header",
      "x-amazon-apigateway-authtype": "cognito_user_pools",
      "x-amazon-apigateway-authorizer": {
        type: "cognito_user_pools",
        providerARNs: ["arn:one"],
        authorizerResultTtlInSeconds: 0,
        identityValidationExpression: "^cats$",
      },
    });
    expect(pool._identitySources).toEqual(["method.request.header.X-Token"]);
  });

  test("is known as one, also when it comes from another copy of the library", () => {
    expect(RestAuthorizer.isRestAuthorizer(RestAuthorizer.iam())).toBe(true);
    jest.isolateModules(() => {
      const other = jest.requireActual<typeof import("../../lib/gateway/rest-authorizer")>(
        "../../lib/gateway/rest-authorizer",
      );
      expect(RestAuthorizer.isRestAuthorizer(other.RestAuthorizer.iam())).toBe(true);
    });
    for (const value of [null, undefined, "iam", { name: "sigv4" }, []]) {
      expect(RestAuthorizer.isRestAuthorizer(value)).toBe(false);
    }
  });

  test("may have values that only Terraform knows", () => {
    const variable = new TerraformVariable(newStack(), "v", {});
    expect(() => RestAuthorizer.cognito("pool", variable.listValue)).not.toThrow();
    const options = { identitySources: [variable.stringValue], resultTtlSeconds: variable.numberValue };
    expect(() => RestAuthorizer.lambdaRequest("token", LAMBDA, options)).not.toThrow();
  });

  test("keeps an alias apart from the function behind it", () => {
    const alias = new LambdaAlias(newStack(), "a", { name: "live", functionName: "f", functionVersion: "1" });
    expect(RestAuthorizer.lambdaRequest("token", alias)._lambda?.qualifier).toBe("live");
    expect(RestAuthorizer.lambdaRequest("token", alias, { credentials: "arn:role" })._lambda).toBeUndefined();
  });
});

describe("an endpoint", () => {
  const pool = RestAuthorizer.cognito("pool", ["arn:pool"]);

  test("asks its callers for what it says, all of it at once", () => {
    const given = { authorizer: pool, authorizationScopes: ["cats/read"], apiKeyRequired: true };
    const api = restApi({ endpoints: [endpoint(given)] });
    expect(operationOf(api, "GET", "/cats").security).toEqual([{ pool: ["cats/read"], api_key: [] }]);
    expect(definitionOf(api).components.securitySchemes.api_key).toEqual({
      type: "apiKey",
      name: "x-api-key",
      in: "header",
    });
  });

  test("asks for an API key alone", () => {
    const api = restApi({ endpoints: [endpoint({ apiKeyRequired: true })] });
    expect(operationOf(api, "GET", "/cats").security).toEqual([{ api_key: [] }]);
  });

  test("asks for nothing where it says nothing", () => {
    const api = restApi({ endpoints: [endpoint({ apiKeyRequired: false })] });
    expect(operationOf(api, "GET", "/cats")).not.toHaveProperty("security");
    expect(definitionOf(api)).not.toHaveProperty("components");
  });

  test.each<[string, RestAuthorizer, CacheKey[], boolean]>([
    ["AWS signatures", RestAuthorizer.iam(), [], true],
    ["a pool", pool, [], true],
    ["a pool", pool, [CacheKey.header("authorization")], false],
    ["a pool", pool, [CacheKey.context("authorizer.claims.sub")], false],
    ["a pool", pool, [CacheKey.context("identity.sourceIp")], true],
    ["a function", RestAuthorizer.lambdaRequest("f", LAMBDA), [CacheKey.header("Accept")], true],
    [
      "a function that reads the query",
      RestAuthorizer.lambdaRequest("f", LAMBDA, { identitySources: ["method.request.querystring.token"] }),
      [CacheKey.query("token")],
      false,
    ],
  ])("with the authorizer of %s is warned of unless its key tells callers apart", (_name, authorizer, keys, warns) => {
    const rules = warnings(restApi({ endpoints: [cachedEndpoint({ authorizer, cache: { keys } })] }));
    expect(rules.map((line) => line.split(":")[0])).toEqual(warns ? ["gateway/identity-not-in-key"] : []);
  });
});

describe("two authorizers of one name", () => {
  const using = (...authorizers: RestAuthorizer[]): Props => ({
    endpoints: authorizers.map((authorizer, index) => endpoint({ path: `/${index}`, authorizer })),
  });
  const one = RestAuthorizer.cognito("users", ["arn:one"]);
  const other = RestAuthorizer.cognito("users", ["arn:other"]);
  const iam = RestAuthorizer.iam();
  const likeIam = RestAuthorizer.cognito("sigv4", ["arn:one"]);

  test.each<[string, RestAuthorizer[], string[]]>([
    ["pools", [one, other], ["endpoints[1].authorizer"]],
    ["pools, however often they are used", [one, one, other, other], ["endpoints[2].authorizer"]],
    ["a pool and a function", [one, RestAuthorizer.lambdaRequest("users", LAMBDA)], ["endpoints[1].authorizer"]],
    ["a pool and AWS signatures", [likeIam, iam], ["endpoints[1].authorizer"]],
    ["AWS signatures and a pool", [iam, likeIam], ["endpoints[1].authorizer"]],
  ])("are refused: %s", (_name, authorizers, at) => {
    expect(refusedFor(() => restApi(using(...authorizers)))).toEqual(
      at.map((property) => `gateway/duplicate-authorizer at ${property}`),
    );
  });

  test("are one where they say the same", () => {
    expect(() => restApi(using(iam, RestAuthorizer.iam()))).not.toThrow();
    expect(() => restApi(using(one, RestAuthorizer.cognito("users", ["arn:one"])))).not.toThrow();
  });

  test("are not let in by an API key whose scheme has the name of an authorizer", () => {
    const authorizer = RestAuthorizer.cognito("api_key", ["arn:one"]);
    const apart = [endpoint({ authorizer }), endpoint({ path: "/dogs", apiKeyRequired: true })];
    const rule = "gateway/duplicate-authorizer";
    expect(refusedFor(() => restApi({ endpoints: apart }))).toEqual([`${rule} at endpoints[1].apiKeyRequired`]);
    expect(refusedFor(() => restApi({ endpoints: [...apart].reverse() }))).toEqual([
      `${rule} at endpoints[1].authorizer`,
    ]);
    const together = [endpoint({ authorizer, apiKeyRequired: true })];
    expect(refusedFor(() => restApi({ endpoints: together }))).toEqual([`${rule} at endpoints[0].apiKeyRequired`]);
  });
});

describe("an authorizer is refused", () => {
  test.each<[string, unknown[], string]>([
    ["without a function", ["token"], "input/missing-option at target.invokeArn"],
    ["with a function of no name", ["token", { invokeArn: "arn" }], "input/missing-option at target.functionName"],
    ["without a name", [undefined, LAMBDA], "input/missing-option at name"],
    ["with another name than a text", [5, LAMBDA], "input/wrong-type at name"],
    ["with options that are no object", ["token", LAMBDA, null], "input/wrong-type at options"],
    ["with a misspelt option", ["token", LAMBDA, { ttlSeconds: 5 }], "input/unknown-option at options.ttlSeconds"],
    [
      "with one source that is no list",
      ["token", LAMBDA, { identitySources: "a" }],
      "input/wrong-type at options.identitySources",
    ],
    [
      "with a source that API Gateway has not",
      ["token", LAMBDA, { identitySources: ["Authorization"] }],
      "gateway/refused-value at options.identitySources[0]",
    ],
    ["with no source", ["token", LAMBDA, { identitySources: [] }], "gateway/refused-value at options.identitySources"],
    [
      "with no source and a TTL",
      ["token", LAMBDA, { identitySources: [], resultTtlSeconds: 1 }],
      "gateway/refused-value at options.identitySources",
    ],
    [
      "with a permission that is no flag",
      ["token", LAMBDA, { createPermission: "no" }],
      "input/wrong-type at options.createPermission",
    ],
    [
      "with a TTL as text",
      ["token", LAMBDA, { resultTtlSeconds: "5" }],
      "input/wrong-type at options.resultTtlSeconds",
    ],
    [
      "with a TTL of more than an hour",
      ["token", LAMBDA, { resultTtlSeconds: 3601 }],
      "gateway/refused-value at options.resultTtlSeconds",
    ],
  ])("%s", (_name, values, expected) => {
    expect(refusedFor(() => untyped.lambdaRequest!(...values))).toContain(expected);
  });

  test.each<[string, unknown[], string]>([
    ["without pools", ["pool"], "input/missing-option at userPoolArns"],
    ["with one pool that is no list", ["pool", "arn"], "input/wrong-type at userPoolArns"],
    ["with a pool that is no text", ["pool", [null]], "input/wrong-type at userPoolArns[0]"],
    ["without a name", [undefined, ["arn"]], "input/missing-option at name"],
    [
      "with a TTL that is too long",
      ["pool", ["arn"], { resultTtlSeconds: 3601 }],
      "gateway/refused-value at options.resultTtlSeconds",
    ],
    [
      "with a source for a header",
      ["pool", ["arn"], { tokenHeader: "a b" }],
      "gateway/refused-value at options.tokenHeader",
    ],
    ["with a misspelt option", ["pool", ["arn"], { header: "a" }], "input/unknown-option at options.header"],
  ])("%s", (_name, values, expected) => {
    expect(refusedFor(() => untyped.cognito!(...values))).toEqual([expected]);
  });

  test("or works, and never fails in another way, whatever it is given", () => {
    const values = fc.array(fc.oneof(fc.anything(), fc.constant("token"), fc.constant(LAMBDA)), { maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom("lambdaRequest", "cognito", "iam"), values, (name, given) => {
        try {
          expect(RestAuthorizer.isRestAuthorizer(untyped[name]!(...given))).toBe(true);
        } catch (thrown) {
          if (RuleCatalogue.findingsOf(thrown).length === 0) throw thrown;
        }
      }),
      { numRuns: 150 },
    );
  });
});
