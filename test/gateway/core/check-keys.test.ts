import { checkKeyCoverage, checkKeys, checkRequiredKeys } from "../../../lib/gateway/core/check-keys";
import { HttpVerb } from "../../../lib/gateway/core/http-verb";
import { INTEGRATION_TYPES } from "../../../lib/gateway/core/integration-type";
import { MethodFacts } from "../../../lib/gateway/core/plan-input";
import { parseResourcePath } from "../../../lib/gateway/core/resource-path";
import { briefly, endpointInput, key } from "../../support/plan";

type Key = string | readonly [name: string, mappedFrom: string];

const keysOf = (keys: readonly Key[]) => keys.map((one) => (typeof one === "string" ? key(one) : key(...one)));

function keyFindings(path: string, keys: readonly Key[], method: MethodFacts = { integrationType: "AWS_PROXY" }) {
  const endpoint = endpointInput({ path, cache: { keys: keysOf(keys) }, method });
  return checkKeys(endpoint, parseResourcePath(path).path!);
}

function coverage(path: string, keys: readonly Key[], method: MethodFacts = {}, verbs: HttpVerb[] = ["GET"]) {
  const endpoint = endpointInput({ path, cache: { keys: keysOf(keys) }, method });
  return checkKeyCoverage(endpoint, parseResourcePath(path).path!, verbs);
}

const FROM_BODY = ["integration.request.header.x", "method.request.body"] as const;

describe("two keys of one name", () => {
  test.each<[string, Key[], string[]]>([
    ["a plain key twice", ["request.header.A", "request.header.A"], ["keys[1]"]],
    ["a plain key three times", ["request.header.A", "request.header.A", "request.header.A"], ["keys[1]", "keys[2]"]],
    ["one spelt with method.", ["request.header.A", "method.request.header.A"], ["keys[1]"]],
    ["two mappings to one header", [FROM_BODY, [FROM_BODY[0], "context.requestId"]], ["keys[1]"]],
  ])("are refused: %s", (_what, keys, places) => {
    expect(briefly(keyFindings("/cats", keys))).toEqual(
      places.map((place) => `gateway/duplicate-key at endpoints[0].${place}`),
    );
  });

  test.each<[string, Key[]]>([
    ["in different places", ["request.header.a", "request.querystring.a"]],
    ["of one parameter, one of them mapped", ["request.header.a", [FROM_BODY[0], "method.request.header.a"]]],
  ])("are fine %s", (_what, keys) => {
    expect(keyFindings("/cats", keys)).toEqual([]);
  });
});

describe("a mapping that stands on the integration already", () => {
  test("is refused if it maps something else", () => {
    const declaredMappings = { [FROM_BODY[0]]: "method.request.header.y" };
    expect(briefly(keyFindings("/cats", [FROM_BODY], { declaredMappings }))).toEqual([
      "gateway/duplicate-key at endpoints[0].keys[0]",
    ]);
  });

  test("is fine if it maps the same", () => {
    expect(keyFindings("/cats", [FROM_BODY], { declaredMappings: { [FROM_BODY[0]]: FROM_BODY[1] } })).toEqual([]);
  });
});

describe("a path parameter as a key", () => {
  test.each<[string, Key]>([
    ["/cats", "request.path.id"],
    ["/cats/{id}", "request.path.ID"],
    ["/cats/{id}", "request.path.di"],
    ["/{proxy+}", "request.path.proxy_"],
    ["/cats", [FROM_BODY[0], "method.request.path.id"]],
  ])("of %s cannot be %s", (path, one) => {
    expect(briefly(keyFindings(path, [one]))).toEqual(["gateway/key-path-parameter-unknown at endpoints[0].keys[0]"]);
  });

  test.each<[string, Key]>([
    ["/cats/{id}", "request.path.id"],
    ["/{proxy+}", "request.path.proxy"],
    ["/cats/{id}", [FROM_BODY[0], "method.request.path.id"]],
  ])("of %s can be %s", (path, one) => {
    expect(keyFindings(path, [one])).toEqual([]);
  });
});

describe("two headers that differ only in case", () => {
  const headers: Key[] = ["request.header.Origin", "request.header.origin"];

  test.each(INTEGRATION_TYPES.filter((type) => type !== "AWS_PROXY"))("are refused on %s", (integrationType) => {
    expect(briefly(keyFindings("/cats", headers, { integrationType }))).toEqual([
      "gateway/case-duplicate-headers at endpoints[0].keys[1]",
    ]);
  });

  test("are fine on a Lambda proxy, where nothing is mapped", () => {
    expect(keyFindings("/cats", headers)).toEqual([]);
  });

  test("are not judged where the type of the integration is not known", () => {
    expect(keyFindings("/cats", headers, {})).toEqual([]);
  });

  test("are two different query string parameters", () => {
    const keys = ["request.querystring.a", "request.querystring.A"];
    expect(keyFindings("/cats", keys, { integrationType: "HTTP" })).toEqual([]);
  });
});

