import { App, LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { DataAwsLambdaFunction } from "@cdktf/provider-aws/lib/data-aws-lambda-function";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { ApiFront, CacheKey, CachedRestApi, CloudflareZone, RestIntegration, ZonePlan } from "cdktf-api-caching";
import { Construct } from "constructs";

/** A REST API with both caches: the stage's, and Cloudflare's before it. */
class CloudflareRestApi extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "terraform.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-central-1" });
    new CloudflareProvider(this, "cloudflare");
    new TlsProvider(this, "tls");

    const cats = RestIntegration.lambdaProxy(
      new DataAwsLambdaFunction(this, "cats-function", { functionName: "cats" }),
    );
    const api = new CachedRestApi(this, "cats", {
      stageName: "prod",
      cache: { ttlSeconds: 300 },
      endpoints: [
        { method: "GET", path: "/cats", integration: cats, cache: { keys: [CacheKey.query("page")] } },
        { method: "GET", path: "/cats/{id}", integration: cats, cache: { keys: [CacheKey.path("id")] } },
        // One answer for each language, which the edge's key does not tell apart: these are the gateway's alone.
        {
          method: "GET",
          path: "/texts/{id}",
          integration: cats,
          cache: { keys: [CacheKey.path("id"), CacheKey.header("Accept-Language")] },
        },
        { method: "POST", path: "/cats", integration: cats },
      ],
    });

    const zone = new CloudflareZone(this, "zone", { zoneName: "example.com", plan: ZonePlan.PRO });
    const front = new ApiFront(this, "front", {
      host: "api.example.com",
      zone,
      api,
      cache: {
        // The catalogue changes once a day, whatever the function says of it. Who is signed in is not served from it.
        paths: [{ path: "/cats", ttlSeconds: 86400 }],
        bypass: { paths: ["/texts/*"] },
      },
    });

    new TerraformOutput(this, "url", { value: front.urls[0] });
  }
}

const app = new App();
new CloudflareRestApi(app, "cloudflare-rest-api");
app.synth();
