import { Fn, TerraformVariable, Token } from "cdktf";
import { CacheKey, CachedRestApi, RestAuthorizer, RestIntegration } from "../../lib";
import {
  Props,
  bodyOf,
  cachedEndpoint,
  definitionOf,
  endpoint,
  integrationOf,
  lambdaFunction,
  newStack,
  partOf,
  restApi,
  triggersOf,
} from "../support/rest-api";
import { synthesized } from "../support/terraform";

const triggerOf = (props: Props, change: (api: CachedRestApi) => void = () => undefined) => {
  const api = restApi(props);
  change(api);
  return triggersOf(api).definition;
};

describe("a new deployment", () => {
  const before = triggerOf({});

  test.each<[string, Props]>([
    ["a key", { endpoints: [cachedEndpoint({ cache: { keys: [CacheKey.header("Accept")] } })] }],
    ["a namespace", { endpoints: [cachedEndpoint({ cache: { cacheNamespace: "other" } })] }],
    ["the cached endpoints", { endpoints: [endpoint()] }],
    [
      "an integration",
      { endpoints: [cachedEndpoint({ integration: RestIntegration.httpProxy("https://backend.example.com", "GET") })] },
    ],
    ["an endpoint", { endpoints: [cachedEndpoint(), endpoint({ method: "POST" })] }],
    ["an authorizer", { endpoints: [cachedEndpoint({ authorizer: RestAuthorizer.iam() })] }],
    ["CORS", { cors: { allowOrigins: ["*"] } }],
    ["an override of the definition", { definitionOverrides: { info: { version: "2" } } }],
    ["the policy", { policy: '{"Version":"2012-10-17"}' }],
    ["the switched-off address", { disableExecuteApiEndpoint: true }],
    ["the binary types", { binaryMediaTypes: ["image/png"] }],
    ["the compression", { minimumCompressionSize: 1024 }],
  ])("follows a change of %s", (_name, props) => {
    expect(triggerOf(props)).toMatch(/^[0-9a-f]{40}$/);
    expect(triggerOf(props)).not.toBe(before);
    expect(triggerOf(props)).toBe(triggerOf(props));
  });

  test("follows what is changed at the resource afterwards", () => {
    const override = (api: CachedRestApi) => api.restApi.addOverride("disable_execute_api_endpoint", true);
    const assignment = (api: CachedRestApi) => void (api.restApi.binaryMediaTypes = ["image/png"]);
    expect(triggerOf({}, override)).toBe(triggerOf({ disableExecuteApiEndpoint: true }));
    expect(triggerOf({}, assignment)).toBe(triggerOf({ binaryMediaTypes: ["image/png"] }));
  });

  test.each<[string, Props]>([
    ["a TTL", { endpoints: [cachedEndpoint({ cache: { ttlSeconds: 5 } })] }],
    ["the cluster", { cache: { clusterSize: "118" } }],
    ["what the cache gives its endpoints", { cache: { ttlSeconds: 60, dataEncrypted: true, metricsEnabled: true } }],
    ["the stage's description", { stageDescription: "live" }],
    ["the stage's variables", { stageVariables: { a: "b" } }],
    ["the stage's log", { accessLogs: { destinationArn: "arn:logs" } }],
    ["the traces", { xrayTracingEnabled: true }],
    ["the tags", { tags: { team: "cats" } }],
    ["the API's description", { description: "All cats" }],
  ])("does not follow a change of %s", (_name, props) => {
    expect(triggerOf(props)).toBe(before);
  });

  test("does not follow the order of the endpoints, nor that of their authorizers", () => {
    const endpoints = [
      endpoint({ authorizer: RestAuthorizer.iam() }),
      endpoint({ path: "/dogs", authorizer: RestAuthorizer.cognito("pool", ["arn:pool"]), apiKeyRequired: true }),
      endpoint({ method: "POST" }),
      endpoint({ path: "/", apiKeyRequired: true }),
    ];
    expect(triggerOf({ endpoints: [...endpoints].reverse() })).toBe(triggerOf({ endpoints }));
  });

  test("does not follow another synthesis of the same stack", () => {
    const stack = newStack();
    restApi({ cors: { allowOrigins: ["*"] } }, stack);
    expect(synthesized(stack)).toEqual(synthesized(stack));
  });

  test("follows what expressions in the definition turn out to be, where there are any", () => {
    const stack = newStack();
    const integration = RestIntegration.lambdaProxy(lambdaFunction(stack));
    const api = restApi({ endpoints: [endpoint({ integration })] }, stack);
    expect(triggersOf(api).body).toBe("${sha1(aws_api_gateway_rest_api.api.body)}");
    expect(Object.keys(triggersOf(restApi()))).toEqual(["definition"]);
  });

  test("needs no second hash where the definition holds only API Gateway's own variables", () => {
    const integration = RestIntegration.httpProxy("https://${stageVariables.backend}/", "GET");
    expect(Object.keys(triggersOf(restApi({ endpoints: [endpoint({ integration })] })))).toEqual(["definition"]);
  });
});

