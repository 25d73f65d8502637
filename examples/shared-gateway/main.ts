import { App, LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { DataAwsApiGatewayRestApi } from "@cdktf/provider-aws/lib/data-aws-api-gateway-rest-api";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CacheKey, CachedRestApi, RestIntegration, StageCache, UnauthorizedInvalidation } from "cdktf-api-caching";
import { Construct } from "constructs";

const GATEWAY = "shared-gateway";
const STAGE = "prod";
const THROTTLING = { throttlingRateLimit: 100, throttlingBurstLimit: 50 };
const BACKEND = "https://animals.example.com";

/** The gateway team owns the API, its stage and the cache cluster. Which answers are cached is for others to say. */
class Gateway extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "terraform.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-central-1" });

    const api = new CachedRestApi(this, "gateway", {
      apiName: GATEWAY,
      stageName: STAGE,
      cache: {
        ...THROTTLING,
        acknowledgements: { "gateway/no-cached-endpoint": "the animals team switches its endpoints on" },
      },
      endpoints: [
        { method: "GET", path: "/health", integration: RestIntegration.mock() },
        { method: "POST", path: "/animals/cat/adoption", integration: RestIntegration.httpProxy(BACKEND, "POST") },
        { method: "GET", path: "/animals/cats", integration: RestIntegration.httpProxy(`${BACKEND}/cats`, "GET") },
        {
          method: "GET",
          path: "/animals/cats/{pawId}",
          integration: RestIntegration.httpProxy(`${BACKEND}/cats/{pawId}`, "GET"),
          // The key belongs to the method, so it is declared here; the endpoint is off until the team switches it on.
          cache: { enabled: false, keys: [CacheKey.path("pawId")] },
        },
      ],
    });

    new TerraformOutput(this, "url", { value: api.stage.invokeUrl });
  }
}

/** The animals team decides about its own endpoints, from its own state. */
class Animals extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "terraform.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-central-1" });

    const gateway = new DataAwsApiGatewayRestApi(this, "gateway", { name: GATEWAY });

    StageCache.shared(this, "cache", {
      restApiId: gateway.id,
      stageName: STAGE,
      basePath: "/animals",
      ttlSeconds: 300,
      dataEncrypted: true,
      perKeyInvalidation: { unauthorized: UnauthorizedInvalidation.IGNORE },
      ...THROTTLING,
      additionalEndpoints: [
        { httpMethod: "GET", path: "/cats" },
        { httpMethod: "GET", path: "/cats/{pawId}", ttlSeconds: 60, keysDeclaredElsewhere: [CacheKey.path("pawId")] },
        // Not cached, whatever the owner's defaults say.
        { httpMethod: "POST", path: "/cat/adoption", enabled: false },
      ],
    });
  }
}

const app = new App();
const gateway = new Gateway(app, "gateway");
const animals = new Animals(app, "animals");
animals.addDependency(gateway);
app.synth();
