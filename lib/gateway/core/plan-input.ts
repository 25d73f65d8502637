import { IsUnknown } from "../../rules/known";
import { CacheKeyParameter } from "./cache-key-parameter";
import { SettingsLayer } from "./settings";

/** What is said of the whole stage. */
export interface StageInput extends SettingsLayer {
  readonly enabled?: boolean;
  readonly clusterSize?: string;
}

/** What is said of the caching of one endpoint. */
export interface EndpointCacheInput extends SettingsLayer {
  readonly enabled?: boolean;
  readonly keys?: readonly CacheKeyParameter[];
  readonly cacheNamespace?: string;
  readonly cachedMethods?: readonly string[];
  readonly inheritStageSettings?: boolean;
  readonly acknowledgements?: { readonly [rule: string]: string };
}

/** What is known of a method apart from its caching. */
export interface MethodFacts {
  /** Undefined where the method is declared elsewhere. */
  readonly integrationType?: string;
  readonly declaredKeys?: readonly string[];
  readonly declaredMappings?: { readonly [name: string]: string };
  readonly declaredNamespace?: string;
  /** `NONE`, `AWS_IAM`, `CUSTOM`, `COGNITO_USER_POOLS`. */
  readonly authorization?: string;
  /** Where the authorizer finds the caller, as `method.request.header.X-Token`. */
  readonly identitySources?: readonly string[];
  /** Whether requests without a required parameter are refused; undefined where nothing is known of it. */
  readonly validatesParameters?: boolean;
  /** The verbs that other methods of the same path answer, cached or not. */
  readonly siblingVerbs?: readonly string[];
  /** The origins that CORS lets in. */
  readonly corsOrigins?: readonly string[];
}

/** One endpoint, and where the user wrote it. */
export interface EndpointInput {
  /** `endpoints[0]` */
  readonly property: string;
  /** The path of the caching options, with its dot: `endpoints[0].cache.` */
  readonly optionsPrefix: string;
  /** The option that holds the keys; `keys` among the caching options unless given. */
  readonly keysProperty?: string;
  readonly verbProperty: string;
  readonly verb: string;
  readonly pathProperty: string;
  /** Undefined where it is known only when Terraform runs. */
  readonly path: string | undefined;
  readonly cache: EndpointCacheInput | undefined;
  readonly method: MethodFacts;
}

/** Whose stage it is: a new one, one that may have settings already, or one of another configuration. */
export type StageOwnership = "new" | "adopted" | "shared";

/** Everything that is said of a stage and its endpoints. */
export interface PlanInput {
  readonly stage: StageInput;
  /** The path of the stage's options, with its dot if it has one: `cache.` */
  readonly stagePrefix: string;
  readonly ownership: StageOwnership;
  readonly endpoints: readonly EndpointInput[];
  readonly isUnknown: IsUnknown;
}
