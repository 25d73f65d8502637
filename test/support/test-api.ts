import { ApiGatewayAuthorizer } from "@cdktf/provider-aws/lib/api-gateway-authorizer";
import { ApiGatewayDeployment, ApiGatewayDeploymentConfig } from "@cdktf/provider-aws/lib/api-gateway-deployment";
import { ApiGatewayIntegration, ApiGatewayIntegrationConfig } from "@cdktf/provider-aws/lib/api-gateway-integration";
import { ApiGatewayIntegrationResponse } from "@cdktf/provider-aws/lib/api-gateway-integration-response";
import { ApiGatewayMethod, ApiGatewayMethodConfig } from "@cdktf/provider-aws/lib/api-gateway-method";
import { ApiGatewayResource } from "@cdktf/provider-aws/lib/api-gateway-resource";
import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { ApiGatewayStage, ApiGatewayStageConfig } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { StageCache, StageCacheEndpoint, StageCacheProps } from "../../lib";

export interface TestEndpoint {
  readonly method: ApiGatewayMethod;
  readonly integration: ApiGatewayIntegration;
}

export interface TestApiOptions {
  readonly scope?: Construct;
  readonly stack?: string;
  readonly stage?: Partial<ApiGatewayStageConfig>;
  readonly deployment?: Partial<ApiGatewayDeploymentConfig>;
}

const partsOf = (path: string) => path.split("/").filter((part) => part !== "");

/** Braces are left out; what else is no letter, digit or hyphen becomes its code. */
const idOf = (part: string) =>
  part.replace(/[{}]/g, "").replace(/[^A-Za-z0-9-]/g, (character) => `x${character.charCodeAt(0)}`);

/** A REST API as a user writes it by hand, with a stage called prod. */
export class TestApi {
  readonly stack: TerraformStack;
  readonly restApi: ApiGatewayRestApi;
  readonly deployment: ApiGatewayDeployment;
  readonly stage: ApiGatewayStage;

  constructor({ scope = Testing.app(), stack = "stack", stage, deployment }: TestApiOptions = {}) {
    this.stack = new TerraformStack(scope, stack);
    this.restApi = new ApiGatewayRestApi(this.stack, "api", { name: "api" });
    this.deployment = new ApiGatewayDeployment(this.stack, "deployment", {
      restApiId: this.restApi.id,
      ...deployment,
    });
    this.stage = new ApiGatewayStage(this.stack, "stage", {
      restApiId: this.restApi.id,
      stageName: "prod",
      deploymentId: this.deployment.id,
      ...stage,
    });
  }

  /** The id of the resource of a path, which is declared if it is new. */
  resourceId(path: string): string {
    let parentId = this.restApi.rootResourceId;
    let id = "resource";
    for (const pathPart of partsOf(path)) {
      id = `${id}_${idOf(pathPart)}`;
      const known = this.stack.node.tryFindChild(id) as ApiGatewayResource | undefined;
      const resource =
        known ?? new ApiGatewayResource(this.stack, id, { restApiId: this.restApi.id, parentId, pathPart });
      parentId = resource.id;
    }
    return parentId;
  }

  /** A method with a Lambda proxy integration, called `get_cats_id` for `GET /cats/{id}`. */
  endpoint(
    verb: string,
    path: string,
    method: Partial<ApiGatewayMethodConfig> = {},
    integration: Partial<ApiGatewayIntegrationConfig> = {},
  ): TestEndpoint {
    const id = [verb.toLowerCase(), ...partsOf(path).map(idOf)].join("_");
    const common = { restApiId: this.restApi.id, resourceId: this.resourceId(path), httpMethod: verb };
    return {
      method: new ApiGatewayMethod(this.stack, id, { ...common, authorization: "NONE", ...method }),
      integration: new ApiGatewayIntegration(this.stack, `${id}_integration`, {
        ...common,
        type: "AWS_PROXY",
        integrationHttpMethod: "POST",
        uri: "arn:aws:apigateway:eu-west-1:lambda:path/function",
        ...integration,
      }),
    };
  }

  /** What answers the preflight requests of a path. */
  preflight(path: string, allowOrigin: string): void {
    new ApiGatewayIntegrationResponse(this.stack, `preflight_${partsOf(path).map(idOf).join("_")}`, {
      restApiId: this.restApi.id,
      resourceId: this.resourceId(path),
      httpMethod: "OPTIONS",
      statusCode: "200",
      responseParameters: { "method.response.header.Access-Control-Allow-Origin": allowOrigin },
    });
  }

  /** An authorizer that finds the caller in these places. */
  authorizer(identitySource?: string): ApiGatewayAuthorizer {
    const { id: restApiId } = this.restApi;
    return new ApiGatewayAuthorizer(this.stack, "authorizer", { restApiId, name: "authorizer", identitySource });
  }

  /** The cache of the API's own stage. */
  cache(endpoints: StageCacheEndpoint[], options: Partial<StageCacheProps> = {}): StageCache {
    return new StageCache(this.stack, "cache", { stage: this.stage, endpoints, ...options });
  }
}
