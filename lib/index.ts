export { CacheKey, CacheKeyOptions, MappedCacheKeyOptions } from "./gateway/cache-key";
export { CachedRestApi } from "./gateway/cached-rest-api";
export * from "./gateway/cached-rest-api-props";
export * from "./gateway/options";
export { LambdaAuthorizerOptions, RestAuthorizer } from "./gateway/rest-authorizer";
export {
  ILambdaTarget,
  IntegrationOptions,
  IntegrationResponse,
  LambdaIntegrationOptions,
  MappedIntegrationOptions,
  RestIntegration,
} from "./gateway/rest-integration";
export { StageCache } from "./gateway/stage-cache";
export * from "./gateway/stage-cache-props";
export { Finding, Severity, Violation } from "./rules/finding";
export { RuleDescription } from "./rules/rule";
export { RuleCatalogue } from "./rules/rule-catalogue";
