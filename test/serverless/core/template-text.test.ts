import { TemplateText } from "../../../lib/serverless/core/template-text";
import { unknownVariable } from "../../../lib/serverless/core/unknown-node";
import { parse } from "../support";

const AT = { file: "serverless.yml", line: 1, column: 1 };

test("parts that are known become a text", () => {
  const text = new TemplateText();
  text.addText("a-");
  expect([text.addNode(parse("1.0")), text.addNode(parse("true")), text.addNode(parse("b"))]).toEqual([
    true,
    true,
    true,
  ]);
  expect(text.toNode(AT, "original")).toEqual({ kind: "scalar", at: AT, value: "a-1trueb" });
});

test("beside a part that is not known, what looks like Terraform's is escaped", () => {
  const text = new TemplateText();
  text.addText("${AWS::Region}%{x}-");
  text.addNode(unknownVariable(AT, "cf", "a.b", "cf:a.b"));
  expect(text.toNode(AT, "original")).toMatchObject({
    kind: "unknown",
    value: { template: "$${AWS::Region}%%{x}-${var.cf_a_b}", original: "original", variables: [{ name: "cf_a_b" }] },
  });
  expect(text.length).toBe("$${AWS::Region}%%{x}-${var.cf_a_b}".length);
});

test.each(["[a]", "{ a: 1 }", "null"])("%s is no part of a text", (yaml) => {
  expect(new TemplateText().addNode(parse(yaml))).toBe(false);
});
