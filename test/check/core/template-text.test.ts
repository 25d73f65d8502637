import fc from "fast-check";
import { jsonOfTemplate, templateParts } from "../../../lib/check/core/template-text";

test.each([
  ["plain", [{ text: "plain" }]],
  ["", []],
  ["${var.x}", [{ expression: "var.x" }]],
  ["a${ var.x }/b", [{ text: "a" }, { expression: "var.x" }, { text: "/b" }]],
  ["$${x}%%{y}", [{ text: "${x}%{y}" }]],
  ['${replace(x, "}", "{")}!', [{ expression: 'replace(x, "}", "{")' }, { text: "!" }]],
  ['${f("a${g("}")}b")}c', [{ expression: 'f("a${g("}")}b")' }, { text: "c" }]],
  ['${f("\\"}")}c', [{ expression: 'f("\\"}")' }, { text: "c" }]],
  ["${ { a = 1 } }c", [{ expression: "{ a = 1 }" }, { text: "c" }]],
  ['${f("$${x}")}c', [{ expression: 'f("$${x}")' }, { text: "c" }]],
  ["$5 and 5%", [{ text: "$5 and 5%" }]],
])("%s", (template, parts) => expect(templateParts(template)).toEqual(parts));

test("a directive, and an expression without an end, are not taken apart", () => {
  expect([templateParts("%{if x}a%{endif}"), templateParts("a${var.x"), templateParts('${"}')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("text without expressions comes back as it is", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const escaped = text.replace(/([$%])\{/g, "$1$1{");
      const parts = templateParts(escaped) ?? [];
      expect(parts.map((part) => part.text).join("")).toBe(text);
    }),
  );
});

test("an expression in JSON becomes text that is not known", () => {
  const template =
    '{"uri": ${jsonencode(aws_x.y.arn)}, "name": "cats-${var.x}", "v": "$${stageVariables.v}", "q": "\\"${z}"}';
  expect(JSON.parse(jsonOfTemplate(template)!)).toEqual({
    uri: "${jsonencode(aws_x.y.arn)}",
    name: "cats-${var.x}",
    v: "${stageVariables.v}",
    q: '"${z}',
  });
  expect(jsonOfTemplate("%{if x}")).toBeUndefined();
});