describe("a path parameter that is not in the key", () => {
  test.each<[string, Key[], number]>([
    ["/cats/{id}", [], 1],
    ["/{proxy+}", [], 1],
    ["/cats/{id}/toys/{toy}", [], 2],
    ["/cats/{id}/toys/{toy}", ["request.path.toy"], 1],
    ["/cats/{id}", ["request.querystring.id"], 1],
    ["/cats/{id}", [FROM_BODY], 1],
  ])("of %s with %j is refused", (path, keys, count) => {
    expect(briefly(coverage(path, keys))).toEqual(
      Array.from({ length: count }, () => "gateway/unkeyed-path-parameter at endpoints[0].keys"),
    );
  });

  test.each<[string, Key[], MethodFacts]>([
    ["given plain", ["request.path.id"], {}],
    ["given through a mapping", [["integration.request.path.x", "method.request.path.id"]], {}],
    ["declared on the integration", [], { declaredKeys: ["method.request.path.id"] }],
    [
      "declared on the integration through a mapping",
      [],
      {
        declaredKeys: ["integration.request.path.x"],
        declaredMappings: { "integration.request.path.x": "method.request.path.id" },
      },
    ],
  ])("is not there when it is %s", (_how, keys, method) => {
    expect(coverage("/cats/{id}", keys, method)).toEqual([]);
  });

  test("names the key that is missing", () => {
    expect(coverage("/{proxy+}", [])[0]!.change).toContain('CacheKey.path("proxy")');
  });
});

describe("a verb that carries a body", () => {
  test.each<{ verbs: HttpVerb[] }>([
    { verbs: ["POST"] },
    { verbs: ["PUT"] },
    { verbs: ["PATCH"] },
    { verbs: ["DELETE"] },
    { verbs: ["GET", "POST"] },
  ])("makes the body a part of the key: $verbs", ({ verbs }) => {
    expect(briefly(coverage("/cats", [], {}, verbs))).toEqual(["gateway/body-not-in-key at endpoints[0].keys"]);
    expect(coverage("/cats", [FROM_BODY], {}, verbs)).toEqual([]);
  });

  test.each<HttpVerb>(["GET", "HEAD", "OPTIONS"])("is not %s", (verb) => {
    expect(coverage("/cats", [], {}, [verb])).toEqual([]);
  });
});

describe("a caller who is asked for", () => {
  test.each(["AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS"])("by %s is a part of the key", (authorization) => {
    expect(briefly(coverage("/cats", [], { authorization }))).toEqual([
      "gateway/identity-not-in-key at endpoints[0].keys",
    ]);
    expect(coverage("/cats", ["request.header.Authorization"], { authorization })).toEqual([]);
    const principal = ["integration.request.header.x", "context.authorizer.principalId"] as const;
    expect(coverage("/cats", [principal], { authorization })).toEqual([]);
  });

  test.each([[undefined], ["NONE"]])("by %s is nobody", (authorization) => {
    expect(coverage("/cats", [], { authorization })).toEqual([]);
  });

  test("by a header of the authorizer's own is told apart by that header", () => {
    const method = { authorization: "CUSTOM", identitySources: ["method.request.header.X-Token"] };
    expect(briefly(coverage("/cats", ["request.header.X-Other"], method))).toEqual([
      "gateway/identity-not-in-key at endpoints[0].keys",
    ]);
    expect(coverage("/cats", ["request.header.X-Token"], method)).toEqual([]);
  });
});

describe("an answer that depends on the origin", () => {
  test.each([[["https://a.example"]], [["https://a.example", "https://b.example"]], [["*", "https://a.example"]]])(
    "has it in the key: %j",
    (corsOrigins) => {
      expect(briefly(coverage("/cats", [], { corsOrigins }))).toEqual([
        "gateway/origin-not-in-key at endpoints[0].keys",
      ]);
      expect(coverage("/cats", ["request.header.origin"], { corsOrigins })).toEqual([]);
    },
  );

  test.each([[undefined], [["*"]]])("is none of %j", (corsOrigins) => {
    expect(coverage("/cats", [], { corsOrigins })).toEqual([]);
  });
});

describe("a key that is required", () => {
  const keys = [key("request.header.A"), key("request.header.B", undefined, true)];
  const required = (validatesParameters?: boolean) =>
    briefly(checkRequiredKeys(endpointInput({ cache: { keys }, method: { validatesParameters } })));

  test("is told of where nobody checks it", () => {
    expect(required(false)).toEqual(["gateway/required-not-validated at endpoints[0].keys[1]"]);
  });

  test.each([true, undefined])("is fine where a validator is there or may be: %s", (validatesParameters) => {
    expect(required(validatesParameters)).toEqual([]);
  });
});
