import { ApiGatewayDeployment } from "@cdktf/provider-aws/lib/api-gateway-deployment";
import { ApiGatewayIntegration } from "@cdktf/provider-aws/lib/api-gateway-integration";
import { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { TerraformProvider } from "cdktf";
import { CacheKey } from "./cache-key";
import { EndpointCacheOptions, EndpointCacheSettings, SharedStageCacheOptions, StageCacheOptions } from "./options";

/** A method of one's own, and how it is cached. */
export interface StageCacheEndpoint extends EndpointCacheOptions {
  /** The method. Its path is read from its resource, its verb and its authorization from itself. */
  readonly method: ApiGatewayMethod;

  /**
   * The method's integration, where the cache keys are written.
   *
   * @default - the integration of the same resource and verb in this stack
   */
  readonly integration?: ApiGatewayIntegration;

  /**
   * The path of the endpoint, such as `/cats/{id}`.
   *
   * @default - read from the method's resource and its parents
   */
  readonly path?: string;
}

/** A method that exists elsewhere: an HTTP proxy, a service proxy, another stack's endpoint. */
export interface AdditionalEndpoint extends EndpointCacheSettings {
  /** `GET`, `POST`, …, or `ANY`. */
  readonly httpMethod: string;

  /** The path of the endpoint, such as `/dynamodb` or `/cats/{id}`. */
  readonly path: string;

  /**
   * The cache keys that the method has where it is declared. They are checked here, and written there.
   *
   * @default - the method has no cache keys
   */
  readonly keysDeclaredElsewhere?: CacheKey[];
}

/** The cache of a stage that this stack owns. */
export interface StageCacheProps extends StageCacheOptions {
  /** The stage. Its cache cluster and its default settings belong to the `StageCache` from now on. */
  readonly stage: ApiGatewayStage;

  /**
   * The deployment that the stage serves. It is made anew whenever a cache key changes.
   *
   * @default - read from the stage
   */
  readonly deployment?: ApiGatewayDeployment;

  /**
   * The endpoints whose methods are declared in this stack.
   *
   * @default - none
   */
  readonly endpoints?: StageCacheEndpoint[];

  /**
   * The endpoints whose methods are declared elsewhere.
   *
   * @default - none
   */
  readonly additionalEndpoints?: AdditionalEndpoint[];
}

/** The caching of some endpoints on a stage that another configuration owns. */
export interface SharedStageCacheProps extends SharedStageCacheOptions {
  /** The id of the REST API. */
  readonly restApiId: string;

  /** The name of the stage. */
  readonly stageName: string;

  /**
   * The path below which this stack's endpoints live, such as `/animals`. It is put before every path that does not
   * begin at the API's root resource.
   *
   * @default - the endpoints' paths are complete
   */
  readonly basePath?: string;

  /**
   * The deployment that makes this stack's methods live, if this stack makes one.
   *
   * @default - the owner of the stage deploys
   */
  readonly deployment?: ApiGatewayDeployment;

  /**
   * The endpoints whose methods are declared in this stack.
   *
   * @default - none
   */
  readonly endpoints?: StageCacheEndpoint[];

  /**
   * The endpoints whose methods are declared elsewhere.
   *
   * @default - none
   */
  readonly additionalEndpoints?: AdditionalEndpoint[];

  /**
   * The AWS provider of the settings.
   *
   * @default - the stack's default AWS provider
   */
  readonly provider?: TerraformProvider;
}
