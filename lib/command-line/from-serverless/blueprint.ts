import { CachedRestApiProps } from "../../gateway/cached-rest-api-props";
import { ILambdaTarget, IntegrationOptions, MappedIntegrationOptions } from "../../gateway/rest-integration";
import { CognitoAuthorizerOptions, LambdaAuthorizerOptions } from "../../gateway/rest-authorizer";
import { ServerlessEndpoint, ServerlessVariable } from "../../serverless/serverless-props";
import { ServerlessService } from "../../serverless/serverless-service";

/** A Lambda function that exists already. */
export interface LambdaBlueprint {
  /** The id of its data source, such as `cats-function`. */
  readonly id: string;
  /** Its name or ARN in Lambda. */
  readonly functionName: string;
  /** The alias that is called; undefined for the function itself. */
  readonly alias?: string;
}

/** What answers an endpoint. */
export type BackendBlueprint =
  | { readonly kind: "lambdaProxy"; readonly lambda: string }
  | { readonly kind: "lambda"; readonly lambda: string; readonly options: MappedIntegrationOptions }
  | {
      readonly kind: "http" | "httpProxy";
      readonly uri: string;
      readonly httpMethod: string;
      readonly options: IntegrationOptions & MappedIntegrationOptions;
    }
  | { readonly kind: "mock"; readonly options: MappedIntegrationOptions };

export interface AuthorizerBlueprint {
  /** What the endpoints call it. */
  readonly key: string;
  readonly writtenAt: string;
  /** What API Gateway calls it. */
  readonly name: string;
  /** The id of the function, if it is one of the service. */
  readonly lambda?: string;
  /** The function, if it is one of somewhere else. */
  readonly target?: ILambdaTarget;
  readonly options?: LambdaAuthorizerOptions;
  readonly userPoolArn?: string;
  readonly userPoolOptions?: CognitoAuthorizerOptions;
}

/** A new REST API. */
export interface ApiBlueprint {
  /** Everything but the endpoints. */
  readonly props: Omit<CachedRestApiProps, "endpoints" | "provider">;
  readonly endpoints: readonly { readonly endpoint: ServerlessEndpoint; readonly backend: BackendBlueprint }[];
  readonly authorizers: readonly AuthorizerBlueprint[];
  /** The functions that no proxy integration calls: their permissions are not made by the API. */
  readonly permissions: readonly string[];
}

/** What is written, as constructs or as their source. Values of Terraform stand in texts as `${var.x}`. */
export interface Blueprint {
  readonly service: ServerlessService;
  readonly fileName: string;
  /** For comments; empty where it is not known. */
  readonly serviceName: string;
  readonly region: string;
  /** The variables that the service does not have by itself. */
  readonly variables: readonly ServerlessVariable[];
  readonly lambdas: readonly LambdaBlueprint[];
  /** Undefined where the API is another one's, so that only settings are written. */
  readonly api?: ApiBlueprint;
}
