import { read, service, wrongWith } from "../support";

const stageName = (text: string, context = {}) => read(text, context).model?.stageName;

test.each([
  ["provider: aws", {}, "dev"],
  ["provider: { name: aws, stage: prod }", {}, "prod"],
  ["provider: { name: aws, stage: prod }", { stage: "qa" }, "qa"],
  ["provider: { name: aws, stage: \"${opt:stage, 'x'}\" }", {}, "x"],
  ["provider: { name: aws, stage: \"${opt:stage, 'x'}\" }", { stage: "qa" }, "qa"],
  ["provider: { name: aws, stage: prod, apiGateway: { stage: live } }", { stage: "qa" }, "live"],
  ["provider: { name: aws, stage: prod, apiGateway: { stage: '${sls:stage}-1' } }", { stage: "qa" }, "qa-1"],
])("%s with %j has the stage %s", (text, context, name) => {
  expect(stageName(text, context)).toBe(name);
});

test("a stage may be known to the deployment only", () => {
  expect(stageName("provider: { name: aws, stage: '${ssm:/stage}' }")).toMatchObject({ template: "${var.ssm__stage}" });
});

test("without the section, nothing is cached", () => {
  const { model, findings } = read("provider: aws\nfunctions: { a: { events: [{ http: get /a }] } }");
  expect(model).toMatchObject({ stage: { enabled: false }, isShared: false, section: undefined });
  expect(findings).toEqual([]);
});

test("without the section, the first event that wants to be cached is told of", () => {
  const events = (...caching: string[]) =>
    caching.map((one, index) => `      - http: { path: /${index}, method: get, caching: { ${one} } }\n`).join("");
  const wrong = (custom: string, ...caching: string[]) =>
    wrongWith(`provider: aws\n${custom}\nfunctions:\n  a:\n    events:\n${events(...caching)}`);
  const on = ["enabled: false", "enabled: true", "enabled: true"];
  expect(wrong("", ...on)).toEqual([
    "serverless/cache-without-section at serverless.yml:7:49 functions.a.events[1].http.caching",
  ]);
  expect(wrong("custom: { apiGatewayCaching: null }", ...on)).toHaveLength(1);
  expect(wrong("", "ttlInSeconds: 5")).toEqual([
    "serverless/enabled-not-set at serverless.yml:6:49 functions.a.events[0].http.caching.enabled",
    "serverless/cache-without-section at serverless.yml:6:49 functions.a.events[0].http.caching",
  ]);
  expect(wrong("", "enabled: false")).toEqual([]);
  expect(wrong("custom: { apiGatewayCaching: { enabled: false } }", ...on)).toEqual([]);
});

test.each([
  "provider: !Ref a",
  "provider: aws\ncustom: !Ref a",
  "provider: aws\ncustom: { apiGatewayCaching: !Ref a }",
  "provider: { name: aws, logs: !Ref a }",
  "provider: { name: aws, logs: { restApi: !Ref a } }",
  "provider: { name: aws, apiGateway: !Ref a }",
  "provider: aws\nfunctions: !Ref a",
  "provider: aws\nfunctions: { a: !Ref a }",
])("an object has to be written down: %s", (text) => {
  expect(wrongWith(text)).toEqual([expect.stringMatching(/^serverless\/not-literal at /)]);
});

test.each([
  ["custom: { apiGatewayCaching: { enabled: true, restApiId: abc } }", "", "abc"],
  ["custom: { apiGatewayCaching: { enabled: true, restApiId: 0123456789 } }", "", "0123456789"],
  ["custom: { apiGatewayCaching: { enabled: true } }", "apiGateway: { restApiId: def }", "def"],
  ["custom: { apiGatewayCaching: { enabled: true, restApiId: abc } }", "apiGateway: { restApiId: def }", "abc"],
  ["custom: {}", "", undefined],
])("%s with %j has the gateway %s", (custom, gateway, restApiId) => {
  expect(read(`provider: { name: aws, ${gateway} }\n${custom}`).model?.restApiId).toBe(restApiId);
});

test.each([
  ["custom: { apiGatewayCaching: { enabled: true, restApiId: '${cf:gateway.Id}' } }", "${var.cf_gateway_Id}"],
  ["custom: { apiGatewayCaching: { enabled: true, restApiId: !ImportValue id } }", "${var.ImportValue_id}"],
  ["custom: { apiGatewayCaching: { enabled: true, restApiId: { 'Fn::ImportValue': id } } }", "${var.ImportValue_id}"],
])("%s is known to the deployment", (custom, template) => {
  expect(read(`provider: aws\n${custom}`).model?.restApiId).toMatchObject({ template });
});

