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

test("one that several endpoints have is there once", async () => {
  const document = await documentOf(
    serviceWith(
      "      - http: { path: /a, method: get, authorizer: { name: check, resultTtlInSeconds: 5 } }\n" +
        "      - http: { path: /b, method: get, authorizer: { name: check, type: token, resultTtlInSeconds: 5 } }",
    ) + CHECK,
  );
  const { components } = definitionOf(document);
  expect(Object.keys(components.securitySchemes)).toEqual(["check"]);
  expect(components.securitySchemes.check["x-amazon-apigateway-authorizer"].authorizerResultTtlInSeconds).toBe(5);
});

test("aliases of functions of somewhere else are authorizers of their own", async () => {
  const arn = (name: string) => `arn:aws:lambda:eu-west-1:111111111111:function:${name}:live`;
  const document = await documentOf(
    serviceWith(
      ["admin", "guest"]
        .map((name) => `      - http: { path: /${name}, method: get, authorizer: '${arn(name)}' }`)
        .join("\n"),
    ),
  );
  const { components, paths } = definitionOf(document);
  for (const name of ["admin", "guest"]) {
    expect(paths[`/${name}`].get.security).toEqual([{ [`${name}-live`]: [] }]);
    const { authorizerUri } = components.securitySchemes[`${name}-live`]["x-amazon-apigateway-authorizer"] as Block;
    expect(authorizerUri).toContain(`/functions/${arn(name)}/invocations`);
  }
});

test("a request authorizer that is asked about every request has no source", async () => {
  const { scheme } = await guardedBy("{ name: check, type: request, resultTtlInSeconds: 0 }", CHECK);
  expect(scheme.name).toBe("Unused");
  expect(scheme["x-amazon-apigateway-authorizer"]).toMatchObject({ type: "request", authorizerResultTtlInSeconds: 0 });
  expect(scheme["x-amazon-apigateway-authorizer"]).not.toHaveProperty("identitySource");
});

test.each([
  "{ name: check, type: request }",
  "{ name: check, type: request, resultTtlInSeconds: 1 }",
  "{ name: check, type: request, resultTtlInSeconds: '${ssm:/ttl}' }",
])("%s has the source that the framework takes", async (authorizer) => {
  const { scheme } = await guardedBy(authorizer, CHECK);
  const { identitySource } = scheme["x-amazon-apigateway-authorizer"] as Block;
  expect(identitySource).toBe("method.request.header.Authorization");
});

test("options of a user pool", async () => {
  const { scheme, document } = await guardedBy(
    "{ arn: 'arn:aws:cognito-idp:eu-west-1:1:userpool/a', identitySource: method.request.header.X-T, resultTtlInSeconds: 60, identityValidationExpression: '^a$', claims: [email] }",
  );
  expect(scheme.name).toBe("X-T");
  expect(scheme["x-amazon-apigateway-authorizer"]).toMatchObject({
    authorizerResultTtlInSeconds: 60,
    identityValidationExpression: "^a$",
  });
  expect(document.ran.err).toMatch(/serverless\.yml:8:\d+ \S+\.authorizer\.claims is not carried over/);
});

test("the source that a user pool has by itself is not written", async () => {
  const pool = "arn: 'arn:aws:cognito-idp:eu-west-1:1:userpool/a'";
  const { scheme } = await guardedBy(`{ ${pool}, identitySource: method.request.header.Authorization }`);
  expect(scheme).toMatchObject({ name: "Authorization" });
  expect(Object.keys(scheme["x-amazon-apigateway-authorizer"] as object)).toEqual(["type", "providerARNs"]);
});

test.each([
  "{ name: check, identitySource: 'method.request.header.A, method.request.header.B' }",
  "{ name: check, type: token, identitySource: method.request.querystring.a }",
  "{ arn: 'arn:aws:cognito-idp:eu-west-1:1:userpool/a', identitySource: context.identity.sourceIp }",
])("%s: a token is in one header", async (authorizer) => {
  await expect(guardedBy(authorizer, CHECK)).rejects.toThrow(
    /serverless\/wrong-type: serverless\.yml:8:\d+ functions\.list\.events\[0\]\.http\.authorizer\.identitySource/,
  );
});

test.each([
  [true, 0],
  [false, 1],
])("managedExternally: %s", async (isExternal, count) => {
  const arn = "arn:aws:lambda:eu-west-1:222222222222:function:ext";
  const { document } = await guardedBy(`{ arn: '${arn}', managedExternally: ${isExternal} }`);
  const permissions = Object.values(document.resource.aws_lambda_permission) as { function_name: string }[];
  expect(permissions.filter(({ function_name }) => function_name === arn)).toHaveLength(count);
});

test("a pattern of a request authorizer is not carried over, and that is said", async () => {
  const { document } = await guardedBy("{ name: check, type: request, identityValidationExpression: a }", CHECK);
  expect(document.ran.err).toMatch(/authorizer\.identityValidationExpression is not carried over/);
});

test("one by its id is another one than the function whose name stands beside it", async () => {
  const { document } = await guardedBy("{ type: request, authorizerId: abc, name: check }", CHECK);
  expect(document.variable).toHaveProperty("authorizer_check");
  expect(document.ran.err).toMatch(/http\.authorizer: the authorizer is made anew for the new API/);
  expect(Object.keys(document.data.aws_lambda_function)).toEqual(["list-function"]);
});

test.each([
  ["provisionedConcurrency: 1", "provisioned"],
  ["provisionedConcurrency: !Ref Count", "provisioned"],
  ["snapStart: true", "snapstart"],
])("a function with %s is called by its alias", async (prepared, alias) => {
  const { document, scheme } = await guardedBy("check", `  check: { handler: a.b, ${prepared} }\n`);
  expect(document.data.aws_lambda_alias).toEqual({
    "check-function": { function_name: "cats-prod-check", name: alias },
  });
  expect(scheme["x-amazon-apigateway-authorizer"].authorizerUri).toBe(
    "data.aws_lambda_alias.check-function.invoke_arn",
  );
  expect(document.resource.aws_lambda_permission[`api_invoke_check-function_${alias}`]).toMatchObject({
    function_name: "${data.aws_lambda_alias.check-function.function_name}",
    qualifier: alias,
  });
});

test("a function with snapStart: false is called itself", async () => {
  const { document } = await guardedBy("check", "  check: { handler: a.b, snapStart: false }\n");
  expect(document.data).not.toHaveProperty("aws_lambda_alias");
});
