import { readFileSync } from "node:fs";
import { ApiGatewayDeployment } from "@cdktf/provider-aws/lib/api-gateway-deployment";
import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { Construct } from "constructs";
import { DeclaredApi, IApiStage } from "../domain/api-stage";
import { ApiType } from "../domain/api-type";
import { ConfigurationError, throwOnErrors } from "../rules/configuration-error";
import { Finding } from "../rules/finding";
import { documentInvalid } from "../rules/gateway/document-invalid";
import { refusedValue } from "../rules/gateway/refused-value";
import { stageName } from "../rules/gateway/stage-name";
import { checkShape } from "../rules/input/shape";
import { whenKnown } from "../rules/known";
import { definitionBody, deploymentTriggers } from "./api-definition";
import { CacheSite } from "./cache-site";
import { AccessLogOptions, CachedRestApiProps } from "./cached-rest-api-props";
import { CACHED_REST_API_PROPS } from "./cached-rest-api-shapes";
import { GuardedEndpoint, guardedEndpoints } from "./core/guarded-endpoints";
import { OpenApiDocument, asRecord } from "./core/open-api/document";
import { checkDocument, readDocument } from "./core/open-api/read-document";
import { StageCachePlan } from "./core/plan";
import { isUnknown } from "../stack/is-unknown";
import { address, referenceTo } from "../stack/references";
import { renderLambdaPermissions } from "./lambda-permissions";
import { logicalId } from "../stack/logical-id";
import { report } from "../stack/report";
import { authorizersOf, planRestApi } from "./rest-api-plan";
import { LambdaCall } from "./rest-integration";
import { StageCache } from "./stage-cache";
import { StageCacheProps } from "./stage-cache-props";

/**
 * A whole REST API: one `aws_api_gateway_rest_api` whose OpenAPI body carries every method, integration and cache key,
 * the deployment that follows it, the stage, the permissions of its Lambda functions, and its {@link StageCache}.
 *
 * Throws a `ConfigurationError` that names every broken rule; warnings become one annotation.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_rest_api
 */
export class CachedRestApi extends Construct implements IApiStage {
  /** The API. */
  public readonly restApi: ApiGatewayRestApi;

  /** The deployment that the stage serves. A new one is there before the old one goes. */
  public readonly deployment: ApiGatewayDeployment;

  /** The stage. */
  public readonly stage: ApiGatewayStage;

  /** The cache of the stage. */
  public readonly cache: StageCache;

  /** The permissions of the Lambda functions, one each. */
  public readonly lambdaPermissions: LambdaPermission[];

  /** The id of the API, for a domain that serves it. */
  public readonly apiId: string;

  /** The name of the stage, for a domain that serves it. */
  public readonly apiStageName: string;

  /** A REST API. */
  public readonly apiType: ApiType = ApiType.REST;

  /** @internal */
  public readonly _declared: DeclaredApi;

  public constructor(scope: Construct, id: string, props: CachedRestApiProps) {
    super(scope, id);
    throwOnErrors(checkShape(props, CACHED_REST_API_PROPS, "", isUnknown));
    const apiName = props.apiName ?? id;
    const plan = planRestApi(props, apiName, loadDocument(props));
    const acknowledgements = { property: "cache.acknowledgements", reasons: props.cache?.acknowledgements };
    report(this, [...checkStage(props), ...plan.findings], acknowledgements);

    const definition = plan.definition();
    this.restApi = this.createRestApi(apiName, definitionBody(definition), props);
    const restApiId = this.restApi.id;
    this.deployment = this.createDeployment(restApiId, props);
    this.lambdaPermissions = renderLambdaPermissions(this, this.restApi, lambdaCalls(props), props.provider);
    this.stage = this.createStage(restApiId, plan.cache, props);
    this.cache = new StageCache(this, "cache", this.cacheSite(plan.cache, props) as unknown as StageCacheProps);
    this.apiId = restApiId;
    this.apiStageName = this.stage.stageName;
    this._declared = {
      restApi: this.restApi,
      deployment: this.deployment,
      deploymentFollows: true,
      stageCache: this.cache,
      guarded: guarded(props),
      paths: Object.keys(asRecord(definition.paths)),
    };
  }

  private createRestApi(name: string, body: string, props: CachedRestApiProps): ApiGatewayRestApi {
    const restApi = new ApiGatewayRestApi(this, "rest-api", {
      name,
      body,
      description: props.description,
      endpointConfiguration: { types: [props.endpointType ?? "REGIONAL"] },
      policy: props.policy,
      disableExecuteApiEndpoint: props.disableExecuteApiEndpoint,
      binaryMediaTypes: props.binaryMediaTypes,
      minimumCompressionSize: props.minimumCompressionSize?.toString(),
      tags: props.tags,
      provider: props.provider,
    });
    restApi.overrideLogicalId(logicalId(this));
    return restApi;
  }

