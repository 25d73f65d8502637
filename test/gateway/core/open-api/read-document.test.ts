import fc from "fast-check";
import { OpenApiDocument } from "../../../../lib/gateway/core/open-api/document";
import { checkDocument, readDocument } from "../../../../lib/gateway/core/open-api/read-document";
import { mapTexts } from "../../../../lib/gateway/core/open-api/terraform-text";
import { briefly } from "../../../support/plan";
import { unescapeTemplate } from "../../../support/rest-api";

const DOCUMENT = { openapi: "3.0.1", paths: { "/cats": { get: { operationId: "listCats" } } } };

const YAML = `# The cats
openapi: 3.0.1
paths:
  /cats:
    get:
      operationId: listCats
`;

describe("the text of a document", () => {
  test.each([
    ["JSON", JSON.stringify(DOCUMENT)],
    ["JSON of several lines", `\n  ${JSON.stringify(DOCUMENT, null, 2)}\n`],
    ["JSON with the mark that some editors put first", `\uFEFF${JSON.stringify(DOCUMENT)}`],
    ["YAML", YAML],
    ["YAML with that mark", `\uFEFF${YAML}`],
    ["YAML with Windows line ends", YAML.replace(/\n/g, "\r\n")],
    ["YAML that begins with a separator", `---\n${YAML}`],
    [
      "YAML with an anchor",
      "x-cats: &cats { get: { operationId: listCats } }\nopenapi: 3.0.1\npaths: { /cats: *cats }\n",
    ],
  ])("may be %s", (_name, text) => {
    const { document, problem } = readDocument(text);
    expect(problem).toBeUndefined();
    expect(document).toMatchObject(DOCUMENT);
  });

  test("is read with status codes and versions as texts", () => {
    const text = 'swagger: "2.0"\npaths: { /cats: { get: { responses: { 200: { description: on } } } } }\n';
    expect(readDocument(text).document).toEqual({
      swagger: "2.0",
      paths: { "/cats": { get: { responses: { "200": { description: "on" } } } } },
    });
  });

  test.each([
    ["JSON that breaks off", '{ "openapi": "3.0.1", ', /^it is no JSON \(/],
    ["JSON with a comment", "{ // the cats\n}", /^it is no JSON \(/],
    ["YAML that breaks off", "openapi: [", /^it is no YAML \(/],
    ["YAML with a name twice", "openapi: 3.0.1\nopenapi: 3.0.1\n", /^it is no YAML \(/],
    ["an alias of nothing", "paths: *nothing\n", /^it is no YAML \(/],
    ["two documents", `${YAML}---\n${YAML}`, /^it is no YAML \(/],
    ["a list", "- openapi\n", /^it holds no object$/],
    ["a JSON list", "[1]", /^it holds no object$/],
    ["nothing", "", /^it holds no object$/],
    ["a comment", "# later\n", /^it holds no object$/],
    ["a word", "openapi", /^it holds no object$/],
    ["a number", "5", /^it holds no object$/],
    ["null", "null", /^it holds no object$/],
    ["an object that holds itself", "openapi: 3.0.1\npaths: &paths\n  /cats: *paths\n", /^a part of it holds itself$/],
  ])("is refused in one line where it is %s", (_name, text, problem) => {
    const read = readDocument(text);
    expect(read.document).toBeUndefined();
    expect(read.problem).toMatch(problem);
    expect(read.problem).not.toContain("\n");
  });

  test("is refused at once where its anchors expand without end", () => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      const items = level === 0 ? ["x"] : Array.from({ length: 9 }, () => `*a${level - 1}`);
      return `a${level}: &a${level} [${items.join(", ")}]`;
    });
    const before = Date.now();
    expect(readDocument(levels.join("\n")).problem).toMatch(/alias/i);
    expect(Date.now() - before).toBeLessThan(1000);
  });

  test.each([
    ["JSON", `{"a":`.repeat(50_000) + "1" + "}".repeat(50_000)],
    ["JSON that a call for each level survives", `{"a":`.repeat(1000) + "1" + "}".repeat(1000)],
    ["JSON lists", `{"a":${"[".repeat(200)}${"]".repeat(200)}}`],
    ["YAML", `a: ${"[".repeat(50_000)}`],
    ["YAML whose aliases go deep", Array.from({ length: 120 }, (_, at) => `a${at}: &a${at} [${at === 0 ? "" : `*a${at - 1}`}]`).join("\n")], // prettier-ignore
  ])("is refused where it goes too deep: %s", (_what, text) => {
    expect(readDocument(text)).toEqual({ problem: "lists and objects go 100 deep at most" });
  });

  test("may go as deep as anybody writes", () => {
    const paths = JSON.parse(`${'{"a":'.repeat(90)}1${"}".repeat(90)}`);
    for (const text of [JSON.stringify({ paths }), `paths: ${JSON.stringify(paths)}`]) {
      expect(readDocument(text).document).toEqual({ paths });
    }
  });

  test("means itself: nothing in it is Terraform's", () => {
    const value = "https://${stageVariables.backend}/%{x}/$${y}";
    const escaped = "https://$${stageVariables.backend}/%%{x}/$$${y}";
    expect(readDocument(JSON.stringify({ [value]: [value] })).document).toEqual({ [escaped]: [escaped] });
    expect(readDocument(`a: "${value}"\n`).document).toEqual({ a: escaped });
  });

  test("holds after Terraform what it held before, whatever that is", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        expect(mapTexts(readDocument(text).document, unescapeTemplate)).toEqual(JSON.parse(text));
      }),
    );
  });

  test("never throws, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { document, problem } = readDocument(text);
        expect(document === undefined).toBe(typeof problem === "string");
      }),
    );
  });
});

