import { longForm } from "../../../lib/serverless/core/cloudformation-tags";
import { describeNode } from "../../../lib/serverless/core/source-node";
import { parse } from "../support";

test.each([
  ["!Ref Cats", { Ref: "Cats" }],
  ["!Condition IsProd", { Condition: "IsProd" }],
  ["!GetAtt Cats.Arn", { "Fn::GetAtt": ["Cats", "Arn"] }],
  ["!GetAtt Nested.Outputs.Arn", { "Fn::GetAtt": ["Nested", "Outputs.Arn"] }],
  ["!GetAtt [Cats, Arn]", { "Fn::GetAtt": ["Cats", "Arn"] }],
  ["!GetAtt Cats", { "Fn::GetAtt": "Cats" }],
  ['!Sub "${AWS::Region}-x"', { "Fn::Sub": "${AWS::Region}-x" }],
  ['!Sub ["${a}", { a: !Ref Cats }]', { "Fn::Sub": ["${a}", { a: { Ref: "Cats" } }] }],
  ['!Join ["-", [a, !Ref b]]', { "Fn::Join": ["-", ["a", { Ref: "b" }]] }],
  ["!ImportValue gateway-id", { "Fn::ImportValue": "gateway-id" }],
  ["!If [IsProd, a, b]", { "Fn::If": ["IsProd", "a", "b"] }],
  ["!Equals [a, b]", { "Fn::Equals": ["a", "b"] }],
  ["!Select [0, !GetAZs '']", { "Fn::Select": [0, { "Fn::GetAZs": "" }] }],
  ["!FindInMap [a, b, c]", { "Fn::FindInMap": ["a", "b", "c"] }],
])("%s", (text, value) => {
  expect(describeNode(parse(text), 10)).toEqual(value);
});

test.each(["!Unknown", "!ref", "!constructor", "tag:yaml.org,2002:binary"])("%s is no tag of CloudFormation", (tag) => {
  expect(longForm(tag, parse("x"))).toBeUndefined();
});
