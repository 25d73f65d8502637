import { App, TerraformStack } from "cdktf";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CacheKey, CachedRestApi, RestIntegration } from "cdktf-api-caching";

const app = new App();
const stack = new TerraformStack(app, "bench");
new AwsProvider(stack, "aws", { region: "eu-central-1" });

const api = new CachedRestApi(stack, "api", {
  stageName: "prod",
  cache: { clusterSize: "0.5", ttlSeconds: 300 },
  endpoints: [
    {
      method: "GET",
      path: "/cats/{id}",
      integration: RestIntegration.httpProxy("https://backend.example.com/cats/{id}", "GET"),
      cache: { keys: [CacheKey.path("id"), CacheKey.query("fields")] },
    },
  ],
});
api.stage.addOverride("tags.team", "cats");

app.synth();
