import { CorsOptions } from "../gateway/cached-rest-api-props";
import { EndpointCacheOptions } from "../gateway/options";
import { RestAuthorizer } from "../gateway/rest-authorizer";
import { RestIntegration } from "../gateway/rest-integration";

/** What `serverless deploy` would be called with. */
export interface ServerlessOptions {
  /**
   * The stage, as `--stage` gives it.
   *
   * @default - `provider.stage` of the configuration, or else `dev`
   */
  readonly stage?: string;

  /**
   * The region, as `--region` gives it.
   *
   * @default - `provider.region` of the configuration, or else `us-east-1`
   */
  readonly region?: string;

  /**
   * Other options of the command line, for `${opt:NAME}`.
   *
   * @default - none
   */
  readonly opt?: { [name: string]: string };

  /**
   * Parameters, as `--param NAME=VALUE` gives them, for `${param:NAME}`.
   *
   * @default - those below `params` of the configuration
   */
  readonly parameters?: { [name: string]: string };

  /**
   * The environment variables, for `${env:NAME}`. A file `.env` is not read.
   *
   * @default - those of the process
   */
  readonly environment?: { [name: string]: string };

  /**
   * The directory that the configuration and the files of `${file(PATH)}` are in, or below. The paths themselves begin
   * at the directory of the configuration.
   *
   * @default - the directory of the configuration; a text has none, and can name no file
   */
  readonly projectDirectory?: string;

  /**
   * The reasons why warnings about the configuration may be ignored, by rule id (`serverless/…`). Those of the gateway
   * belong to the options of the cache.
   *
   * @default - every warning is shown
   */
  readonly acknowledgements?: { [rule: string]: string };
}

/** The same, for a configuration that is no file. */
export interface ServerlessTextOptions extends ServerlessOptions {
  /**
   * What messages call the text.
   *
   * @default "serverless.yml"
   */
  readonly fileName?: string;
}

/** What `serverless.yml` does not say of a `CachedRestApi`. */
export interface ServerlessRestEndpointsOptions {
  /**
   * The backends: by the name of the function for the events of that function, or by verb and path (`GET /dynamodb`)
   * for one endpoint, which wins. Additional endpoints have no function.
   *
   * @default - none: the service has no endpoints
   */
  readonly integrations?: { [functionOrEndpoint: string]: RestIntegration };

  /**
   * The authorizers, by the name that the configuration gives them: a function's name, with the alias where an ARN has
   * one (`guard-live`), the last part of another ARN, or a logical id. `aws_iam` needs none.
   *
   * @default - none: no endpoint has an authorizer of its own
   */
  readonly authorizers?: { [name: string]: RestAuthorizer };
}

/** What `serverless.yml` does not say of a stage that somebody else owns. */
export interface ServerlessSharedStageOptions {
  /**
   * The id of the REST API.
   *
   * @default - `restApiId` of the configuration, or else a Terraform variable
   */
  readonly restApiId?: string;
}

/** One endpoint of a service, as its configuration has it. */
export interface ServerlessEndpoint {
  /** `GET`, `POST`, …, or `ANY`. */
  readonly httpMethod: string;

  /** The complete path, such as `/animals/cats/{id}`. */
  readonly path: string;

  /** Where it is written, such as `serverless.yml:12:9 functions.list.events[0].http`. */
  readonly writtenAt: string;

  /**
   * The function whose event it is.
   *
   * @default - none: it is an additional endpoint
   */
  readonly functionName?: string;

  /**
   * How it is cached.
   *
   * @default - nothing is said of it, and it is not cached
   */
  readonly cache?: EndpointCacheOptions;

  /**
   * The type of its integration: `AWS_PROXY`, `AWS`, `HTTP_PROXY`, `HTTP` or `MOCK`.
   *
   * @default - not known of an additional endpoint
   */
  readonly integrationType?: string;

  /**
   * The authorizer: `AWS_IAM`, or its name.
   *
   * @default - none
   */
  readonly authorizer?: string;

  /**
   * The scopes that the authorizer wants.
   *
   * @default - none
   */
  readonly authorizationScopes?: string[];

  /**
   * Whether callers need an API key.
   *
   * @default false
   */
  readonly apiKeyRequired?: boolean;

  /**
   * Declared parameters, as `method.request.path.id`, and whether each is required.
   *
   * @default - none
   */
  readonly requestParameters?: { [name: string]: boolean };

  /**
   * Whether requests without a required parameter are refused with 400, as the framework does where one is required.
   *
   * @default false
   */
  readonly validateRequestParameters?: boolean;

  /**
   * The preflight answer of its path.
   *
   * @default - that of the service, which has one where all paths have the same
   */
  readonly cors?: CorsOptions;
}

/** A Terraform variable in the place of a value that only a deployment of the Serverless Framework would know. */
export interface ServerlessVariable {
  /** Its name, such as `cf_api-gateway-prod_RestApiId`. */
  readonly name: string;

  /** What it stands for, as the configuration has it: `cf:api-gateway-prod.RestApiId`. */
  readonly original: string;

  /** `string`, `number` or `bool`. */
  readonly terraformType: string;

  /**
   * The value that the configuration falls back to.
   *
   * @default - none: it has to be given
   */
  readonly defaultValue?: any;
}
