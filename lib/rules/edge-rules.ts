import { Rule } from "./rule";
import { browserTtlOverrideRule } from "./edge/browser-ttl-override";
import { contradictingOptionsRule } from "./edge/contradicting-options";
import { defaultEndpointTargetRule } from "./edge/default-endpoint-target";
import { duplicateHostRule } from "./edge/duplicate-host";
import { duplicateRefRule } from "./edge/duplicate-ref";
import { existingRulesDeletedRule } from "./edge/existing-rules-deleted";
import { expressionSyntaxRule } from "./edge/expression-syntax";
import { hostOutsideZoneRule } from "./edge/host-outside-zone";
import { hostSyntaxRule } from "./edge/host-syntax";
import { hostTooDeepRule } from "./edge/host-too-deep";
import { implicitEdgeTtlRule } from "./edge/implicit-edge-ttl";
import { inactivePageRuleRule } from "./edge/inactive-page-rule";
import { insecureTlsModeRule } from "./edge/insecure-tls-mode";
import { maybeNotInPlanRule } from "./edge/maybe-not-in-plan";
import { methodInExpressionRule } from "./edge/method-in-expression";
import { methodNeverCachedRule } from "./edge/method-never-cached";
import { missingRefRule } from "./edge/missing-ref";
import { needsProxyRule } from "./edge/needs-proxy";
import { noHttpsRedirectRule } from "./edge/no-https-redirect";
import { notInPlanRule } from "./edge/not-in-plan";
import { overrideSharesCredentialsRule } from "./edge/override-shares-credentials";
import { pageRuleCannotRule } from "./edge/page-rule-cannot";
import { pathSyntaxRule } from "./edge/path-syntax";
import { proxiedTtlRule } from "./edge/proxied-ttl";
import { proxiedValidationRecordRule } from "./edge/proxied-validation-record";
import { refusedValueRule } from "./edge/refused-value";
import { ruleAfterReadRule } from "./edge/rule-after-read";
import { rulesNotUsedRule } from "./edge/rules-not-used";
import { secondPageRuleRule } from "./edge/second-page-rule";
import { secondRulesetRule } from "./edge/second-ruleset";
import { secretInTextRule } from "./edge/secret-in-text";
import { settingDeclaredTwiceRule } from "./edge/setting-declared-twice";
import { shadowedPathRule } from "./edge/shadowed-path";
import { tooManyRulesRule } from "./edge/too-many-rules";
import { ttlBelowPlanRule } from "./edge/ttl-below-plan";
import { unproxiedOriginCaRule } from "./edge/unproxied-origin-ca";
import { unverifiedOriginRule } from "./edge/unverified-origin";
import { zoneDeclaredTwiceRule } from "./edge/zone-declared-twice";
import { zoneIdRule } from "./edge/zone-id";

/** Every rule of `edge/`. */
export const EDGE_RULES: readonly Rule[] = [
  browserTtlOverrideRule,
  contradictingOptionsRule,
  defaultEndpointTargetRule,
  duplicateHostRule,
  duplicateRefRule,
  existingRulesDeletedRule,
  expressionSyntaxRule,
  hostOutsideZoneRule,
  hostSyntaxRule,
  hostTooDeepRule,
  implicitEdgeTtlRule,
  inactivePageRuleRule,
  insecureTlsModeRule,
  maybeNotInPlanRule,
  methodInExpressionRule,
  methodNeverCachedRule,
  missingRefRule,
  needsProxyRule,
  noHttpsRedirectRule,
  notInPlanRule,
  overrideSharesCredentialsRule,
  pageRuleCannotRule,
  pathSyntaxRule,
  proxiedTtlRule,
  proxiedValidationRecordRule,
  refusedValueRule,
  ruleAfterReadRule,
  rulesNotUsedRule,
  secondPageRuleRule,
  secondRulesetRule,
  secretInTextRule,
  settingDeclaredTwiceRule,
  shadowedPathRule,
  tooManyRulesRule,
  ttlBelowPlanRule,
  unproxiedOriginCaRule,
  unverifiedOriginRule,
  zoneDeclaredTwiceRule,
  zoneIdRule,
];
