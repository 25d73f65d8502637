import { App, LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { ApiGatewayDeployment } from "@cdktf/provider-aws/lib/api-gateway-deployment";
import { ApiGatewayIntegration } from "@cdktf/provider-aws/lib/api-gateway-integration";
import { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method";
import { ApiGatewayResource } from "@cdktf/provider-aws/lib/api-gateway-resource";
import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CacheKey, StageCache, UnauthorizedInvalidation } from "cdktf-api-caching";
import { Construct } from "constructs";

const BACKEND = "https://backend.example.com";

/** An API that was written resource by resource before this library came: only the StageCache at the end is new. */
class ExistingApi extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "terraform.tfstate" });
    new AwsProvider(this, "aws", { region: "eu-central-1" });

    const api = new ApiGatewayRestApi(this, "api", { name: "existing-api" });

    const cats = new ApiGatewayResource(this, "cats", {
      restApiId: api.id,
      parentId: api.rootResourceId,
      pathPart: "cats",
    });
    const cat = new ApiGatewayResource(this, "cat", { restApiId: api.id, parentId: cats.id, pathPart: "{pawId}" });
    const dogs = new ApiGatewayResource(this, "dogs", {
      restApiId: api.id,
      parentId: api.rootResourceId,
      pathPart: "dogs",
    });
    const serverless = new ApiGatewayResource(this, "serverless", {
      restApiId: api.id,
      parentId: api.rootResourceId,
      pathPart: "serverless",
    });

    const listCats = this.addMethod(api, cats, "list-cats", "GET", `${BACKEND}/cats`);
    const getCat = this.addMethod(api, cat, "get-cat", "GET", `${BACKEND}/cats/{pawId}`, ["path.pawId"]);
    const anyDog = this.addMethod(api, dogs, "any-dog", "ANY", `${BACKEND}/dogs`);
    const proxy = this.addMethod(api, serverless, "proxy", "GET", "https://www.serverless.com");

    const deployment = new ApiGatewayDeployment(this, "deployment", {
      restApiId: api.id,
      dependsOn: [listCats, getCat, anyDog, proxy].map(({ integration }) => integration),
      lifecycle: { createBeforeDestroy: true },
    });
    const stage = new ApiGatewayStage(this, "stage", {
      restApiId: api.id,
      deploymentId: deployment.id,
      stageName: "prod",
    });

    new StageCache(this, "cache", {
      stage,
      ttlSeconds: 300,
      perKeyInvalidation: { unauthorized: UnauthorizedInvalidation.IGNORE },
      throttlingRateLimit: 100,
      throttlingBurstLimit: 50,
      endpoints: [
        { method: listCats.method, keys: [CacheKey.query("breed"), CacheKey.query("furColour")] },
        {
          method: getCat.method,
          ttlSeconds: 3600,
          keys: [CacheKey.path("pawId"), CacheKey.header("Accept-Language")],
          perKeyInvalidation: { unauthorized: UnauthorizedInvalidation.FAIL },
        },
        // Of ANY only GET is cached.
        { method: anyDog.method, ttlSeconds: 60 },
      ],
      // A method can also be named by its verb and path, wherever it is declared.
      additionalEndpoints: [{ httpMethod: "GET", path: "/serverless", ttlSeconds: 1200, dataEncrypted: true }],
    });

    new TerraformOutput(this, "url", { value: stage.invokeUrl });
  }

  private addMethod(
    api: ApiGatewayRestApi,
    resource: ApiGatewayResource,
    id: string,
    httpMethod: string,
    uri: string,
    parameters: string[] = [],
  ) {
    const method = new ApiGatewayMethod(this, id, {
      restApiId: api.id,
      resourceId: resource.id,
      httpMethod,
      authorization: "NONE",
      requestParameters: Object.fromEntries(parameters.map((name) => [`method.request.${name}`, true])),
    });
    const integration = new ApiGatewayIntegration(this, `${id}-integration`, {
      restApiId: api.id,
      resourceId: resource.id,
      httpMethod: method.httpMethod,
      type: "HTTP_PROXY",
      integrationHttpMethod: httpMethod,
      uri,
      requestParameters: Object.fromEntries(
        parameters.map((name) => [`integration.request.${name}`, `method.request.${name}`]),
      ),
    });
    return { method, integration };
  }
}

const app = new App();
new ExistingApi(app, "adopt-existing-l1");
app.synth();
