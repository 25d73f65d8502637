import fc from "fast-check";
import {
  escapeApiGatewayVariables,
  escapeTemplate,
  isPlainObject,
  jsonTemplate,
  mapTexts,
} from "../../../../lib/gateway/core/open-api/terraform-text";
import { readTemplate, unescapeTemplate } from "../../../support/rest-api";

/** Texts with much of what a template gives a meaning to. */
const templateText = fc
  .array(fc.constantFrom("$", "%", "{", "}", "$${", "${", "%{", "%%{", "a", "\\", '"', "\n", "\uE000", "0"))
  .map((parts) => parts.join(""));

const asIs = () => false;
const never = () => {
  throw new Error("there is no expression");
};

describe("the text of a document", () => {
  test.each([
    ["${x}", "$${x}"],
    ["%{if x}", "%%{if x}"],
    ["$${x}", "$$${x}"],
    ["$%{x}", "$%%{x}"],
    ["$input.params('id')", "$input.params('id')"],
    ["100% of $5 {}", "100% of $5 {}"],
    ["", ""],
  ])("that reads %j is written %j", (text, escaped) => {
    expect(escapeTemplate(text)).toBe(escaped);
  });

  test("is after Terraform what it was before", () => {
    fc.assert(
      fc.property(templateText, (text) => {
        expect(unescapeTemplate(escapeTemplate(text))).toBe(text);
      }),
    );
  });

  test("holds no expression once it is escaped", () => {
    fc.assert(
      fc.property(templateText, (text) => {
        expect(escapeTemplate(text).replace(/[$]{2}\{|%%\{/g, " ")).not.toMatch(/[$%]\{/);
      }),
    );
  });
});

describe("a variable of API Gateway", () => {
  test.each([
    "${stageVariables.x}",
    "${context.authorizer.principalId}",
    "${input.body}",
    "${util.escapeJavaScript(1)}",
  ])("means itself: %s", (text) => {
    expect(escapeApiGatewayVariables(`a ${text} b`)).toBe(`a $${text} b`);
    expect(unescapeTemplate(escapeApiGatewayVariables(text))).toBe(text);
  });

  test.each([
    "${var.x}",
    "${aws_lambda_function.context.arn}",
    "${contextual.x}",
    "${inputs}",
    "${local.context}",
    "${var.stageVariables}",
    "%{if context}",
    "$input.body",
    "$context.stage",
  ])("is nothing else: %s", (text) => {
    expect(escapeApiGatewayVariables(text)).toBe(text);
  });

  test("stays as it is where it is escaped already", () => {
    expect(escapeApiGatewayVariables("$${context.x} ${context.y}")).toBe("$${context.x} $${context.y}");
  });

  test("is escaped once, however often that is done", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("${context.x}", "$", "a", "${var.x}")), (parts) => {
        const once = escapeApiGatewayVariables(parts.join(" "));
        expect(escapeApiGatewayVariables(once)).toBe(once);
      }),
    );
  });
});

describe("the texts of plain data", () => {
  test("are changed wherever they stand, names included", () => {
    const data = { a: ["b", { c: "d" }], e: 1, f: null, g: true };
    expect(mapTexts(data, (text) => text.toUpperCase())).toEqual({ A: ["B", { C: "D" }], E: 1, F: null, G: true });
  });

  test("are copied, and the data stays as it was", () => {
    const data = { a: ["b"] };
    expect(mapTexts(data, (text) => text)).not.toBe(data);
    expect(mapTexts(data, () => "x")).toEqual({ x: ["x"] });
    expect(data).toEqual({ a: ["b"] });
  });

  test("are not looked for in objects of a class, such as tokens", () => {
    const date = new Date(0);
    expect(mapTexts({ date }, (text) => text)).toEqual({ date });
    expect([isPlainObject({}), isPlainObject(date), isPlainObject([]), isPlainObject(null)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("JSON with expressions", () => {
  test("is JSON where there is no expression", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(jsonTemplate(value, asIs, never))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("is the same JSON whatever its texts and names are", () => {
    const value = fc.dictionary(templateText, fc.oneof(templateText, fc.array(templateText)));
    fc.assert(
      fc.property(value, (value) => {
        expect(JSON.parse(jsonTemplate(value, asIs, never))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each([["\uE0000\uE000"], ['a"\uE0000\uE000'], ['\uE0000\uE000"b'], ["\uE000"]])(
    "takes no text for an expression: %j",
    (text) => {
      const value = { [text]: 1, a: text, b: "expression", c: [text] };
      const rendered = jsonTemplate(
        value,
        (part) => part === "expression",
        () => '"found"',
      );
      expect(JSON.parse(rendered)).toEqual({ ...value, b: "found" });
    },
  );

  test("has an expression in the place of a value, without quotes", () => {
    const value = { uri: "expression", list: ["expression", "text"], nested: { a: 5 } };
    const rendered = jsonTemplate(
      value,
      (part) => part === "expression" || part === 5,
      (part) => `\${jsonencode(${String(part)})}`,
    );
    expect(rendered).toContain('"uri": ${jsonencode(expression)},');
    expect(readTemplate(rendered)).toEqual({
      uri: "${jsonencode(expression)}",
      list: ["${jsonencode(expression)}", "text"],
      nested: { a: "${jsonencode(5)}" },
    });
  });

  test("asks for the expression of a value as it is in its object", () => {
    const token = { toJSON: () => "a token's text" };
    const rendered = jsonTemplate(
      { token },
      (part) => part === token,
      () => "${token}",
    );
    expect(rendered).toContain('"token": ${token}');
  });

  test("takes whatever text an expression is", () => {
    const rendered = jsonTemplate(
      { a: 1, b: 2 },
      (part) => part === 1,
      () => '${x("$&", "$1")}',
    );
    expect(rendered).toContain('"a": ${x("$&", "$1")},');
  });

  test("has several lines, so that HCL writes it as a heredoc", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (value) => {
        expect(jsonTemplate(value, asIs, never).split("\n").length).toBeGreaterThan(1);
      }),
    );
  });
});
