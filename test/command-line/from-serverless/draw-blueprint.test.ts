import { definitionOf, documentOf, serviceWith } from "./support/run";

const EVENT = "      - http: GET /a";

async function apiOf(provider: string) {
  const document = await documentOf(serviceWith(EVENT, `{ name: aws, stage: prod, region: eu-west-1, ${provider} }`));
  const { aws_api_gateway_rest_api: apis, aws_api_gateway_stage: stages } = document.resource;
  return { document, api: apis.api, stage: stages.api, err: document.ran.err };
}

test("settings of the API are carried over", async () => {
  const { api, stage } = await apiOf(
    "apiName: my-api, endpointType: edge, tracing: { apiGateway: true }, stackTags: { a: '1', b: '1' }, tags: { b: '2' }, " +
      "apiGateway: { description: Cats, binaryMediaTypes: ['image/*'], minimumCompressionSize: 0, disableDefaultEndpoint: true }",
  );
  expect(api).toMatchObject({
    name: "my-api",
    description: "Cats",
    endpoint_configuration: { types: ["EDGE"] },
    binary_media_types: ["image/*"],
    minimum_compression_size: "0",
    disable_execute_api_endpoint: true,
    tags: { a: "1", b: "2" },
  });
  expect(stage).toMatchObject({ xray_tracing_enabled: true, tags: { a: "1", b: "2" } });
});

test.each([
  ["memorySize: 128", "prod-cats"],
  ["apiGateway: { shouldStartNameWithService: true }", "cats-prod"],
  ["apiName: '${ssm:/name}'", "${var.ssm__name}"],
])("%s: the name of the API is %s", async (provider, name) => {
  expect((await apiOf(provider)).api.name).toBe(name);
});

test("the resource policy is carried over whole, with what only a deployment knows", async () => {
  const { api } = await apiOf(
    "apiGateway: { resourcePolicy: [{ Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: [!Ref Api], Condition: { Bool: { aws:SecureTransport: true } } }] }",
  );
  expect(JSON.parse(api.policy)).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: "*",
        Action: "execute-api:Invoke",
        Resource: ["${var.Ref_Api}"],
        Condition: { Bool: { "aws:SecureTransport": true } },
      },
    ],
  });
});

test.each([
  ["apiGateway: { usagePlan: {} }", /provider\.apiGateway\.usagePlan: usage plans are not carried over/],
  ["usagePlan: {}", /provider\.usagePlan: usage plans are not carried over/],
  ["apiKeys: [key]", /provider\.apiKeys: API keys are not carried over/],
  ["endpointType: private, vpcEndpointIds: [vpce-1]", /provider\.vpcEndpointIds: VPC endpoints are not associated/],
  ["apiGateway: { restApiId: abc }", /provider\.apiGateway\.restApiId: the API is made anew/],
  ["logs: { restApi: true }", /provider\.logs\.restApi: the access log is not carried over/],
])("%s is told of", async (provider, message) => {
  expect((await apiOf(provider)).err).toMatch(message);
});

test.each(["logs: { restApi: false }", "logs: { restApi: { accessLogging: false } }", "apiGateway: {}"])(
  "%s is nothing to tell of",
  async (provider) => {
    expect((await apiOf(provider)).err).not.toContain("carried over");
  },
);

test("the key of a caller may come from the authorizer", async () => {
  const { document } = await apiOf("apiGateway: { apiKeySourceType: authorizer }");
  expect(definitionOf(document)["x-amazon-apigateway-api-key-source"]).toBe("AUTHORIZER");
  expect(definitionOf((await apiOf("apiGateway: {}")).document)).not.toHaveProperty(
    "x-amazon-apigateway-api-key-source",
  );
  await expect(apiOf("apiGateway: { apiKeySourceType: QUERY }")).rejects.toThrow(
    /serverless\/wrong-type: serverless\.yml:2:\d+ provider\.apiGateway\.apiKeySourceType/,
  );
});

test("a region that only a deployment knows, or that nobody says, is a variable", async () => {
  const unknown = await documentOf(serviceWith(EVENT, "{ name: aws, region: '${ssm:/region}' }"));
  expect(unknown.provider.aws[0].region).toBe("${var.ssm__region}");
  const unsaid = await documentOf(serviceWith(EVENT, "aws"));
  expect(unsaid.provider.aws[0].region).toBe("${var.aws_region}");
  expect(unsaid.variable.aws_region).toMatchObject({ type: "string", default: "us-east-1" });
});

test("functions are called what the framework calls them, or what they say", async () => {
  const document = await documentOf(
    `service: { name: "\${self:custom.name}" }
provider: { name: aws, stage: "\${opt:stage, 'dev'}", apiGateway: { stage: live } }
custom: { name: cats, apiGatewayCaching: { enabled: false } }
functions:
  - own: { name: "given-\${sls:stage}", events: [{ http: GET /own }] }
  - 2fa: { events: [{ http: GET /2fa }] }
    unused: { events: [{ sqs: x }] }
`,
    "--stage=beta",
  );
  expect(document.data.aws_lambda_function).toEqual({
    "own-function": { function_name: "given-beta" },
    "_2fa-function": { function_name: "cats-beta-2fa" },
  });
  expect(document.resource.aws_api_gateway_stage.api.stage_name).toBe("live");
});
