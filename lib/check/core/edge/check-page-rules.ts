import { NamedHost } from "../../../edge/core/host-test";
import { isTargetOf } from "../../../edge/core/page-rule-target";
import { isPageRuleOn } from "../../../edge/core/plain-rules";
import { Finding } from "../../../rules/finding";
import { implicitEdgeTtl } from "../../../rules/edge/implicit-edge-ttl";
import { overrideSharesCredentials } from "../../../rules/edge/override-shares-credentials";
import { unverifiedOrigin } from "../../../rules/edge/unverified-origin";
import { Found, foundIn } from "../found";
import { CheckedResource } from "../plain-configuration";
import { References } from "../references";
import { blockOf, isUnset, knownText } from "../values";

/** Checks what page rules keep of the answers of hosts of API Gateway: they cannot leave out requests with credentials. */
export function checkPageRules(
  rules: readonly CheckedResource[],
  hosts: readonly NamedHost[],
  references: References,
): Found[] {
  return rules.flatMap((rule) => {
    const target = references.text(rule.attributes.target);
    const isMeant = target !== undefined && hosts.some(({ host }) => host !== undefined && isTargetOf(target, host));
    return isMeant && isPageRuleOn(rule.attributes) === true ? foundIn(rule, checkActions(rule)) : [];
  });
}

function checkActions({ attributes }: CheckedResource): Finding[] {
  const {
    cache_level: level,
    edge_cache_ttl: ttl,
    cache_ttl_by_status: byStatus,
    ssl,
  } = blockOf(attributes.actions) ?? {};
  const mode = knownText(ssl);
  const overridden = isUnset(ttl) ? byStatus : ttl;
  return [
    ...(mode === undefined ? [] : unverifiedOrigin("actions.ssl", mode)),
    ...(level === "cache_everything"
      ? checkKept(isUnset(ttl) ? "cache_ttl_by_status" : "edge_cache_ttl", overridden)
      : []),
  ];
}

function checkKept(name: string, overridden: unknown): Finding[] {
  return isUnset(overridden)
    ? implicitEdgeTtl("actions.edge_cache_ttl", undefined)
    : overrideSharesCredentials(`actions.${name}`, overridden);
}
