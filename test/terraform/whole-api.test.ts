import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { LambdaAlias } from "@cdktf/provider-aws/lib/lambda-alias";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, AssetType, TerraformAsset, TerraformStack, TerraformVariable } from "cdktf";
import { resolve } from "node:path";
import { CacheKey, CachedRestApi, RestAuthorizer, RestIntegration } from "../../lib";
import { synthesizeApp } from "../support/examples";
import {
  type Emulator,
  type StackDirectory,
  type Terraform,
  copiedStack,
  readBack,
  startEmulator,
  terraformIn,
} from "./harness";

const LAMBDA = resolve(__dirname, "../../examples/cats-rest-api/lambda");
const TABLE_REQUEST = `{"TableName": "cats", "Key": {"id": {"S": "$input.params('id')"}}, "Stage": "\${context.stage}"}`;

/** An API with every kind of backend, caller and option that the library knows. */
class WholeApi extends TerraformStack {
  constructor(scope: App, description: string) {
    super(scope, "whole");
    new AwsProvider(this, "aws", { region: "us-east-1" });
    const owner = new TerraformVariable(this, "owner", { type: "string", default: 'somebody "quoted"' });
    const logs = new CloudwatchLogGroup(this, "logs", { name: "access-logs" });
    const handler = this.createFunction("handler");
    const checker = this.createFunction("checker");
    const alias = new LambdaAlias(this, "live", {
      name: "live",
      functionName: handler.functionName,
      functionVersion: "$LATEST",
    });
    const role = "arn:aws:iam::123456789012:role/dynamodb";
    const token = RestAuthorizer.lambdaRequest("token", checker, {
      identitySources: ["method.request.header.X-Token"],
      resultTtlSeconds: 60,
    });
    const pool = RestAuthorizer.cognito("pool", ["arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abc"]);

    new CachedRestApi(this, "whole", {
      stageName: "prod",
      description,
      stageDescription: "The one stage",
      tags: { team: "cats", owner: owner.stringValue },
      stageVariables: { backend: "backend.example.com" },
      accessLogs: { destinationArn: logs.arn },
      xrayTracingEnabled: true,
      binaryMediaTypes: ["image/png", "image/*"],
      minimumCompressionSize: 1024,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*" }],
      }),
      disableExecuteApiEndpoint: true,
      cors: {
        allowOrigins: ["https://a.example.com", "https://b.example.com"],
        allowCredentials: true,
        maxAgeSeconds: 60,
      },
      definitionOverrides: { info: { version: "2.0" } },
      cache: {
        clusterSize: "1.6",
        acknowledgements: { "gateway/origin-not-in-key": "the backends answer every origin alike" },
      },
      endpoints: [
        {
          method: "ANY",
          path: "/lambda/{id}",
          integration: RestIntegration.lambdaProxy(alias),
          cache: { keys: [CacheKey.path("id")] },
        },
        {
          method: "GET",
          path: "/dynamodb",
          integration: RestIntegration.aws("arn:aws:apigateway:us-east-1:dynamodb:action/GetItem", "POST", {
            credentials: role,
            requestTemplates: { "application/json": TABLE_REQUEST },
            responses: [
              { statusCode: "200" },
              {
                statusCode: "404",
                selectionPattern: "4\\d{2}",
                responseParameters: { "method.response.header.X-Reason": "'missing'" },
              },
            ],
          }),
          cache: { ttlSeconds: 120, keys: [CacheKey.query("id", { required: true })] },
          validateRequestParameters: true,
        },
        {
          method: "GET",
          path: "/http",
          integration: RestIntegration.http("https://${stageVariables.backend}/http", "GET", {
            timeoutMilliseconds: 5000,
          }),
          cache: { keys: [CacheKey.header("X-Token")] },
          authorizer: token,
        },
        {
          method: "GET",
          path: "/proxy/{proxy+}",
          integration: RestIntegration.httpProxy("https://backend.example.com/{proxy}", "ANY"),
          cache: { keys: [CacheKey.path("proxy"), CacheKey.context("authorizer.claims.sub")] },
          authorizer: pool,
          authorizationScopes: ["cats/read"],
        },
        { method: "GET", path: "/mock", integration: RestIntegration.mock(), authorizer: RestAuthorizer.iam() },
        {
          method: "POST",
          path: "/mock",
          integration: RestIntegration.mock(),
          apiKeyRequired: true,
          requestParameters: { "method.request.header.X-Trace": false },
          operationName: "mockPost",
        },
      ],
    });
  }

  private createFunction(id: string): LambdaFunction {
    const code = new TerraformAsset(this, `${id}-code`, { path: LAMBDA, type: AssetType.ARCHIVE });
    const assumeRolePolicy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
    });
    return new LambdaFunction(this, id, {
      functionName: id,
      filename: code.path,
      sourceCodeHash: code.assetHash,
      handler: "index.handler",
      runtime: "nodejs22.x",
      role: new IamRole(this, `${id}-role`, { name: id, assumeRolePolicy }).arn,
    });
  }
}

