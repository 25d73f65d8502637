import { ApiGatewayDeployment } from "@cdktf/provider-aws/lib/api-gateway-deployment";
import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2Deployment } from "@cdktf/provider-aws/lib/apigatewayv2-deployment";
import { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import { Lazy } from "cdktf";
import { StageCache } from "../gateway/stage-cache";
import { throwOnErrors } from "../rules/configuration-error";
import { OptionType, checkShape, isRecord, made, required, text } from "../rules/input/shape";
import { isUnknown } from "../stack/is-unknown";
import { ApiType } from "./api-type";
import { declaredByHttpApi, declaredByHttpStage, declaredByRestStage, defaultStageName } from "./declared-api";
import { GuardedEndpoint } from "../gateway/core/guarded-endpoints";

/** What this app declares of an API, so that it can be locked down and compared with the edge's cache. */
export interface DeclaredApi {
  /** The stage that the user gave; an API that is known by its id has its provider and its region. */
  readonly stage?: ApiGatewayStage | Apigatewayv2Stage;
  readonly restApi?: ApiGatewayRestApi;
  readonly httpApi?: Apigatewayv2Api;
  readonly deployment?: ApiGatewayDeployment;
  /** Whether every change of the API changes the deployment by itself; a stage that deploys by itself has none. */
  readonly deploymentFollows?: boolean;
  /** The deployment of an HTTP API whose stage does not deploy by itself. */
  readonly httpDeployment?: Apigatewayv2Deployment;
  readonly stageCache?: StageCache;
  /** The endpoints that ask who is calling, as far as this app declares them. */
  readonly guarded?: readonly GuardedEndpoint[];
  /** The paths of the API as far as this app declares them, such as `/cats/{id}`. */
  readonly paths?: readonly string[];
}

/** One stage of a REST or an HTTP API, which a domain can serve. */
export interface IApiStage {
  /** The id of the API. */
  readonly apiId: string;

  /** The name of the stage, `$default` for the stage of an HTTP API that has no other. */
  readonly apiStageName: string;

  /** The kind of the API. */
  readonly apiType: ApiType;

  /** @internal */
  readonly _declared?: DeclaredApi;
}

const DEFAULT_STAGE = "$default";

/**
 * The stage of an API that is declared as resources, or that another configuration owns. `CachedRestApi` and `HttpApi`
 * need none of this: they are stages themselves.
 *
 * Each factory throws a `ConfigurationError` for what is no such resource, id or name.
 */
export class ApiStage implements IApiStage {
  /** The stage of a REST API. */
  public static rest(stage: ApiGatewayStage): IApiStage {
    check({ stage }, { stage: resourceOf("aws_api_gateway_stage", "ApiStage.http takes the stage of an HTTP API") });
    return new ApiStage(stage.restApiId, stage.stageName, ApiType.REST, () => declaredByRestStage(stage));
  }

  /** A stage of an HTTP API. */
  public static http(stage: Apigatewayv2Stage): IApiStage {
    check({ stage }, { stage: resourceOf("aws_apigatewayv2_stage", "ApiStage.rest takes the stage of a REST API") });
    return new ApiStage(stage.apiId, stage.name, ApiType.HTTP, () => declaredByHttpStage(stage));
  }

  /** The stage `$default` of an HTTP API. Where the stack declares it before, its mapping waits for it. */
  public static httpApi(api: Apigatewayv2Api): IApiStage {
    check({ api }, { api: resourceOf("aws_apigatewayv2_api", "ApiStage.rest takes the stage of a REST API") });
    // The stage may be declared later; its mapping has to wait for it all the same.
    const stageName = Lazy.stringValue({ produce: () => defaultStageName(api) ?? DEFAULT_STAGE });
    return new ApiStage(api.id, stageName, ApiType.HTTP, () => declaredByHttpApi(api));
  }

  /**
   * A stage of a REST API that another configuration owns.
   *
   * @param restApiId the id, such as `a1b2c3d4e5`
   * @param stageName the name of the stage, such as `prod`
   */
  public static fromRestApiId(restApiId: string, stageName: string): IApiStage {
    check({ restApiId, stageName }, { restApiId: required(text), stageName: required(text) });
    return new ApiStage(restApiId, stageName, ApiType.REST, () => undefined);
  }

  /**
   * A stage of an HTTP API that another configuration owns.
   *
   * @param apiId the id, such as `a1b2c3d4e5`
   * @param stageName the name of the stage; `$default` unless given
   */
  public static fromHttpApiId(apiId: string, stageName: string = DEFAULT_STAGE): IApiStage {
    check({ apiId, stageName }, { apiId: required(text), stageName: required(text) });
    return new ApiStage(apiId, stageName, ApiType.HTTP, () => undefined);
  }

  /** The id of the API. */
  public readonly apiId: string;

  /** The name of the stage. */
  public readonly apiStageName: string;

  /** The kind of the API. */
  public readonly apiType: ApiType;

  private constructor(
    apiId: string,
    apiStageName: string,
    apiType: ApiType,
    private readonly findDeclared: () => DeclaredApi | undefined,
  ) {
    this.apiId = apiId;
    this.apiStageName = apiStageName;
    this.apiType = apiType;
  }

  /**
   * Looked up when it is wanted: methods and a cache may be declared after the stage.
   *
   * @internal
   */
  public get _declared(): DeclaredApi | undefined {
    return this.findDeclared();
  }
}

function check<T extends object>(values: T, shape: { readonly [name in keyof Required<T>]: OptionType }): void {
  throwOnErrors(checkShape(values, shape, "", isUnknown));
}

function resourceOf(type: string, hint: string): OptionType {
  const isOfType = (value: unknown) => isRecord(value) && value.terraformResourceType === type;
  return required(made(`a resource of type ${type} (${hint})`, isOfType));
}
