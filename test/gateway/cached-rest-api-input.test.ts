import { TerraformVariable } from "cdktf";
import { CachedRestApi } from "../../lib";
import { refusal, refusedFor } from "../support/findings";
import { Props, endpoint, newStack, untyped } from "../support/rest-api";

/** One endpoint with these options, among which the caching. */
const cats = (options: object = {}): Props => ({ endpoints: [endpoint(options)] });
const cached = (cache: object): Props => cats({ cache });

describe("somebody without a compiler is told", () => {
  test.each<[string, string, object]>([
    ["of a misspelt option", "input/unknown-option at stagename", { stagename: "prod" }],
    ["of one of the cache", "input/unknown-option at cache.ttlInSeconds", { cache: { ttlInSeconds: 5 } }],
    ["of one of an endpoint", "input/unknown-option at endpoints[0].cahce", cats({ cahce: {} })],
    [
      "of one of an endpoint's cache",
      "input/unknown-option at endpoints[0].cache.cacheKeyParameters",
      cached({ cacheKeyParameters: [] }),
    ],
    [
      "of one that only the whole stage has",
      "input/unknown-option at endpoints[0].cache.clusterSize",
      cached({ clusterSize: "0.5" }),
    ],
    [
      "of one of the invalidation",
      "input/unknown-option at cache.perKeyInvalidation.handle",
      { cache: { perKeyInvalidation: { handle: "Ignore" } } },
    ],
    [
      "of one of an endpoint's CORS",
      "input/unknown-option at endpoints[0].cors.origins",
      { endpoints: [endpoint({ cors: { allowOrigins: ["*"], origins: [] } as never })] },
    ],
    ["of one of CORS", "input/unknown-option at cors.origins", { cors: { allowOrigins: ["*"], origins: [] } }],
    [
      "of one of the log",
      "input/unknown-option at accessLogs.arn",
      { accessLogs: { destinationArn: "arn", arn: "arn" } },
    ],
    ["of a missing name", "input/missing-option at stageName", { stageName: undefined }],
    ["of a missing verb", "input/missing-option at endpoints[0].method", cats({ method: undefined })],
    ["of a missing path", "input/missing-option at endpoints[0].path", cats({ path: undefined })],
    ["of missing origins", "input/missing-option at cors.allowOrigins", { cors: {} }],
    ["of a missing log", "input/missing-option at accessLogs.destinationArn", { accessLogs: {} }],
    ["of null", "input/wrong-type at cache", { cache: null }],
    ["of null in a list", "input/wrong-type at endpoints[0]", { endpoints: [null] }],
    ["of null as a document", "input/wrong-type at openApiDocument", { openApiDocument: null }],
    ["of null as overrides", "input/wrong-type at definitionOverrides", { definitionOverrides: null }],
    ["of null as a provider", "input/wrong-type at provider", { provider: null }],
    ["of an object in the place of a list", "input/wrong-type at endpoints", { endpoints: {} }],
    ["of a list in the place of an object", "input/wrong-type at openApiDocument", { openApiDocument: [] }],
    ["of a number as text", "input/wrong-type at endpoints[0].cache.ttlSeconds", cached({ ttlSeconds: "60" })],
    ["of text as a number", "input/wrong-type at cache.clusterSize", { cache: { clusterSize: 0.5 } }],
    ["of a flag as text", "input/wrong-type at cache.enabled", { cache: { enabled: "false" } }],
    ["of a flag as a number", "input/wrong-type at xrayTracingEnabled", { xrayTracingEnabled: 1 }],
    ["of a tag that is no text", 'input/wrong-type at tags["a"]', { tags: { a: 5 } }],
    [
      "of a backend that no factory made",
      "input/wrong-type at endpoints[0].integration",
      cats({ integration: { integrationType: "MOCK", _definition: { type: "MOCK" } } }),
    ],
    ["of a backend's type", "input/wrong-type at endpoints[0].integration", cats({ integration: "MOCK" })],
    [
      "of an authorizer that no factory made",
      "input/wrong-type at endpoints[0].authorizer",
      cats({ authorizer: { name: "sigv4", authorizationType: "AWS_IAM" } }),
    ],
    [
      "of a key in the plugin's notation",
      "input/wrong-type at endpoints[0].cache.keys[0]",
      cached({ keys: ["request.path.id"] }),
    ],
    [
      "of a request parameter's flag",
      'input/wrong-type at endpoints[0].requestParameters["method.request.header.A"]',
      cats({ requestParameters: { "method.request.header.A": "true" } }),
    ],
  ])("%s", (_name, expected, props) => {
    expect(refusedFor(() => untyped(props))).toEqual([expected]);
  });

  test.each([[undefined], [null], ["prod"], [5], [[]]])("that %j is no API", (props) => {
    const stack = newStack();
    const build = () => new CachedRestApi(stack, "api", props as unknown as Props & { stageName: string });
    expect(refusedFor(build)).toEqual(["input/wrong-type at props"]);
  });

  test("which name was meant", () => {
    const [finding] = refusal(() => untyped({ cache: { ttlInSeconds: 5 } }));
    expect(finding?.message).toContain("Did you mean ttlSeconds?");
  });

  test("of a value that decides what is rendered and that only Terraform knows", () => {
    const stack = newStack();
    const { stringValue: text, value } = new TerraformVariable(stack, "v", {});
    const props = { cache: { enabled: value }, openApiFile: text, endpoints: value, cors: { allowOrigins: value } };
    expect(refusedFor(() => untyped(props, stack))).toEqual([
      "input/wrong-type at endpoints",
      "input/wrong-type at cache.enabled",
      "input/wrong-type at openApiFile",
      "input/wrong-type at cors.allowOrigins",
    ]);
  });
});
