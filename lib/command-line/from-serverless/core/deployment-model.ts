import { CorsModel } from "../../../serverless/core/caching-model";
import { Known } from "../../../serverless/core/value-reader";

/** What a service says of its API besides its caching, as far as the same API can be made of it. */
export interface DeploymentModel {
  readonly serviceName: Known<string>;
  /** The framework's stage, of which the names of the functions are made. */
  readonly stage: Known<string>;
  /** Undefined where neither the configuration nor the command line names one. */
  readonly region: Known<string> | undefined;
  /** Where `custom.apiGatewayCaching` is written; undefined where it is not. */
  readonly sectionAt: string | undefined;
  /** The functions, by the name that the service gives them. */
  readonly functions: ReadonlyMap<string, FunctionModel>;
  /** The http events, by where they are written. */
  readonly events: ReadonlyMap<string, EventModel>;
  readonly api: ApiModel;
  /** Where the settings of the API are written, by what its construct calls them. */
  readonly settingsAt: { readonly [option: string]: string };
  /** What is not carried over, each in a sentence that says where it is written. */
  readonly notes: readonly string[];
}

/** A function, as Lambda has it. */
export interface FunctionModel {
  /** What Lambda calls it; undefined for the framework's own name. */
  readonly functionName?: Known<string>;
  /** The alias that the API calls. */
  readonly alias?: string;
}

/** Settings of the REST API that do not depend on its endpoints. */
export interface ApiModel {
  readonly apiName?: Known<string>;
  readonly startsNameWithService: boolean;
  readonly description?: Known<string>;
  readonly endpointType?: string;
  readonly binaryMediaTypes?: readonly string[];
  readonly minimumCompressionSize?: number;
  readonly disableExecuteApiEndpoint?: boolean;
  readonly xrayTracingEnabled?: boolean;
  /** Where API Gateway finds the key of a caller: `HEADER` or `AUTHORIZER`. */
  readonly apiKeySource?: string;
  readonly tags?: { readonly [name: string]: Known<string> };
  /** The statements of the resource policy. */
  readonly policy?: readonly PolicyValue[];
}

/** A part of a policy; a text may only be known to the deployment. */
export type PolicyValue =
  Known<string> | number | boolean | readonly PolicyValue[] | { readonly [name: string]: PolicyValue };

/** One http event, as far as its backend and its authorizer go. */
export interface EventModel {
  readonly backend: BackendModel;
  readonly authorizer?: AuthorizerDetails;
  /** What its own `cors` says, whatever other events of its path say. */
  readonly cors?: CorsModel;
}

/** What answers an http event. */
export interface BackendModel {
  /** `AWS_PROXY`, `AWS`, `HTTP_PROXY`, `HTTP` or `MOCK`. */
  readonly type: string;
  readonly isAsync: boolean;
  readonly uri?: Known<string>;
  /** The verb that an HTTP backend is called with. */
  readonly httpMethod?: string;
  readonly vpcLinkId?: Known<string>;
  readonly requestTemplates?: { readonly [contentType: string]: Known<string> };
  /** Whether a function without the proxy gets JSON bodies as the framework hands them on. */
  readonly hasDefaultTemplate: boolean;
  /** What the parameters of the backend's request are mapped from, by `integration.request.LOCATION.NAME`. */
  readonly requestParameters?: { readonly [name: string]: Known<string> };
  readonly contentHandling?: string;
  readonly passthroughBehavior?: string;
}

/** Who says who may call. */
export interface AuthorizerDetails {
  /** What the endpoints call it. */
  readonly key: string;
  readonly writtenAt: string;
  readonly kind: "cognito" | "lambda";
  /** A function of the service. */
  readonly localFunction?: string;
  /** The ARN of the user pool, or of a function of somewhere else; undefined where the file does not have it. */
  readonly arn?: Known<string>;
  /** Whether a Lambda authorizer gets the token alone, and not the request. */
  readonly isToken: boolean;
  /** Undefined for the Authorization header; empty for none. */
  readonly identitySources?: readonly string[];
  readonly resultTtlSeconds?: Known<number>;
  /** The pattern that a token has to match. */
  readonly tokenPattern?: string;
  /** Whether its permission is made by somebody else. */
  readonly isExternal?: boolean;
}
