import { ApiGatewayBasePathMapping } from "@cdktf/provider-aws/lib/api-gateway-base-path-mapping";
import { Apigatewayv2ApiMapping } from "@cdktf/provider-aws/lib/apigatewayv2-api-mapping";
import { TerraformProvider, TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { logicalId } from "../stack/logical-id";
import { IApiStage } from "./api-stage";
import { PlannedMapping } from "./core/plan-domain";

/** What every mapping of a domain has in common. */
export interface MappingTarget {
  readonly domainName: string;
  readonly provider?: TerraformProvider;
}

/** The resource of one mapping. */
export function renderMapping(
  scope: Construct,
  planned: PlannedMapping,
  stage: IApiStage,
  target: MappingTarget,
): TerraformResource {
  const { importId, resource: type, id } = planned;
  const render = type === "aws_api_gateway_base_path_mapping" ? basePathMapping : apiMapping;
  const resource = render(scope, planned, stage, target);
  resource.overrideLogicalId(logicalId(scope, id));
  if (importId !== undefined) resource.importFrom(importId);
  return resource;
}

function basePathMapping(
  scope: Construct,
  { id, key }: PlannedMapping,
  { apiId, apiStageName }: IApiStage,
  { domainName, provider }: MappingTarget,
): TerraformResource {
  return new ApiGatewayBasePathMapping(scope, id, {
    apiId,
    stageName: apiStageName,
    domainName,
    basePath: key,
    provider,
  });
}

function apiMapping(
  scope: Construct,
  { id, key }: PlannedMapping,
  { apiId, apiStageName }: IApiStage,
  { domainName, provider }: MappingTarget,
): TerraformResource {
  return new Apigatewayv2ApiMapping(scope, id, {
    apiId,
    stage: apiStageName,
    domainName,
    apiMappingKey: key,
    provider,
  });
}
