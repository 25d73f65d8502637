import { Block, definitionOf, documentOf, serviceWith } from "./support/run";

/** The scheme of an authorizer, and what the first endpoint asks for. */
async function guardedBy(authorizer: string, functions = "") {
  const document = await documentOf(
    serviceWith(`      - http: { path: /a, method: get, authorizer: ${authorizer} }`) + functions,
  );
  const { components, paths } = definitionOf(document);
  const { security } = paths["/a"].get as Block;
  const [name = ""] = Object.keys(security?.[0] ?? {});
  return { document, name, security, scheme: components?.securitySchemes[name] as Block };
}

const CHECK = "  check: { handler: a.b }\n";

test("the name of a function is a token authorizer", async () => {
  const { scheme, name, document } = await guardedBy("check", CHECK);
  expect(name).toBe("check");
  expect(scheme).toMatchObject({ name: "Authorization", in: "header" });
  expect(scheme["x-amazon-apigateway-authorizer"]).toEqual({
    type: "token",
    authorizerUri: "data.aws_lambda_function.check-function.invoke_arn",
    authorizerResultTtlInSeconds: 300,
  });
  expect(document.data.aws_lambda_function["check-function"]).toEqual({ function_name: "cats-prod-check" });
  expect(document.resource.aws_lambda_permission).toHaveProperty("api_invoke_check-function");
});

test("options of a token authorizer", async () => {
  const { scheme } = await guardedBy(
    "{ name: check, resultTtlInSeconds: 0, identitySource: method.request.header.X-T, identityValidationExpression: '^a$' }",
    CHECK,
  );
  expect(scheme.name).toBe("X-T");
  expect(scheme["x-amazon-apigateway-authorizer"]).toMatchObject({
    type: "token",
    authorizerResultTtlInSeconds: 0,
    identityValidationExpression: "^a$",
  });
  expect(scheme["x-amazon-apigateway-authorizer"]).not.toHaveProperty("identitySource");
});

test("a request authorizer keeps its sources", async () => {
  const { scheme } = await guardedBy(
    "{ name: check, type: REQUEST, identitySource: 'method.request.header.A, context.identity.sourceIp' }",
    CHECK,
  );
  expect(scheme["x-amazon-apigateway-authorizer"]).toMatchObject({
    type: "request",
    identitySource: "method.request.header.A, context.identity.sourceIp",
  });
});

test.each([
  ["'arn:aws:lambda:eu-west-1:123456789012:function:other:live'", "arn:aws:lambda:eu-west-1:123456789012:function:other:live"], // prettier-ignore
  ["!GetAtt Other.Arn", "${var.GetAtt_Other_Arn}"],
  ["{ type: request, arn: { Fn::ImportValue: guard } }", "${var.ImportValue_guard}"],
])("a function of somewhere else (%s) is called by its ARN, and not looked up", async (authorizer, arn) => {
  const { scheme, document } = await guardedBy(authorizer);
  expect(scheme["x-amazon-apigateway-authorizer"].authorizerUri).toContain(`functions/${arn}/invocations`);
  expect(Object.keys(document.data.aws_lambda_function)).toEqual(["list-function"]);
  const permissions = Object.values(document.resource.aws_lambda_permission) as { function_name: string }[];
  expect(permissions.map(({ function_name }) => function_name)).toContain(arn);
});

test.each([
  ["'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_X'", "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_X"], // prettier-ignore
  ["{ type: COGNITO_USER_POOLS, authorizerId: !Ref Pool, scopes: [a/b] }", "${var.user_pool_Pool}"],
  ["{ type: cognito_user_pools, arn: !GetAtt Pool.Arn }", "${var.GetAtt_Pool_Arn}"],
])("a user pool: %s", async (authorizer, arn) => {
  const { scheme, security, name } = await guardedBy(authorizer);
  expect(scheme["x-amazon-apigateway-authorizer"]).toMatchObject({
    type: "cognito_user_pools",
    providerARNs: [arn],
  });
  if (authorizer.includes("scopes")) expect(security[0][name]).toEqual(["a/b"]);
});

test("AWS_IAM needs nothing", async () => {
  const { scheme, document } = await guardedBy("aws_iam");
  expect(scheme).toMatchObject({ "x-amazon-apigateway-authtype": "awsSigv4" });
  expect(document.variable).toBeUndefined();
});

test("an authorizer by its id is a variable, and a token is assumed aloud", async () => {
  const { document, scheme } = await guardedBy("{ type: CUSTOM, authorizerId: abc }");
  expect(document.variable).toHaveProperty("authorizer_abc");
  expect(scheme["x-amazon-apigateway-authorizer"].type).toBe("token");
  expect(document.ran.err).toMatch(/serverless\.yml:8:\d+ functions\.list\.events\[0\]\.http\.authorizer: whether/);
});

test("one that several endpoints have is there once, as it is written first", async () => {
  const document = await documentOf(
    serviceWith(
      "      - http: { path: /a, method: get, authorizer: { name: check, resultTtlInSeconds: 5 } }\n" +
        "      - http: { path: /b, method: get, authorizer: check }",
    ) + CHECK,
  );
  const { components } = definitionOf(document);
  expect(Object.keys(components.securitySchemes)).toEqual(["check"]);
  expect(components.securitySchemes.check["x-amazon-apigateway-authorizer"].authorizerResultTtlInSeconds).toBe(5);
});
