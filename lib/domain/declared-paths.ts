import { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method";
import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2Route } from "@cdktf/provider-aws/lib/apigatewayv2-route";
import { TerraformStack } from "cdktf";
import { ResourceIndex } from "../gateway/l1";
import { isRecord } from "../rules/input/shape";
import { writeOut } from "../stack/references";
import { resourcesOf } from "./find-resource";

/** The paths of a REST API as its definition and the methods of its stack have them. */
export function pathsOfRestApi(restApi: ApiGatewayRestApi): string[] {
  const restApiId = writeOut(restApi, restApi.id);
  const resources = new ResourceIndex(TerraformStack.of(restApi));
  const methods = resourcesOf<ApiGatewayMethod>(restApi, "aws_api_gateway_method")
    .filter((method) => writeOut(method, method.restApiIdInput) === restApiId)
    .flatMap((method) => {
      const path = resources.pathOfResource(method.resourceIdInput);
      return path?.fromRoot === true ? [path.text === "" ? "/" : path.text] : [];
    });
  return [...new Set([...methods, ...pathsOfDefinition(restApi.bodyInput)])];
}

/** The paths of an HTTP API as the routes of its stack have them. */
export function pathsOfHttpApi(httpApi: Apigatewayv2Api): string[] {
  const apiId = writeOut(httpApi, httpApi.id);
  const keys = resourcesOf<Apigatewayv2Route>(httpApi, "aws_apigatewayv2_route")
    .filter((route) => writeOut(route, route.apiIdInput) === apiId)
    .flatMap(({ routeKeyInput }) => /^[A-Z]+ (\/.*)$/.exec(routeKeyInput ?? "")?.[1] ?? []);
  return [...new Set([...keys, ...pathsOfDefinition(httpApi.bodyInput)])];
}

/** A definition with Terraform's expressions in it may be no JSON; then nothing is known. */
function pathsOfDefinition(body: string | undefined): string[] {
  try {
    const definition: unknown = JSON.parse(body ?? "{}");
    return isRecord(definition) && isRecord(definition.paths) ? Object.keys(definition.paths) : [];
  } catch {
    return [];
  }
}
