import { read, service } from "../support";

function authorizer(yaml: string) {
  const { model, findings } = read(service(`http: { method: get, path: /a, authorizer: ${yaml} }`));
  return { found: model?.endpoints[0]?.authorizer, wrong: findings.map(({ rule }) => rule) };
}

test.each([
  ["aws_iam", "AWS_IAM", []],
  ["AWS_IAM", "AWS_IAM", []],
  ["{ type: aws_iam }", "AWS_IAM", []],
  ["tokenFunction", "tokenFunction", []],
  ["{ name: tokenFunction, resultTtlInSeconds: 0, identitySource: method.request.header.X }", "tokenFunction", []],
  ["arn:aws:lambda:eu-west-1:123456789012:function:token", "token", []],
  ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc", "eu-west-1_abc", []],
  ["{ arn: 'arn:aws:lambda:eu-west-1:123456789012:function:token', scopes: [a, b] }", "token", ["a", "b"]],
  ["{ name: pool, type: COGNITO_USER_POOLS, arn: !GetAtt Pool.Arn, scopes: [read] }", "pool", ["read"]],
  ["{ type: COGNITO_USER_POOLS, authorizerId: !Ref PoolAuthorizer }", "PoolAuthorizer", []],
  ["!GetAtt Pool.Arn", "Pool", []],
  ["'${cf:auth.Arn}'", "cf:auth.Arn", []],
])("%s is %s", (yaml, name, scopes) => {
  expect(authorizer(yaml)).toEqual({ found: { name, scopes }, wrong: [] });
});

test.each(["{ type: request }", "''", "[a]"])("%s says nobody", (yaml) => {
  expect(authorizer(yaml)).toEqual({ found: undefined, wrong: ["serverless/wrong-type"] });
});

test("no authorizer is none", () => {
  expect(authorizer("null")).toEqual({ found: undefined, wrong: [] });
});
