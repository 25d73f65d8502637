import { checkExpression, checkMethods } from "../../../lib/edge/core/lint-expression";
import { ZonePlan } from "../../../lib/edge/core/zone-plan";
import { briefly } from "../../support/plan";

const SYNTAX = ["edge/expression-syntax at expression"];
const PLAN = ["edge/not-in-plan at expression"];

test.each<[string, ZonePlan | undefined, string[]]>([
  ['(http.host eq "api.example.com")', ZonePlan.FREE, []],
  ["", undefined, SYNTAX],
  ["  ", undefined, SYNTAX],
  ['http.host eq "api', undefined, SYNTAX],
  ['http.host eq "a\\"b"', undefined, []],
  ['http.host eq "a\\\\"', undefined, []],
  ['http.host eq r"a\\"', undefined, []],
  ['http.host eq r#"a"b"#', undefined, []],
  ['(http.host eq "a"', undefined, SYNTAX],
  [')http.host eq "a"(', undefined, SYNTAX],
  ['http.host eq "("', undefined, []],
  [`http.host eq "${"a".repeat(4096 - 15)}"`, undefined, []],
  [`http.host eq "${"a".repeat(4096 - 14)}"`, undefined, SYNTAX],
  ['http.request.uri.path matches "^/v[0-9]"', ZonePlan.FREE, PLAN],
  ['http.request.uri.path ~ "^/v[0-9]"', ZonePlan.PRO, PLAN],
  ['http.request.uri.path matches "^/v[0-9]"', ZonePlan.BUSINESS, []],
  ['http.request.uri.path matches "^/v[0-9]"', undefined, []],
  ['http.request.uri.path eq "/who matches ~me"', ZonePlan.FREE, []],
])("%s on the plan %s", (expression, plan, expected) => {
  expect(briefly(checkExpression("expression", expression, plan))).toEqual(expected);
});

const PURGE = ["edge/method-in-expression at expression"];
const NEVER = ["edge/method-never-cached at expression"];

test.each<[string, string[]]>([
  ['http.host eq "api.example.com"', []],
  ['(http.request.method eq "GET")', PURGE],
  ['http.request.method in {"GET" "HEAD"}', PURGE],
  ['http.request.method == "GET"', PURGE],
  ['http.request.method eq "POST"', NEVER],
  ['http.request.method in {"GET" "POST"}', NEVER],
  ['not http.request.method eq "POST"', []],
  ['not (http.request.method in {"POST" "PUT"})', []],
  ['http.request.method ne "POST"', []],
])("the verbs of %s", (expression, expected) => {
  expect(briefly(checkMethods("expression", expression))).toEqual(expected);
});
