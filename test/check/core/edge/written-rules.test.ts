import { rulesOf, writtenExpression, writtenRules } from "../../../../lib/check/core/edge/written-rules";
import { referencesOf } from "../../support/configuration";

const references = referencesOf({
  locals: {
    host: "api.example.com",
    whole: 'http.host eq "${local.host}"',
    part: 'http.host eq "${var.host}" and ssl',
  },
  resource: { aws_api_gateway_domain_name: { d: { domain_name: "v2.example.com" } } },
});

test.each([
  ["ssl", "ssl"],
  ["${local.whole}", 'http.host eq "api.example.com"'],
  ['http.host eq "${aws_api_gateway_domain_name.d.domain_name}"', 'http.host eq "v2.example.com"'],
  ['http.host in {"${local.host}" "${var.hosts["a"]}"}', 'http.host in {"api.example.com" "${unknown}"}'],
  ["${local.part}", 'http.host eq "${unknown}" and ssl'],
  ["${var.expression}", "${unknown}"],
  ["%{ if var.x }ssl%{ endif }", "${unknown}"],
  [undefined, "${unknown}"],
])("%s is %s", (expression, expected) => expect(writtenExpression(expression, references)).toBe(expected));

test("rules that are known, and those that are not", () => {
  const rule = { ref: "a", expression: "${local.whole}" };
  const written = { ref: "a", expression: 'http.host eq "api.example.com"' };
  expect(writtenRules([rule, null, "${var.rule}"], references)).toEqual([written, null, "${var.rule}"]);
  expect(writtenRules(rule, references)).toEqual([written]);
  expect(writtenRules("${var.rules}", references)).toBe("${var.rules}");
  expect(rulesOf([rule], references)).toMatchObject([{ property: "rules[0]", rule: written }]);
  expect([rulesOf([], references), rulesOf("${var.rules}", references), rulesOf(undefined, references)]).toEqual([
    [],
    undefined,
    undefined,
  ]);
});
