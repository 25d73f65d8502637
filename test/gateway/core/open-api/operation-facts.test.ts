import {
  allowedOrigins,
  authorizationType,
  operationFacts,
} from "../../../../lib/gateway/core/open-api/operation-facts";

const INTEGRATION = "x-amazon-apigateway-integration";

const SCHEMES = {
  sigv4: { type: "apiKey", name: "Authorization", in: "header", "x-amazon-apigateway-authtype": "awsSigv4" },
  custom: {
    type: "apiKey",
    name: "X-Token",
    in: "header",
    "x-amazon-apigateway-authtype": "custom",
    "x-amazon-apigateway-authorizer": { type: "token" },
  },
  request: {
    type: "apiKey",
    name: "Unused",
    in: "header",
    "x-amazon-apigateway-authtype": "custom",
    "x-amazon-apigateway-authorizer": {
      type: "request",
      identitySource: "method.request.header.X-Tenant, method.request.querystring.user ,context.stage",
    },
  },
  pool: {
    type: "apiKey",
    name: "Authorization",
    in: "header",
    "x-amazon-apigateway-authtype": "cognito_user_pools",
    "x-amazon-apigateway-authorizer": { type: "cognito_user_pools" },
  },
  oauth2: {
    type: "apiKey",
    name: "Authorization",
    in: "header",
    "x-amazon-apigateway-authtype": "oauth2",
    "x-amazon-apigateway-authorizer": { type: "token" },
  },
  key: { type: "apiKey", name: "x-api-key", in: "header" },
};

/** What is known of who may call, from the operation's `security` and the document's. */
function authorizationOf(operation: object, document: object = {}, schemes: object = SCHEMES) {
  const { authorization, identitySources } = operationFacts(
    { components: { securitySchemes: schemes }, ...document },
    { ...operation },
  );
  return { authorization, identitySources };
}

describe("who may call an operation", () => {
  test.each([
    ["signers of AWS", "sigv4", "AWS_IAM", ["method.request.header.Authorization"]],
    ["those whom a function lets in by a token", "custom", "CUSTOM", ["method.request.header.X-Token"]],
    [
      "those whom a function lets in by the request",
      "request",
      "CUSTOM",
      ["method.request.header.X-Tenant", "method.request.querystring.user", "context.stage"],
    ],
    ["users of a pool", "pool", "COGNITO_USER_POOLS", ["method.request.header.Authorization"]],
    ["those of a scheme with a name of its own", "oauth2", "CUSTOM", ["method.request.header.Authorization"]],
  ])("is told by its security: %s", (_name, scheme, authorization, identitySources) => {
    expect(authorizationOf({ security: [{ [scheme]: [] }] })).toEqual({ authorization, identitySources });
  });

  test("is everybody without a security, and with an API key, which tells no callers apart", () => {
    expect(authorizationOf({}).authorization).toBe("NONE");
    expect(authorizationOf({ security: [{ key: [] }] }).authorization).toBe("NONE");
  });

  test("is told by the authorizer of a scheme that has an API key beside it", () => {
    expect(authorizationOf({ security: [{ key: [], custom: [] }] }).authorization).toBe("CUSTOM");
    expect(authorizationOf({ security: [{ key: [] }, { pool: ["read"] }] }).authorization).toBe("COGNITO_USER_POOLS");
  });

  test("is told by the document where the operation says nothing", () => {
    expect(authorizationOf({}, { security: [{ sigv4: [] }] }).authorization).toBe("AWS_IAM");
  });

  test("is everybody where the operation takes the document's security back", () => {
    expect(authorizationOf({ security: [] }, { security: [{ sigv4: [] }] }).authorization).toBe("NONE");
    expect(authorizationOf({ security: [{}] }, { security: [{ sigv4: [] }] }).authorization).toBe("NONE");
  });

  test("is told by the operation's own authorization type first", () => {
    const iam = { "x-amazon-apigateway-auth": { type: "aws_iam" } };
    expect(authorizationOf(iam).authorization).toBe("AWS_IAM");
    const open = { "x-amazon-apigateway-auth": { type: "NONE" } };
    expect(authorizationOf(open, { security: [{ sigv4: [] }] }).authorization).toBe("NONE");
  });

  test("is told by Swagger's definitions too", () => {
    const document = { swagger: "2.0", components: undefined, securityDefinitions: SCHEMES };
    expect(authorizationOf({ security: [{ pool: [] }] }, document).authorization).toBe("COGNITO_USER_POOLS");
  });

  test("is told by a scheme that is referred to", () => {
    const document = { definitions: { mine: SCHEMES.custom } };
    const schemes = { token: { $ref: "#/definitions/mine" } };
    expect(authorizationOf({ security: [{ token: [] }] }, document, schemes).authorization).toBe("CUSTOM");
  });

  test.each([[[{ missing: [] }]], ["sigv4"], [[null]], [{ sigv4: [] }], [["sigv4"]], [[{ constructor: [] }]]])(
    "is everybody where the security is %j",
    (security) => {
      expect(authorizationOf({ security }).authorization).toBe("NONE");
    },
  );
});