describe("a document", () => {
  const problems = (document: unknown) => briefly(checkDocument(document as OpenApiDocument, "openApiFile"));

  test.each([["3.0.0"], ["3.0.1"], ["3.0.3"], ["3.0"]])("may be of OpenAPI %s", (openapi) => {
    expect(problems({ ...DOCUMENT, openapi })).toEqual([]);
  });

  test("is refused where it goes too deep", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(1000)}1${"}".repeat(1000)}`);
    expect(problems({ ...DOCUMENT, "x-deep": deep })).toEqual(["gateway/document-invalid at openApiFile"]);
  });

  test("may be of Swagger 2.0", () => {
    expect(problems({ swagger: "2.0", paths: DOCUMENT.paths })).toEqual([]);
  });

  test.each([
    [{ openapi: "3.1.0" }],
    [{ openapi: "3.10.0" }],
    [{ openapi: "2.0" }],
    [{ openapi: 3 }],
    [{ openapi: { toString: 1 } }],
    [{ swagger: "1.2" }],
    [{ swagger: "3.0.1" }],
    [{ openapi: "3.0.1", swagger: "2.0" }],
    [{ asyncapi: "2.0.0" }],
    [{}],
  ])("is refused where it says %j of its version", (version) => {
    expect(problems({ ...version, paths: DOCUMENT.paths })).toEqual(["gateway/document-invalid at openApiFile"]);
  });

  test("whose version YAML takes for a number is told to put it in quotes", () => {
    const { document } = readDocument("swagger: 2.0\npaths: { /cats: { get: {} } }\n");
    const [finding] = checkDocument(document!, "openApiFile");
    expect(finding).toMatchObject({ rule: "gateway/document-invalid", found: { swagger: 2 } });
    expect(finding?.message).toContain('swagger: "2.0"');
    expect(finding?.message).toContain("quotes");
  });

  test.each([[{}], [undefined], [{ "/cats": {} }], [{ "/cats": { parameters: [] } }], [{ "x-cats": { get: {} } }]])(
    "is refused where its paths are %j, without an operation",
    (paths) => {
      expect(problems({ openapi: "3.0.1", paths })).toEqual(["gateway/document-invalid at openApiFile"]);
    },
  );

  test.each(["1.0", "2.0", 2])("of an HTTP API is refused, by its payload format %j", (payloadFormatVersion) => {
    const integration = { "x-amazon-apigateway-integration": { type: "aws_proxy", payloadFormatVersion } };
    const paths = {
      "/cats": { get: integration, post: {} },
      "/dogs": { "x-amazon-apigateway-any-method": integration },
    };
    const findings = checkDocument({ openapi: "3.0.1", paths }, "openApiDocument");
    expect(briefly(findings)).toEqual([
      'gateway/http-api-cannot-cache at openApiDocument.paths["/cats"].GET',
      'gateway/http-api-cannot-cache at openApiDocument.paths["/dogs"].ANY',
    ]);
    expect(findings[0]?.message).toContain(String(payloadFormatVersion));
  });

  test("is refused where a part of it holds itself", () => {
    const paths: { [path: string]: unknown } = { "/cats": { get: {} } };
    paths["/dogs"] = [paths];
    expect(problems({ openapi: "3.0.1", paths })).toEqual(["gateway/document-invalid at openApiFile"]);
  });

  test("may hold one part in several places", () => {
    const get = { responses: {} };
    expect(problems({ openapi: "3.0.1", paths: { "/cats": { get }, "/dogs": { get } } })).toEqual([]);
  });

  test("may hold objects of other libraries, such as tokens, which may refer to anything", () => {
    class Expression {
      readonly itself = this;
    }
    const get = { "x-amazon-apigateway-integration": new Expression() };
    expect(problems({ openapi: "3.0.1", paths: { "/cats": { get } } })).toEqual([]);
  });
});
