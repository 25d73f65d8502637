import { resolve } from "node:path";
import { App, AssetType, LocalBackend, TerraformAsset, TerraformOutput, TerraformStack } from "cdktf";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CacheKey, CachedRestApi, RestIntegration } from "cdktf-api-caching";
import { Construct } from "constructs";

/** A REST API for cats: some answers are cached, each under the parts of the request that it depends on. */
class CatsRestApi extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "terraform.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-central-1" });

    const cats = RestIntegration.lambdaProxy(this.createFunction());

    const api = new CachedRestApi(this, "cats", {
      stageName: "prod",
      cache: {
        clusterSize: "0.5",
        ttlSeconds: 300,
        loggingLevel: "OFF",
        metricsEnabled: true,
        throttlingRateLimit: 100,
        throttlingBurstLimit: 50,
      },
      endpoints: [
        // One answer for everybody.
        { method: "GET", path: "/cats", integration: cats, cache: {} },

        // Never cached.
        { method: "POST", path: "/cats", integration: cats },

        // One answer for each cat and language.
        {
          method: "GET",
          path: "/cats/{pawId}",
          integration: cats,
          cache: {
            ttlSeconds: 3600,
            dataEncrypted: true,
            keys: [CacheKey.path("pawId"), CacheKey.header("Accept-Language")],
          },
        },

        // One answer for each path below /photos.
        {
          method: "GET",
          path: "/photos/{proxy+}",
          integration: cats,
          cache: { keys: [CacheKey.path("proxy")] },
        },

        // One answer for each GraphQL query: the whole body is the key.
        { method: "POST", path: "/graphql", integration: cats, cache: { keys: [CacheKey.body()] } },

        // One answer for each value of one part of the body.
        {
          method: "POST",
          path: "/graphql/cities",
          integration: cats,
          cache: { keys: [CacheKey.bodyJsonPath("cities[0].petCount")] },
        },
      ],
    });

    new TerraformOutput(this, "url", { value: api.stage.invokeUrl });
  }

  private createFunction(): LambdaFunction {
    const code = new TerraformAsset(this, "code", { path: resolve(__dirname, "lambda"), type: AssetType.ARCHIVE });
    const role = new IamRole(this, "role", {
      name: "cats-rest-api",
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
      }),
    });
    return new LambdaFunction(this, "cats-function", {
      functionName: "cats-rest-api",
      filename: code.path,
      sourceCodeHash: code.assetHash,
      handler: "index.handler",
      runtime: "nodejs22.x",
      role: role.arn,
    });
  }
}

const app = new App();
new CatsRestApi(app, "cats-rest-api");
app.synth();