  private createDeployment(restApiId: string, { provider }: CachedRestApiProps): ApiGatewayDeployment {
    const deployment = new ApiGatewayDeployment(this, "deployment", {
      restApiId,
      triggers: deploymentTriggers(this.restApi),
      lifecycle: { createBeforeDestroy: true },
      provider,
    });
    deployment.overrideLogicalId(logicalId(this));
    return deployment;
  }

  /** The stage waits for the permissions: a deployment that did would replace them before it destroys them. */
  private createStage(restApiId: string, { cluster }: StageCachePlan, props: CachedRestApiProps): ApiGatewayStage {
    const stage = new ApiGatewayStage(this, "stage", {
      restApiId,
      deploymentId: this.deployment.id,
      stageName: props.stageName,
      description: props.stageDescription,
      variables: props.stageVariables,
      xrayTracingEnabled: props.xrayTracingEnabled,
      accessLogSettings: props.accessLogs && accessLogSettings(props.accessLogs),
      cacheClusterEnabled: cluster?.enabled,
      cacheClusterSize: cluster?.size,
      tags: props.tags,
      provider: props.provider,
    });
    stage.overrideLogicalId(logicalId(this));
    if (this.lambdaPermissions.length > 0) stage.dependsOn = this.lambdaPermissions.map(address);
    return stage;
  }

  private cacheSite(plan: StageCachePlan, { cache, provider }: CachedRestApiProps): CacheSite {
    return {
      plan,
      stage: this.stage,
      deployment: this.deployment,
      target: {
        restApiId: referenceTo(this.stage, "rest_api_id"),
        stageName: referenceTo(this.stage, "stage_name"),
        provider,
        dependsOn: [],
      },
      chain: cache?.chainSettings ?? true,
      findings: [],
      acknowledgements: { property: "", reasons: undefined },
      apply: () => undefined,
    };
  }
}

function guarded({ endpoints = [] }: CachedRestApiProps): GuardedEndpoint[] {
  return guardedEndpoints(
    endpoints.map(({ path, method, authorizer, apiKeyRequired }) => ({
      path,
      method,
      apiKeyRequired,
      authorizer: authorizer && {
        authorizationType: authorizer.authorizationType,
        identitySources: authorizer._identitySources,
      },
    })),
  );
}

function lambdaCalls({ endpoints = [] }: CachedRestApiProps): LambdaCall[] {
  const integrations = endpoints.flatMap(({ integration }) => integration?._lambda ?? []);
  return [...integrations, ...authorizersOf(endpoints).flatMap(({ _lambda }) => _lambda ?? [])];
}

const ACCESS_LOG_FORMAT = JSON.stringify({
  requestId: "$context.requestId",
  requestTime: "$context.requestTime",
  ip: "$context.identity.sourceIp",
  httpMethod: "$context.httpMethod",
  resourcePath: "$context.resourcePath",
  status: "$context.status",
  responseLength: "$context.responseLength",
  responseLatency: "$context.responseLatency",
  integrationLatency: "$context.integration.latency",
});

function accessLogSettings({ destinationArn, format }: AccessLogOptions) {
  return { destinationArn, format: format ?? ACCESS_LOG_FORMAT };
}

function loadDocument({ openApiDocument, openApiFile }: CachedRestApiProps): OpenApiDocument | undefined {
  if (openApiDocument !== undefined && openApiFile !== undefined) {
    throw new ConfigurationError(
      documentInvalid("openApiFile", openApiFile, "give openApiDocument or openApiFile, not both"),
    );
  }
  if (openApiFile !== undefined) return loadFile(openApiFile);
  if (openApiDocument !== undefined) throwOnErrors(checkDocument(openApiDocument, "openApiDocument"));
  return openApiDocument;
}

function loadFile(file: string): OpenApiDocument {
  const { document, problem } = readDocument(readText(file));
  if (document === undefined) throw new ConfigurationError(documentInvalid("openApiFile", file, problem));
  throwOnErrors(checkDocument(document, "openApiFile"));
  return document;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new ConfigurationError(
      documentInvalid("openApiFile", file, `it cannot be read (${(error as Error).message})`),
    );
  }
}

function checkStage({ stageName: name, endpointType, minimumCompressionSize: size }: CachedRestApiProps): Finding[] {
  const types = ["REGIONAL", "EDGE", "PRIVATE"];
  return [
    ...whenKnown(name, isUnknown, (text) => stageName("stageName", text)),
    ...whenKnown(endpointType, isUnknown, (type) =>
      types.includes(type) ? [] : refusedValue("endpointType", type, types.join(", ")),
    ),
    ...whenKnown(size, isUnknown, (bytes) =>
      Number.isInteger(bytes) && bytes >= 0 && bytes <= 10_485_760
        ? []
        : refusedValue("minimumCompressionSize", bytes, "a whole number of bytes from 0 to 10485760"),
    ),
  ];
}