describe("what the stage's methods log", () => {
  const monitoring = (provider: string, caching = "{ enabled: true }") => {
    const { enabled: _, ...stage } = read(
      `provider: { name: aws, ${provider} }\ncustom: { apiGatewayCaching: ${caching} }`,
    ).model!.stage;
    return stage;
  };

  test.each([
    ["", {}],
    ["logs: { restApi: true }", { loggingLevel: "INFO", dataTraceEnabled: true }],
    ["logs: { restApi: false }", { loggingLevel: "OFF", dataTraceEnabled: false }],
    [
      "logs: { restApi: { level: ERROR, fullExecutionData: false } }",
      { loggingLevel: "ERROR", dataTraceEnabled: false },
    ],
    ["logs: { restApi: { executionLogging: false } }", { loggingLevel: "OFF", dataTraceEnabled: true }],
    ["logs: { httpApi: true }", {}],
    ["apiGateway: { metrics: true }", { metricsEnabled: true }],
    [
      "apiGateway: { metrics: false }, logs: { restApi: true }",
      { metricsEnabled: false, loggingLevel: "INFO", dataTraceEnabled: true },
    ],
  ])("%s", (provider, expected) => {
    expect(monitoring(provider)).toEqual(expected);
  });

  test("of a stage that another service owns it is not known", () => {
    expect(monitoring("logs: { restApi: true }", "{ enabled: true, apiGatewayIsShared: true }")).toEqual({});
  });
});

test.each([
  ["- a", "serverless/wrong-type at serverless.yml:1:1"],
  ["just text", "serverless/wrong-type at serverless.yml:1:1"],
  ["# a comment", "serverless/wrong-type at serverless.yml:1:1"],
  ["provider: google", "serverless/wrong-type at serverless.yml:1:11 provider"],
  ["provider: { name: google }", "serverless/wrong-type at serverless.yml:1:19 provider.name"],
  ["provider: { name: aws, stage: $default }", "gateway/stage-name at serverless.yml:1:31 provider.stage"],
  ["custom: text", "serverless/wrong-type at serverless.yml:1:9 custom"],
  ["custom: { apiGatewayCaching: true }", "serverless/wrong-type at serverless.yml:1:30 custom.apiGatewayCaching"],
  [
    "custom: { apiGatewayCaching: { enabled: true, restApiId: 'a b' } }",
    "serverless/wrong-type at serverless.yml:1:58 custom.apiGatewayCaching.restApiId",
  ],
  [
    "custom: { apiGatewayCaching: { enabled: true, basePath: '${ssm:/p}' } }",
    "serverless/not-literal at serverless.yml:1:57 custom.apiGatewayCaching.basePath",
  ],
  [
    "custom: { apiGatewayCaching: { enabled: '${ssm:/on}' } }",
    "serverless/not-literal at serverless.yml:1:41 custom.apiGatewayCaching.enabled",
  ],
])("%s breaks a rule where it is written", (text, problem) => {
  expect(wrongWith(text)).toEqual([problem]);
});

test("a wrong option is told of", () => {
  expect(wrongWith("provider: aws", { stage: "a b" })).toEqual(["gateway/stage-name at options.stage"]);
});

test("many mistakes are found at once", () => {
  const wrong = wrongWith(
    service(
      "http: { method: git, path: /a, caching: { enabled: maybe, ttlInSeconds: soon } }",
      "{ enabled: true, ttlinseconds: 5 }",
    ),
  );
  expect(wrong.map((one) => one.split(" ")[0]).sort()).toEqual([
    "gateway/verb-syntax",
    "serverless/unknown-key",
    "serverless/wrong-type",
    "serverless/wrong-type",
  ]);
});

test("CORS of an API that another service answers for is left to that service", () => {
  const text = (isShared: boolean) =>
    `{ provider: aws, custom: { apiGatewayCaching: { enabled: true, apiGatewayIsShared: ${isShared} } },
       functions: { f: { events: [{ http: { path: /a, method: get, cors: { origin: "https://example.com/" } } }] } } }`;
  const rules = (isShared: boolean) => read(text(isShared)).findings.map(({ rule }) => rule);
  expect(rules(false)).toContain("gateway/cors-value");
  expect(rules(true)).not.toContain("gateway/cors-value");
});