describe("a policy", () => {
  const policyIn = (write: (name: string) => string) => {
    const stack = newStack();
    const name = new TerraformVariable(stack, "name", {}).stringValue;
    return restApi({ policy: write(name) }, stack);
  };

  test("that only Terraform knows makes a new deployment when it changes", () => {
    expect(triggersOf(policyIn((name) => name)).policy).toBe("${sha1(var.name)}");
  });

  test("with an expression among its text makes one too", () => {
    const api = policyIn((name) => JSON.stringify({ Resource: `arn:aws:execute-api:${name}/*` }));
    expect(partOf(api, "aws_api_gateway_rest_api").policy).toBe('{"Resource":"arn:aws:execute-api:${var.name}/*"}');
    expect(triggersOf(api).policy).toBe("${sha1(jsonencode([var.name]))}");
  });

  test("may have variables of IAM, escaped for Terraform", () => {
    const api = restApi({ policy: '{"Resource":"$${aws:username}"}' });
    expect(Object.keys(triggersOf(api))).toEqual(["definition"]);
  });
});

describe("what only Terraform knows", () => {
  const named = (write: (name: string) => RestIntegration) => {
    const stack = newStack();
    const name = new TerraformVariable(stack, "name", {}).stringValue;
    return restApi({ endpoints: [endpoint({ integration: write(name) })] }, stack);
  };

  test("is written as JSON where it is a whole value, so that quotes in it do no harm", () => {
    const api = named((name) => RestIntegration.httpProxy(name, "GET", { credentials: name }));
    expect(bodyOf(api)).toContain('"uri": ${jsonencode(var.name)},');
    expect(integrationOf(api)).toMatchObject({ credentials: "${jsonencode(var.name)}" });
  });

  test("stands in the text that it is a part of", () => {
    const api = named((name) => RestIntegration.httpProxy(`https://${name}/cats`, "GET"));
    expect(integrationOf(api).uri).toBe("https://${var.name}/cats");
  });

  test("may be the verb that a backend is called with", () => {
    const api = named((name) => RestIntegration.httpProxy("https://backend.example.com", name));
    expect(integrationOf(api).httpMethod).toBe("${jsonencode(var.name)}");
  });

  test("may be among the text of a template", () => {
    const api = named((name) =>
      RestIntegration.mock({ requestTemplates: { "application/json": `{"table": "${name}", "id": "\${context.x}"}` } }),
    );
    expect(bodyOf(api)).toContain('{\\"table\\": \\"${var.name}\\", \\"id\\": \\"$${context.x}\\"}');
  });

  test("may be a number, a list or an object", () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, "any", {});
    const api = restApi(
      {
        endpoints: [
          endpoint({
            authorizer: RestAuthorizer.cognito("pool", variable.listValue),
            integration: RestIntegration.httpProxy("https://a.b", "GET", { timeoutMilliseconds: variable.numberValue }),
          }),
        ],
        definitionOverrides: { "x-any": Token.asAny(Fn.merge([variable.value])) },
      },
      stack,
    );
    expect(integrationOf(api).timeoutInMillis).toBe("${jsonencode(var.any)}");
    const { components, ...rest } = definitionOf(api);
    expect(components.securitySchemes.pool["x-amazon-apigateway-authorizer"].providerARNs).toBe(
      "${jsonencode(var.any)}",
    );
    expect(rest["x-any"]).toMatch(/^\$\{jsonencode\(/);
  });
});

test("an override of the definition may remove a part of it", () => {
  const definitionOverrides = { paths: { "/cats": { get: { responses: null } } } };
  expect(definitionOf(restApi({ definitionOverrides })).paths["/cats"].get).not.toHaveProperty("responses");
});

test("the body has several lines, so that HCL writes it as a heredoc", () => {
  expect(bodyOf(restApi()).split("\n").length).toBeGreaterThan(1);
});

test.each([
  ["${var.ms}", "${jsonencode(var.ms)}"],
  ["${max(var.ms, 100)}", "${jsonencode(max(var.ms, 100))}"],
  ["${var.seconds}000", '${jsonencode("${var.seconds}000")}'],
  ["${lookup({a = 100}, var.key)}", '${jsonencode("${lookup({a = 100}, var.key)}")}'],
])("an expression may be a number that is written as %s", (written, expected) => {
  const timeoutMilliseconds = Token.asNumber(written);
  const api = restApi({
    endpoints: [endpoint({ integration: RestIntegration.httpProxy("https://a.b", "GET", { timeoutMilliseconds }) })],
  });
  expect(bodyOf(api)).toContain(`"timeoutInMillis": ${expected}`);
});
