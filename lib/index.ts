export { CacheKey, CacheKeyOptions, MappedCacheKeyOptions } from "./gateway/cache-key";
export * from "./gateway/options";
export { StageCache } from "./gateway/stage-cache";
export * from "./gateway/stage-cache-props";
export { Finding, Severity, Violation } from "./rules/finding";
export { RuleDescription } from "./rules/rule";
export { RuleCatalogue } from "./rules/rule-catalogue";
