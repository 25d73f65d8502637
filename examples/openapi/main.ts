import { resolve } from "node:path";
import { App, LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CacheKey, CachedRestApi } from "cdktf-api-caching";
import { Construct } from "constructs";

/** An API that is described by an OpenAPI document: the endpoints say only what is cached, by verb and path. */
class DocumentedApi extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "terraform.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-central-1" });

    const api = new CachedRestApi(this, "cats", {
      stageName: "prod",
      stageVariables: { backend: "backend.example.com" },
      openApiFile: resolve(__dirname, "openapi.yaml"),
      cache: { ttlSeconds: 600 },
      endpoints: [
        { method: "GET", path: "/cats", cache: { keys: [CacheKey.query("breed")] } },
        {
          method: "GET",
          path: "/cats/{pawId}",
          cache: {
            keys: [CacheKey.path("pawId")],
            acknowledgements: { "gateway/identity-not-in-key": "every caller sees the same cat" },
          },
        },
      ],
    });

    new TerraformOutput(this, "url", { value: api.stage.invokeUrl });
  }
}

const app = new App();
new DocumentedApi(app, "openapi");
app.synth();
