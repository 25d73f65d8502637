export { ApiDomain } from "./domain/api-domain";
export * from "./domain/api-domain-props";
export { ApiStage, IApiStage } from "./domain/api-stage";
export { ApiType } from "./domain/api-type";
export { AuthenticatedOriginPulls } from "./domain/authenticated-origin-pulls";
export * from "./domain/authenticated-origin-pulls-props";
export { CloudflareIpRangesPolicy } from "./domain/cloudflare-ip-ranges-policy";
export * from "./domain/cloudflare-ip-ranges-policy-props";
export { CertificateSource, IDomainCertificate } from "./domain/domain-certificate";
export { DomainCertificate, DomainCertificateOptions } from "./domain/existing-certificate";
export { HttpApi } from "./domain/http-api";
export * from "./domain/http-api-props";
export { ImportedCertificate } from "./domain/imported-certificate";
export * from "./domain/imported-certificate-props";
export { IssuedCertificate } from "./domain/issued-certificate";
export * from "./domain/issued-certificate-props";
export { OriginCaCertificate } from "./domain/origin-ca-certificate";
export * from "./domain/origin-ca-certificate-props";
export { CloudflareZone } from "./edge/cloudflare-zone";
export * from "./edge/cloudflare-zone-props";
export { RulesetPhase } from "./edge/core/ruleset-phase";
export { EdgeCertificate, StrictTls } from "./edge/core/strict-tls";
export { ZonePlan } from "./edge/core/zone-plan";
export * from "./edge/edge-cache-options";
export { EdgeHost } from "./edge/edge-host";
export * from "./edge/edge-host-props";
export { ICloudflareZone } from "./edge/zone-reference";
export { ApiFront } from "./front/api-front";
export * from "./front/api-front-props";
export { CacheKey, CacheKeyOptions, MappedCacheKeyOptions } from "./gateway/cache-key";
export { CachedRestApi } from "./gateway/cached-rest-api";
export * from "./gateway/cached-rest-api-props";
export * from "./gateway/options";
export { CognitoAuthorizerOptions, LambdaAuthorizerOptions, RestAuthorizer } from "./gateway/rest-authorizer";
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
export * from "./serverless/serverless-props";
export { ServerlessService } from "./serverless/serverless-service";
export { PortableStack } from "./stack/portable-stack";
export { TerraformModuleStack } from "./stack/terraform-module-stack";
export * from "./stack/terraform-module-stack-props";
