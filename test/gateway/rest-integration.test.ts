import { LambdaAlias } from "@cdktf/provider-aws/lib/lambda-alias";
import { TerraformVariable } from "cdktf";
import fc from "fast-check";
import { ILambdaTarget, RestIntegration, RuleCatalogue } from "../../lib";
import { refusedFor } from "../support/findings";
import { lambdaFunction, newStack } from "../support/rest-api";

const URI = "https://backend.example.com/cats";
const LAMBDA: ILambdaTarget = { functionName: "cats", invokeArn: "arn:aws:apigateway:cats" };

/** A factory as somebody without a compiler calls it. */
const untyped = RestIntegration as unknown as Record<string, (...values: unknown[]) => RestIntegration>;

describe("an integration", () => {
  test.each<[string, RestIntegration, object]>([
    [
      "AWS_PROXY",
      RestIntegration.lambdaProxy(LAMBDA),
      { type: "AWS_PROXY", uri: LAMBDA.invokeArn, httpMethod: "POST" },
    ],
    ["AWS", RestIntegration.aws("arn:action", "post"), { type: "AWS", uri: "arn:action", httpMethod: "POST" }],
    ["HTTP", RestIntegration.http(URI, "get"), { type: "HTTP", uri: URI, httpMethod: "GET" }],
    ["HTTP_PROXY", RestIntegration.httpProxy(URI, "any"), { type: "HTTP_PROXY", uri: URI, httpMethod: "ANY" }],
    ["MOCK", RestIntegration.mock(), { type: "MOCK", requestTemplates: { "application/json": '{"statusCode": 200}' } }],
  ])("of the type %s is what its factory says", (type, integration, definition) => {
    expect(integration.integrationType).toBe(type);
    expect(JSON.parse(JSON.stringify(integration._definition))).toEqual(definition);
  });

  test("has the options that it is given", () => {
    const options = {
      credentials: "arn:role",
      requestParameters: { "integration.request.path.id": "method.request.path.id" },
      timeoutMilliseconds: 50,
      contentHandling: "CONVERT_TO_TEXT",
      vpcLinkId: "link",
      requestTemplates: { "text/plain": "" },
      passthroughBehavior: "NEVER",
      responses: [{ statusCode: "200" }],
    };
    expect(RestIntegration.http(URI, "GET", options)._definition).toMatchObject(options);
    expect(RestIntegration.mock(options)._definition).toMatchObject(options);
  });

  test("is known as one, also when it comes from another copy of the library", () => {
    expect(RestIntegration.isRestIntegration(RestIntegration.mock())).toBe(true);
    jest.isolateModules(() => {
      const other = jest.requireActual<typeof import("../../lib/gateway/rest-integration")>(
        "../../lib/gateway/rest-integration",
      );
      expect(other.RestIntegration).not.toBe(RestIntegration);
      expect(RestIntegration.isRestIntegration(other.RestIntegration.mock())).toBe(true);
    });
  });

  test.each([[null], [undefined], ["MOCK"], [{ integrationType: "MOCK" }], [[]], [RestIntegration]])(
    "is not %p",
    (value) => {
      expect(RestIntegration.isRestIntegration(value)).toBe(false);
    },
  );

  test("may have values that only Terraform knows", () => {
    const variable = new TerraformVariable(newStack(), "v", {});
    const { stringValue: text, numberValue: number } = variable;
    const options = { timeoutMilliseconds: number, contentHandling: text, passthroughBehavior: text };
    expect(RestIntegration.http(text, text, options)._definition).toMatchObject({
      ...options,
      uri: text,
      httpMethod: text,
    });
  });

  test.each([[50], [29000], [300_000]])("may wait for %d milliseconds", (timeoutMilliseconds) => {
    expect(() => RestIntegration.httpProxy(URI, "GET", { timeoutMilliseconds })).not.toThrow();
  });
});

describe("the target of a Lambda proxy", () => {
  test("may be a function, an alias or anything with the same two names", () => {
    const stack = newStack();
    const alias = new LambdaAlias(stack, "alias", { name: "live", functionName: "f", functionVersion: "1" });
    const qualifiers = [lambdaFunction(stack), alias, LAMBDA].map(
      (target) => RestIntegration.lambdaProxy(target)._lambda?.qualifier,
    );
    expect(qualifiers).toEqual([undefined, "live", undefined]);
  });

  test("has the qualifier that is named", () => {
    expect(RestIntegration.lambdaProxy(LAMBDA, { qualifier: "7" })._lambda).toEqual({ target: LAMBDA, qualifier: "7" });
  });

  test.each<[unknown, string[]]>([
    [undefined, ["invokeArn", "functionName"]],
    [null, ["invokeArn", "functionName"]],
    ["cats", ["invokeArn", "functionName"]],
    [{ functionName: "cats" }, ["invokeArn"]],
    [{ invokeArn: "arn" }, ["functionName"]],
  ])("is not %j", (target, missing) => {
    const expected = missing.map((name) => `input/missing-option at target.${name}`);
    expect(refusedFor(() => untyped.lambdaProxy!(target))).toEqual(expected);
  });

  test("is not an object with other types of names", () => {
    expect(refusedFor(() => untyped.lambdaProxy!({ functionName: 5, invokeArn: null }))).toEqual([
      "input/wrong-type at target.invokeArn",
      "input/wrong-type at target.functionName",
    ]);
  });
});

