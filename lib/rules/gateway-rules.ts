import { Rule } from "./rule";
import { bodyKeyUnmappedRule } from "./gateway/body-key-unmapped";
import { bodyNotInKeyRule } from "./gateway/body-not-in-key";
import { cachedByDefaultRule } from "./gateway/cached-by-default";
import { cachedMethodsWithoutAnyRule } from "./gateway/cached-methods-without-any";
import { caseDuplicateHeadersRule } from "./gateway/case-duplicate-headers";
import { clusterSetTwiceRule } from "./gateway/cluster-set-twice";
import { clusterSizeRule } from "./gateway/cluster-size";
import { clusterWithoutSizeRule } from "./gateway/cluster-without-size";
import { corsCredentialsRule } from "./gateway/cors-credentials";
import { corsValueRule } from "./gateway/cors-value";
import { documentHasOperationRule } from "./gateway/document-has-operation";
import { documentInvalidRule } from "./gateway/document-invalid";
import { duplicateAuthorizerRule } from "./gateway/duplicate-authorizer";
import { duplicateEndpointRule } from "./gateway/duplicate-endpoint";
import { duplicateKeyRule } from "./gateway/duplicate-key";
import { duplicatePreflightRule } from "./gateway/duplicate-preflight";
import { endpointNotInDocumentRule } from "./gateway/endpoint-not-in-document";
import { falseNeedsSecondApplyRule } from "./gateway/false-needs-second-apply";
import { httpApiCannotCacheRule } from "./gateway/http-api-cannot-cache";
import { identityNotInKeyRule } from "./gateway/identity-not-in-key";
import { integrationMissingRule } from "./gateway/integration-missing";
import { refusedValueRule } from "./gateway/refused-value";
import { keyNotDeclaredRule } from "./gateway/key-not-declared";
import { keyPathParameterUnknownRule } from "./gateway/key-path-parameter-unknown";
import { keySyntaxRule } from "./gateway/key-syntax";
import { keysAwaitOwnerRule } from "./gateway/keys-await-owner";
import { keysWithoutDeploymentRule } from "./gateway/keys-without-deployment";
import { keysWithoutMethodRule } from "./gateway/keys-without-method";
import { loggingLevelRule } from "./gateway/logging-level";
import { multiValueKeyRule } from "./gateway/multi-value-key";
import { noCachedEndpointRule } from "./gateway/no-cached-endpoint";
import { originNotInKeyRule } from "./gateway/origin-not-in-key";
import { pathMismatchRule } from "./gateway/path-mismatch";
import { pathNotLiteralRule } from "./gateway/path-not-literal";
import { pathSyntaxRule } from "./gateway/path-syntax";
import { requestParameterSyntaxRule } from "./gateway/request-parameter-syntax";
import { requiredNotValidatedRule } from "./gateway/required-not-validated";
import { settingWithoutClusterRule } from "./gateway/setting-without-cluster";
import { settingWithoutMethodRule } from "./gateway/setting-without-method";
import { settingWithoutOrderRule } from "./gateway/setting-without-order";
import { settingWithoutThrottleRule } from "./gateway/setting-without-throttle";
import { sharedCacheNamespaceRule } from "./gateway/shared-cache-namespace";
import { siblingPathParametersRule } from "./gateway/sibling-path-parameters";
import { stageCachedTwiceRule } from "./gateway/stage-cached-twice";
import { stageNameRule } from "./gateway/stage-name";
import { stageSettingsUnknownRule } from "./gateway/stage-settings-unknown";
import { throttlingRule } from "./gateway/throttling";
import { ttlOutOfRangeRule } from "./gateway/ttl-out-of-range";
import { ttlZeroRule } from "./gateway/ttl-zero";
import { unauthorizedStrategyRule } from "./gateway/unauthorized-strategy";
import { unkeyedPathParameterRule } from "./gateway/unkeyed-path-parameter";
import { verbSyntaxRule } from "./gateway/verb-syntax";

/** Every rule of `gateway/`. */
export const GATEWAY_RULES: readonly Rule[] = [
  bodyKeyUnmappedRule,
  bodyNotInKeyRule,
  cachedByDefaultRule,
  cachedMethodsWithoutAnyRule,
  caseDuplicateHeadersRule,
  clusterSetTwiceRule,
  clusterSizeRule,
  clusterWithoutSizeRule,
  corsCredentialsRule,
  corsValueRule,
  documentHasOperationRule,
  documentInvalidRule,
  duplicateAuthorizerRule,
  duplicateEndpointRule,
  duplicateKeyRule,
  duplicatePreflightRule,
  endpointNotInDocumentRule,
  falseNeedsSecondApplyRule,
  httpApiCannotCacheRule,
  identityNotInKeyRule,
  integrationMissingRule,
  refusedValueRule,
  keyNotDeclaredRule,
  keyPathParameterUnknownRule,
  keySyntaxRule,
  keysAwaitOwnerRule,
  keysWithoutDeploymentRule,
  keysWithoutMethodRule,
  loggingLevelRule,
  multiValueKeyRule,
  noCachedEndpointRule,
  originNotInKeyRule,
  pathMismatchRule,
  pathNotLiteralRule,
  pathSyntaxRule,
  requestParameterSyntaxRule,
  requiredNotValidatedRule,
  settingWithoutClusterRule,
  settingWithoutMethodRule,
  settingWithoutOrderRule,
  settingWithoutThrottleRule,
  sharedCacheNamespaceRule,
  siblingPathParametersRule,
  stageCachedTwiceRule,
  stageNameRule,
  stageSettingsUnknownRule,
  throttlingRule,
  ttlOutOfRangeRule,
  ttlZeroRule,
  unauthorizedStrategyRule,
  unkeyedPathParameterRule,
  verbSyntaxRule,
];