test.each([
  [{ "x-amazon-apigateway-authtype": "AWSSIGV4" }, "AWS_IAM"],
  [{ "x-amazon-apigateway-authorizer": { type: "COGNITO_USER_POOLS" } }, "COGNITO_USER_POOLS"],
  [{ "x-amazon-apigateway-authorizer": { type: "request" } }, "CUSTOM"],
  [{ "x-amazon-apigateway-authtype": { toString: 1 } }, undefined],
  [{ type: "apiKey" }, undefined],
])("the authorization of %j is %s", (scheme, expected) => {
  expect(authorizationType(scheme)).toBe(expected);
});

describe("the backend of an operation", () => {
  test("is told in capitals, with the keys that it has", () => {
    const integration = {
      type: "aws_proxy",
      cacheKeyParameters: ["method.request.path.id"],
      cacheNamespace: "cats",
      requestParameters: { "integration.request.header.X": "method.request.body" },
    };
    expect(operationFacts({}, { [INTEGRATION]: integration })).toMatchObject({
      integrationType: "AWS_PROXY",
      declaredKeys: ["method.request.path.id"],
      declaredNamespace: "cats",
      declaredMappings: { "integration.request.header.X": "method.request.body" },
    });
  });

  test("may be referred to", () => {
    const document = { components: { "x-amazon-apigateway-integrations": { cats: { type: "http" } } } };
    const operation = { [INTEGRATION]: { $ref: "#/components/x-amazon-apigateway-integrations/cats" } };
    expect(operationFacts(document, operation).integrationType).toBe("HTTP");
  });

  test("is not known where there is none", () => {
    expect(operationFacts({}, {})).toEqual({
      integrationType: undefined,
      declaredKeys: [],
      declaredMappings: {},
      declaredNamespace: undefined,
      validatesParameters: false,
      authorization: "NONE",
    });
  });

  test("is told in texts only, whatever a document holds", () => {
    const integration = {
      type: 5,
      cacheKeyParameters: [1, null, "method.request.header.A"],
      cacheNamespace: ["a"],
      requestParameters: { "integration.request.header.X": 5, "integration.request.header.Y": "context.stage" },
    };
    expect(operationFacts({}, { [INTEGRATION]: integration })).toMatchObject({
      integrationType: undefined,
      declaredKeys: ["method.request.header.A"],
      declaredNamespace: undefined,
      declaredMappings: { "integration.request.header.Y": "context.stage" },
    });
  });
});

describe("whether required parameters are checked", () => {
  const validator = { "x-amazon-apigateway-request-validator": "all" };

  test("is not known where a validator is named, by the operation or by the document", () => {
    expect(operationFacts({}, validator).validatesParameters).toBeUndefined();
    expect(operationFacts(validator, {}).validatesParameters).toBeUndefined();
  });

  test("is known to be false where none is", () => {
    expect(operationFacts({}, {}).validatesParameters).toBe(false);
  });
});

describe("the origins of a preflight operation", () => {
  const header = "method.response.header.Access-Control-Allow-Origin";
  const preflight = (responses: unknown) => ({ [INTEGRATION]: { responses } });

  test("are what its answers say, without the quotes of a fixed text", () => {
    expect(allowedOrigins(preflight({ default: { responseParameters: { [header]: "'*'" } } }))).toEqual(["*"]);
    expect(allowedOrigins(preflight({ default: { responseParameters: { [header]: "'https://a.b'" } } }))).toEqual([
      "https://a.b",
    ]);
  });

  test.each([[{}], [undefined], [{ default: {} }], [{ default: { responseParameters: { [header]: 5 } } }]])(
    "are not known where its answers are %j",
    (responses) => {
      expect(allowedOrigins(preflight(responses))).toBeUndefined();
    },
  );
});