describe("an integration is refused", () => {
  const refused = (...more: unknown[]) => refusedFor(() => untyped.http!(URI, "GET", ...more));

  test.each([[""], [undefined], [null], [5], [{}]])("where its address is %j", (uri) => {
    expect(refusedFor(() => untyped.httpProxy!(uri, "GET"))).toEqual(["gateway/refused-value at uri"]);
  });

  test.each([[""], ["TRACE"], ["GET "], [undefined], [null], [5], [["GET"]], [{}]])("where its verb is %j", (verb) => {
    expect(refusedFor(() => untyped.aws!("arn", verb))).toEqual(["gateway/refused-value at httpMethod"]);
  });

  test.each([[49], [300_001], [0], [-1], [50.5], [NaN], [Infinity]])("where it waits for %d ms", (timeout) => {
    expect(refused({ timeoutMilliseconds: timeout })).toEqual(["gateway/refused-value at timeoutMilliseconds"]);
  });

  test.each<[string, object]>([
    ["contentHandling", { contentHandling: "convert_to_text" }],
    ["passthroughBehavior", { passthroughBehavior: "when_no_match" }],
    ["requestParameters", { requestParameters: { "method.request.path.id": "x" } }],
    ["requestParameters", { requestParameters: { "integration.request.body": "x" } }],
    ["requestParameters", { requestParameters: { "integration.request.header.": "x" } }],
  ])("where %s would be refused by API Gateway, as in %j", (property, options) => {
    expect(refused(options)).toEqual([`gateway/refused-value at ${property}`]);
  });

  test.each<[string, object]>([
    ["input/unknown-option at options.timeout", { timeout: 5 }],
    ["input/unknown-option at options.responses[0].status", { responses: [{ statusCode: "200", status: "200" }] }],
    ["input/missing-option at options.responses[0].statusCode", { responses: [{}] }],
    ["input/wrong-type at options.responses[0].statusCode", { responses: [{ statusCode: 200 }] }],
    ["input/wrong-type at options.responses", { responses: { "200": {} } }],
    ["input/wrong-type at options.timeoutMilliseconds", { timeoutMilliseconds: "5000" }],
    ["input/wrong-type at options.credentials", { credentials: null }],
    ['input/wrong-type at options.requestTemplates["a"]', { requestTemplates: { a: {} } }],
  ])("with %s", (expected, options) => {
    expect(refused(options)).toEqual([expected]);
  });

  test.each(["lambdaProxy", "aws", "http", "httpProxy", "mock"])("where %s gets no object as options", (factory) => {
    const values = factory === "mock" ? [] : factory === "lambdaProxy" ? [LAMBDA] : [URI, "GET"];
    for (const options of [null, "text", 5, []]) {
      expect(refusedFor(() => untyped[factory]!(...values, options))).toEqual(["input/wrong-type at options"]);
    }
  });

  test("where a proxy gets what it would ignore", () => {
    expect(refusedFor(() => untyped.httpProxy!(URI, "GET", { requestTemplates: {} }))).toEqual([
      "input/unknown-option at options.requestTemplates",
    ]);
    expect(refusedFor(() => untyped.lambdaProxy!(LAMBDA, { responses: [] }))).toEqual([
      "input/unknown-option at options.responses",
    ]);
  });

  test("for everything that is wrong at once", () => {
    expect(refused({ timeoutMilliseconds: 1, contentHandling: "x", passthroughBehavior: "y" })).toHaveLength(3);
  });

  test("or works, and never fails in another way, whatever it is given", () => {
    const factory = fc.constantFrom("lambdaProxy", "aws", "http", "httpProxy", "mock");
    const values = fc.array(fc.oneof(fc.anything(), fc.constant(URI), fc.constant("GET"), fc.constant(LAMBDA)), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(factory, values, (name, given) => {
        try {
          expect(RestIntegration.isRestIntegration(untyped[name]!(...given))).toBe(true);
        } catch (thrown) {
          if (RuleCatalogue.findingsOf(thrown).length === 0) throw thrown;
        }
      }),
      { numRuns: 150 },
    );
  });
});
