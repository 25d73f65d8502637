import {
  CreateDeploymentCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateStageCommand,
} from "@aws-sdk/client-api-gateway";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import { StageCache } from "../../lib";
import { synthesizeApp } from "../support/examples";
import { type Emulator, apiGatewayClient, copiedStack, readBack, startEmulator, terraformIn } from "./harness";

/** A stage that somebody made by hand and let cache everything. */
async function createStageThatCachesEverything(
  emulator: Emulator,
): Promise<{ restApiId: string; deploymentId: string }> {
  const client = apiGatewayClient(emulator);
  const { id: restApiId, rootResourceId: resourceId } = await client.send(
    new CreateRestApiCommand({ name: "by-hand" }),
  );
  const method = { restApiId, resourceId, httpMethod: "GET" };
  await client.send(new PutMethodCommand({ ...method, authorizationType: "NONE" }));
  await client.send(new PutIntegrationCommand({ ...method, type: "MOCK" }));
  const { id: deploymentId } = await client.send(new CreateDeploymentCommand({ restApiId }));
  const stage = { restApiId, stageName: "prod" };
  await client.send(
    new CreateStageCommand({ ...stage, deploymentId, cacheClusterEnabled: true, cacheClusterSize: "1.6" }),
  );
  const settings = { "caching/enabled": "true", "caching/ttlInSeconds": "900", "metrics/enabled": "true" };
  await client.send(
    new UpdateStageCommand({
      ...stage,
      patchOperations: Object.entries(settings).map(([path, value]) => ({
        op: "replace",
        path: `/*/*/${path}`,
        value,
      })),
    }),
  );
  return { restApiId: restApiId!, deploymentId: deploymentId! };
}

describe("a stage that has other settings", () => {
  let emulator: Emulator;

  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.stop());

  test("caches only what is named after one apply, and the plan after it is empty", async () => {
    const { restApiId, deploymentId } = await createStageThatCachesEverything(emulator);
    const output = synthesizeApp(() => {
      const app = new App();
      const stack = new TerraformStack(app, "adopted");
      new AwsProvider(stack, "aws", { region: "us-east-1" });
      const stage = new ApiGatewayStage(stack, "stage", { restApiId, deploymentId, stageName: "prod" });
      stage.importFrom(`${restApiId}/prod`);
      new StageCache(stack, "cache", {
        stage,
        clusterSize: "1.6",
        ttlSeconds: 300,
        additionalEndpoints: [
          { httpMethod: "POST", path: "/", acknowledgements: { "gateway/body-not-in-key": "no body" } },
        ],
      });
      app.synth();
    });
    const directory = copiedStack(output.directory, "adopted");
    const terraform = terraformIn(directory.directory, { endpoint: emulator.endpoint });
    await terraform.init();
    await terraform.apply();

    expect((await terraform.plan()).text).toContain("No changes.");
    const { methodSettings } = await readBack(emulator, restApiId, "prod");
    expect(methodSettings["*/*"]).toMatchObject({ cacheTtlInSeconds: 0, metricsEnabled: true });
    const { methods } = await emulator.live(restApiId, "prod");
    expect(methods["GET /"]!.isCached).toBe(false);
    expect(methodSettings["~1/POST"]).toMatchObject({ cachingEnabled: true, cacheTtlInSeconds: 300 });
    output.remove();
    directory.remove();
  });
});
