import { open, read, service } from "../support";
import { readAuthorizerTarget } from "../../../lib/serverless/core/read-authorizer";

function authorizer(yaml: string, functions = "") {
  const { model, findings } = read(service(`http: { method: get, path: /a, authorizer: ${yaml} }`) + functions);
  return { found: model?.endpoints[0]?.authorizer, wrong: findings.map(({ rule }) => rule) };
}

const LOCAL = "  tokenFunction: {}\n";
const LAMBDA = "arn:aws:lambda:eu-west-1:123456789012:function:token";

test.each([
  ["aws_iam", "AWS_IAM", []],
  ["AWS_IAM", "AWS_IAM", []],
  ["{ type: aws_iam }", "AWS_IAM", []],
  ["{ name: aws_iam }", "AWS_IAM", []],
  ["tokenFunction", "tokenFunction", []],
  ["{ name: tokenFunction, resultTtlInSeconds: 0, identitySource: method.request.header.X }", "tokenFunction", []],
  [LAMBDA, "token", []],
  [`${LAMBDA}:live`, "token-live", []],
  [`{ name: guard, arn: '${LAMBDA}:live' }`, "guard", []],
  ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc", "eu-west-1_abc", []],
  [`{ arn: '${LAMBDA}', scopes: [a, b] }`, "token", ["a", "b"]],
  ["{ name: pool, type: COGNITO_USER_POOLS, arn: !GetAtt Pool.Arn, scopes: [read] }", "pool", ["read"]],
  ["{ type: COGNITO_USER_POOLS, authorizerId: !Ref PoolAuthorizer }", "PoolAuthorizer", []],
  ["!GetAtt Pool.Arn", "Pool", []],
  ["'${cf:auth.Arn}'", "cf:auth.Arn", []],
])("%s is %s", (yaml, name, scopes) => {
  const { found, wrong } = authorizer(yaml, LOCAL);
  expect({ found, wrong }).toMatchObject({ found: { name, scopes }, wrong: [] });
  expect(found?.writtenAt).toMatch(/^serverless\.yml:6:\d+ functions\.cats\.events\[0\]\.http\.authorizer$/);
});

test.each([
  ["{ type: request }", "serverless/wrong-type"],
  ["''", "serverless/wrong-type"],
  ["[a]", "serverless/wrong-type"],
  ["lambda:token", "serverless/wrong-type"],
  ["{ name: pool, type: COGNITO_USER_POOLS }", "serverless/wrong-type"],
  ["{ type: reqest, arn: !GetAtt A.Arn }", "serverless/wrong-type"],
  ["{ authorizerId: abc }", "serverless/missing-key"],
])("%s says nobody", (yaml, rule) => {
  expect(authorizer(yaml).wrong).toEqual([rule]);
});

test("no authorizer is none", () => {
  expect(authorizer("null")).toEqual({ found: undefined, wrong: [] });
});

test.each(["typ: request", "ttl: 5", "Scopes: [a]"])("%s is no key of an authorizer", (key) => {
  expect(authorizer(`{ name: tokenFunction, ${key} }`, LOCAL).wrong).toEqual(["serverless/unknown-key"]);
});

describe("what tells one from another", () => {
  const identity = (yaml: string) => authorizer(yaml, LOCAL).found?.identity;
  const otherwise = (more: string) => `{ name: tokenFunction, ${more} }`;

  test.each([
    ["type: token"],
    ["type: custom"],
    ["resultTtlInSeconds: 300"],
    ["identitySource: method.request.header.Authorization"],
    ["managedExternally: false"],
    ["scopes: [a]"],
    ["claims: [email]"],
  ])("%s is no difference", (more) => {
    expect(identity(otherwise(more))).toEqual(identity("tokenFunction"));
  });

  test.each([
    ["type: request"],
    ["resultTtlInSeconds: 0"],
    ["resultTtlInSeconds: '${ssm:/ttl}'"],
    ["identitySource: method.request.header.X"],
    ["identityValidationExpression: a"],
    ["managedExternally: true"],
    ["type: token, authorizerId: tokenFunction"],
    ["arn: !GetAtt Other.Arn"],
    [`arn: '${LAMBDA}'`],
    ["type: cognito_user_pools, arn: !GetAtt Pool.Arn"],
  ])("%s is one", (more) => {
    expect(identity(otherwise(more))).not.toEqual(identity("tokenFunction"));
  });

  test("a pool is not a function, and a request authorizer without a cache has no source", () => {
    expect(identity("{ name: a, arn: !GetAtt X.Arn }")).not.toEqual(
      identity("{ name: a, arn: !GetAtt X.Arn, type: COGNITO_USER_POOLS }"),
    );
    expect(identity(otherwise("type: request, resultTtlInSeconds: 0"))).toContain("identitySource none");
    expect(identity(otherwise("type: request, resultTtlInSeconds: 1"))).toContain(
      "identitySource method.request.header.Authorization",
    );
    expect(identity(otherwise("resultTtlInSeconds: 0"))).toContain(
      "identitySource method.request.header.Authorization",
    );
  });

  test("spaces between sources are no difference", () => {
    const one = otherwise("type: request, identitySource: 'context.a, context.b'");
    expect(identity(one)).toEqual(identity(one.replace(", context.b", ",context.b")));
  });
});

test("an id with a type comes before an ARN, and an ARN before a name", () => {
  const target = (yaml: string) => {
    const { reader, root } = open(`value: ${yaml}`);
    return readAuthorizerTarget(reader, reader.get({ node: root, path: "" }, "value")!);
  };
  expect(target("{ type: request, authorizerId: x, arn: 'arn:a', name: n }")).toEqual({
    kind: "lambda",
    type: "REQUEST",
    authorizerId: "x",
  });
  expect(target("{ authorizerId: x, arn: 'arn:a', name: n }")).toEqual({ kind: "lambda", arn: "arn:a" });
  expect(target("{ type: token, name: n }")).toEqual({ kind: "lambda", type: "TOKEN", functionName: "n" });
});
