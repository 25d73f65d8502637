import { App, TerraformStack } from "cdktf";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CacheKey, CachedRestApi, RestEndpoint, RestIntegration } from "../../lib";
import { Output, synthesizeApp } from "./examples";

/** As many cached endpoints as wanted, each with two keys. */
export function cachedEndpoints(count: number): RestEndpoint[] {
  return Array.from({ length: count }, (_, index) => ({
    method: "GET",
    path: `/group-${index % 10}/items-${index}/{id}`,
    integration: RestIntegration.httpProxy(`https://backend.example.com/items-${index}/{id}`, "GET"),
    cache: { ttlSeconds: 60 + index, keys: [CacheKey.path("id"), CacheKey.header("Accept-Language")] },
  }));
}

/** An API in a stack of its own, both called `generated`. */
export function synthesizeApi(endpoints: RestEndpoint[]): Output {
  return synthesizeApp(() => {
    const app = new App();
    const stack = new TerraformStack(app, "generated");
    new AwsProvider(stack, "aws", { region: "us-east-1" });
    new CachedRestApi(stack, "generated", { stageName: "prod", endpoints });
    app.synth();
  });
}
