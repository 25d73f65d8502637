import { LAMBDA_REQUEST, lambdaResponses } from "../../../../lib/command-line/from-serverless/core/lambda-mapping";

describe("the mapping of a function", () => {
  test("has as many #if, #foreach and #define as #end", () => {
    expect(LAMBDA_REQUEST.match(/#(if|foreach|define)\b/g)).toHaveLength(LAMBDA_REQUEST.match(/#end/g)!.length);
  });

  test("is JSON where its maps are objects", () => {
    const rendered = LAMBDA_REQUEST.replace(/#define.*?\}#end/, "")
      .replace(/#set\(\$map = [^)]*\)?[^"]*\)(?=")|#set\([^"]*\)(?=")/g, "")
      .replace(/\$pairs/g, "{}")
      .replace('$input.json("$")', "null");
    expect(Object.keys(JSON.parse(rendered) as object)).toEqual(
      expect.arrayContaining(["body", "method", "headers", "query", "path", "identity", "stageVariables"]),
    );
  });

  test("takes the status from the error's message", () => {
    const byStatus = Object.fromEntries(
      lambdaResponses(undefined).map(({ statusCode, selectionPattern = "" }) => [statusCode, selectionPattern]),
    );
    const matches = (status: string, message: string) => new RegExp(`^(?:${byStatus[status]})$`).test(message);
    expect(matches("404", "[404] no such\ncat")).toBe(true);
    expect(matches("404", "[403] no")).toBe(false);
    expect(matches("504", "2026-01-01T00:00 Task timed out after 6.01 seconds")).toBe(true);
    expect(matches("500", "Process exited before completing request")).toBe(true);
    expect(byStatus["200"]).toBe("");
  });
});

test("answers without CORS have no headers", () => {
  for (const answer of lambdaResponses(undefined)) expect(answer).not.toHaveProperty("responseParameters");
});
