import { Rule } from "./rule";
import { apiKeyHeaderNeedsRestApiRule } from "./domain/api-key-header-needs-rest-api";
import { apiRegionRule } from "./domain/api-region";
import { certificateRegionRule } from "./domain/certificate-region";
import { clientCertificateChainRule } from "./domain/client-certificate-chain";
import { clientCertificateExpiredRule } from "./domain/client-certificate-expired";
import { clientCertificateIsCaRule } from "./domain/client-certificate-is-ca";
import { clientCertificateKeyRule } from "./domain/client-certificate-key";
import { clientCertificatePartsRule } from "./domain/client-certificate-parts";
import { corsOriginRule } from "./domain/cors-origin";
import { declaredTwiceRule } from "./domain/declared-twice";
import { duplicateMappingRule } from "./domain/duplicate-mapping";
import { endpointTypeRule } from "./domain/endpoint-type";
import { executeApiEndpointKeptRule } from "./domain/execute-api-endpoint-kept";
import { executeApiEndpointOpenRule } from "./domain/execute-api-endpoint-open";
import { httpApiOnEdgeRule } from "./domain/http-api-on-edge";
import { httpApiWithoutResourcePolicyRule } from "./domain/http-api-without-resource-policy";
import { importIdRule } from "./domain/import-id";
import { lockNotDeployedRule } from "./domain/lock-not-deployed";
import { mappingKeyReservedRule } from "./domain/mapping-key-reserved";
import { mappingKeySyntaxRule } from "./domain/mapping-key-syntax";
import { mappingKeysDifferByCaseRule } from "./domain/mapping-keys-differ-by-case";
import { mappingShadowsPathRule } from "./domain/mapping-shadows-path";
import { multiLevelKeyOnEdgeRule } from "./domain/multi-level-key-on-edge";
import { mutualTlsOnEdgeRule } from "./domain/mutual-tls-on-edge";
import { nameSyntaxRule } from "./domain/name-syntax";
import { noMappingRule } from "./domain/no-mapping";
import { originCaOnEdgeRule } from "./domain/origin-ca-on-edge";
import { originPullsDeclaredTwiceRule } from "./domain/origin-pulls-declared-twice";
import { ownershipCertificateRule } from "./domain/ownership-certificate";
import { policyWidensIamRule } from "./domain/policy-widens-iam";
import { privateApiRule } from "./domain/private-api";
import { reservedPathRule } from "./domain/reserved-path";
import { resourceKindRule } from "./domain/resource-kind";
import { resourcePolicyNeedsDeclaredApiRule } from "./domain/resource-policy-needs-declared-api";
import { resourcePolicySetTwiceRule } from "./domain/resource-policy-set-twice";
import { securityPolicyRule } from "./domain/security-policy";
import { sharedClientCertificateRule } from "./domain/shared-client-certificate";
import { stageMissingRule } from "./domain/stage-missing";
import { tooManyMappingsRule } from "./domain/too-many-mappings";
import { truststoreRegionRule } from "./domain/truststore-region";
import { truststoreUriRule } from "./domain/truststore-uri";
import { websocketApiRule } from "./domain/websocket-api";
import { wildcardCertificateRule } from "./domain/wildcard-certificate";

/** Every rule of `domain/`. */
export const DOMAIN_RULES: readonly Rule[] = [
  apiKeyHeaderNeedsRestApiRule,
  apiRegionRule,
  certificateRegionRule,
  clientCertificateChainRule,
  clientCertificateExpiredRule,
  clientCertificateIsCaRule,
  clientCertificateKeyRule,
  clientCertificatePartsRule,
  corsOriginRule,
  declaredTwiceRule,
  duplicateMappingRule,
  endpointTypeRule,
  executeApiEndpointKeptRule,
  executeApiEndpointOpenRule,
  httpApiOnEdgeRule,
  httpApiWithoutResourcePolicyRule,
  importIdRule,
  lockNotDeployedRule,
  mappingKeyReservedRule,
  mappingKeySyntaxRule,
  mappingKeysDifferByCaseRule,
  mappingShadowsPathRule,
  multiLevelKeyOnEdgeRule,
  mutualTlsOnEdgeRule,
  nameSyntaxRule,
  noMappingRule,
  originCaOnEdgeRule,
  originPullsDeclaredTwiceRule,
  ownershipCertificateRule,
  policyWidensIamRule,
  privateApiRule,
  reservedPathRule,
  resourceKindRule,
  resourcePolicyNeedsDeclaredApiRule,
  resourcePolicySetTwiceRule,
  securityPolicyRule,
  sharedClientCertificateRule,
  stageMissingRule,
  tooManyMappingsRule,
  truststoreRegionRule,
  truststoreUriRule,
  websocketApiRule,
  wildcardCertificateRule,
];
