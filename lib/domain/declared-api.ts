import { ApiGatewayDeployment } from "@cdktf/provider-aws/lib/api-gateway-deployment";
import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2Deployment } from "@cdktf/provider-aws/lib/apigatewayv2-deployment";
import { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import { TerraformResource } from "cdktf";
import { IConstruct } from "constructs";
import { StageCache } from "../gateway/stage-cache";
import { ownerOf } from "../gateway/stage-claim";
import { writeOut } from "../stack/references";
import { DeclaredApi } from "./api-stage";
import { pathsOfHttpApi, pathsOfRestApi } from "./declared-paths";
import { findReferenced, resourcesOf } from "./find-resource";

/** What the stack of a REST stage declares of its API. */
export function declaredByRestStage(stage: ApiGatewayStage): DeclaredApi {
  const restApi = findReferenced<ApiGatewayRestApi>(stage, "aws_api_gateway_rest_api", "id", stage.restApiIdInput);
  const deployment = findReferenced<ApiGatewayDeployment>(
    stage,
    "aws_api_gateway_deployment",
    "id",
    stage.deploymentIdInput,
  );
  const owner = declaredByScope(deployment);
  return {
    stage,
    restApi,
    deployment,
    deploymentFollows: deployment !== undefined && owner?.deployment === deployment && owner.deploymentFollows,
    stageCache: stageCacheOf(stage),
    paths: restApi === undefined ? undefined : (declaredByScope(restApi)?.paths ?? pathsOfRestApi(restApi)),
  };
}

/** What the stack of an HTTP API's stage declares of the API. */
export function declaredByHttpStage(stage: Apigatewayv2Stage): DeclaredApi {
  const httpApi = findReferenced<Apigatewayv2Api>(stage, "aws_apigatewayv2_api", "id", stage.apiIdInput);
  return httpApi === undefined ? { stage } : { stage, ...declaredApi(httpApi), ...deploymentOf(stage) };
}

/** What the stack of an HTTP API declares of it; its `$default` stage may be made by the API itself. */
export function declaredByHttpApi(httpApi: Apigatewayv2Api): DeclaredApi {
  const stage = defaultStageOf(httpApi);
  return { ...declaredApi(httpApi), ...(stage === undefined ? { deploymentFollows: true } : deploymentOf(stage)) };
}

/** A reference to the name of the `$default` stage, if the stack declares it. */
export function defaultStageName(httpApi: Apigatewayv2Api): string | undefined {
  return defaultStageOf(httpApi)?.name;
}

function declaredApi(httpApi: Apigatewayv2Api): DeclaredApi {
  return { httpApi, paths: pathsOfHttpApi(httpApi) };
}

function deploymentOf(stage: Apigatewayv2Stage): DeclaredApi {
  if (stage.autoDeployInput === true) return { deploymentFollows: true };
  const { deploymentIdInput } = stage;
  return {
    httpDeployment: findReferenced<Apigatewayv2Deployment>(
      stage,
      "aws_apigatewayv2_deployment",
      "id",
      deploymentIdInput,
    ),
  };
}

function defaultStageOf(httpApi: Apigatewayv2Api): Apigatewayv2Stage | undefined {
  const apiId = writeOut(httpApi, httpApi.id);
  return resourcesOf<Apigatewayv2Stage>(httpApi, "aws_apigatewayv2_stage").find(
    (stage) => stage.nameInput === "$default" && writeOut(stage, stage.apiIdInput) === apiId,
  );
}

/** What the construct around a resource says of it, where it is one of this library's. */
function declaredByScope(resource: TerraformResource | undefined): DeclaredApi | undefined {
  return (resource?.node.scope as { readonly _declared?: DeclaredApi } | undefined)?._declared;
}

function stageCacheOf(stage: ApiGatewayStage): StageCache | undefined {
  const path = ownerOf(stage);
  if (path === undefined) return undefined;
  const parts = path.split("/").filter((part) => part !== "");
  const find = (from: IConstruct | undefined, id: string) => from?.node.tryFindChild(id);
  return parts.reduce<IConstruct | undefined>(find, stage.node.root) as StageCache | undefined;
}