describe("a CachedRestApi with everything", () => {
  let emulator: Emulator;
  let directory: StackDirectory;
  let terraform: Terraform;

  beforeAll(async () => {
    emulator = await startEmulator();
    const output = synthesizeApp(() => {
      const app = new App();
      new WholeApi(app, "Everything at once");
      app.synth();
    });
    directory = copiedStack(output.directory, "whole");
    output.remove();
    terraform = terraformIn(directory.directory, { endpoint: emulator.endpoint });
    await terraform.init();
    await terraform.apply();
  });
  afterAll(async () => {
    await emulator.stop();
    directory.remove();
  });

  test("has the stage that was asked for", async () => {
    const { stage } = await readBack(emulator, "whole", "prod");
    expect(stage).toMatchObject({
      description: "The one stage",
      tracingEnabled: true,
      cacheClusterSize: "1.6",
      variables: { backend: "backend.example.com" },
      tags: { team: "cats", owner: 'somebody "quoted"' },
      accessLogSettings: { destinationArn: expect.stringContaining("access-logs") },
    });
  });

  test("serves the policy, the switched-off endpoint and the binary types", async () => {
    const { restApiId } = await readBack(emulator, "whole", "prod");
    const live = await emulator.live(restApiId, "prod");
    expect(live.disableExecuteApiEndpoint).toBe(true);
    expect([...live.binaryMediaTypes].sort()).toEqual(["image/*", "image/png"]);
    expect(live.policy).toContain("execute-api:Invoke");
  });

  test("calls each backend as it was asked to", async () => {
    const { methods } = await readBack(emulator, "whole", "prod");
    expect(methods["ANY /lambda/{id}"]!.integration).toMatchObject({
      type: "AWS_PROXY",
      httpMethod: "POST",
      uri: expect.stringContaining(":function:handler:live/invocations"),
      cacheKeyParameters: ["method.request.path.id"],
      requestParameters: {},
    });
    expect(methods["GET /dynamodb"]).toMatchObject({
      requestParameters: { "method.request.querystring.id": true },
      integration: {
        type: "AWS",
        uri: expect.stringContaining("dynamodb:action/GetItem"),
        cacheKeyParameters: ["method.request.querystring.id"],
        requestParameters: { "integration.request.querystring.id": "method.request.querystring.id" },
      },
    });
    expect(methods["GET /http"]!.integration).toMatchObject({
      type: "HTTP",
      uri: "https://${stageVariables.backend}/http",
    });
    expect(methods["GET /proxy/{proxy+}"]!.integration).toMatchObject({
      type: "HTTP_PROXY",
      httpMethod: "ANY",
      cacheKeyParameters: [
        "integration.request.header.CacheKeyContext-authorizer-claims-sub",
        "method.request.path.proxy",
      ],
    });
  });

  test("asks the callers as it was asked to", async () => {
    const { methods } = await readBack(emulator, "whole", "prod");
    const authorizations = Object.entries(methods).map(([name, method]) => [name, method.authorizationType]);
    expect(Object.fromEntries(authorizations)).toMatchObject({
      "GET /http": "CUSTOM",
      "GET /proxy/{proxy+}": "COGNITO_USER_POOLS",
      "GET /mock": "AWS_IAM",
      "POST /mock": "NONE",
      "OPTIONS /http": "NONE",
    });
    expect(methods["POST /mock"]!.apiKeyRequired).toBe(true);
    expect(methods["GET /mock"]!.apiKeyRequired).toBe(false);
  });

  test("lets API Gateway call each function once, the alias by its name", async () => {
    const permissions = (await terraform.stateAddresses()).filter((address) =>
      address.startsWith("aws_lambda_permission"),
    );
    expect(permissions).toEqual([
      "aws_lambda_permission.whole_invoke_checker",
      "aws_lambda_permission.whole_invoke_live_live",
    ]);
  });

  test("caches what was named, and no preflight answer", async () => {
    const { restApiId } = await readBack(emulator, "whole", "prod");
    const { methods } = await emulator.live(restApiId, "prod");
    const cached = Object.keys(methods).filter((name) => methods[name]!.isCached);
    expect(cached.sort()).toEqual(["GET /dynamodb", "GET /http", "GET /lambda/{id}", "GET /proxy/{proxy+}"]);
  });

  test("has an empty second plan", async () => {
    expect((await terraform.plan()).text).toContain("No changes.");
  });

  test("leaves nothing when it is destroyed", async () => {
    await terraform.destroy();
    expect(await emulator.inventory()).toEqual({});
  });
});
