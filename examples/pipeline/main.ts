import { App, S3Backend, TerraformOutput, TerraformStack } from "cdktf";
import { DataAwsLambdaFunction } from "@cdktf/provider-aws/lib/data-aws-lambda-function";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CacheKey, CachedRestApi, RestIntegration } from "cdktf-api-caching";
import { Construct } from "constructs";

/** What tells one environment from another. */
interface Environment {
  readonly region: string;
  readonly stateBucket: string;
  readonly clusterSize: string;
  readonly ttlSeconds: number;
}

/** One environment: the id of the stack is its name, and is in no address. */
class CatsApi extends TerraformStack {
  constructor(scope: Construct, environment: string, { region, stateBucket, clusterSize, ttlSeconds }: Environment) {
    super(scope, environment);
    const state = { bucket: stateBucket, key: "cats/terraform.tfstate", region, encrypt: true };
    // The lock is a file beside the state (Terraform 1.10); CDKTF has no option for it yet.
    new S3Backend(this, state).addOverride("use_lockfile", true);
    new AwsProvider(this, "aws", { region, defaultTags: [{ tags: { environment } }] });

    const cats = RestIntegration.lambdaProxy(new DataAwsLambdaFunction(this, "function", { functionName: "cats" }));
    const api = new CachedRestApi(this, "cats", {
      stageName: "live",
      cache: { clusterSize, ttlSeconds },
      endpoints: [
        { method: "GET", path: "/cats", integration: cats, cache: { keys: [CacheKey.query("page")] } },
        { method: "GET", path: "/cats/{id}", integration: cats, cache: { keys: [CacheKey.path("id")] } },
        { method: "POST", path: "/cats", integration: cats },
      ],
    });

    new TerraformOutput(this, "url", { value: api.stage.invokeUrl });
  }
}

const app = new App();
const REGION = "eu-central-1";
new CatsApi(app, "staging", { region: REGION, stateBucket: "cats-states-staging", clusterSize: "0.5", ttlSeconds: 60 });
new CatsApi(app, "production", { region: REGION, stateBucket: "cats-states", clusterSize: "6.1", ttlSeconds: 300 });
app.synth();
