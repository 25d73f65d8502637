import { DnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";
import { PageRule } from "@cdktf/provider-cloudflare/lib/page-rule";
import { TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { CertificateSource } from "../domain/domain-certificate";
import { throwOnErrors } from "../rules/configuration-error";
import { Finding } from "../rules/finding";
import { duplicateHost } from "../rules/edge/duplicate-host";
import { checkShape } from "../rules/input/shape";
import { isUnknown } from "../stack/is-unknown";
import { logicalId } from "../stack/logical-id";
import { address, writeOut } from "../stack/references";
import { targetCertificate } from "../stack/target-certificates";
import { report } from "../stack/report";
import { CloudflareZone } from "./cloudflare-zone";
import { HostPlan } from "./core/plan-host";
import { pageRuleTarget } from "./core/page-rule";
import { StrictTls } from "./core/strict-tls";
import { EdgeHostProps } from "./edge-host-props";
import { EDGE_HOST_PROPS } from "./edge-host-shapes";
import { markOurs } from "./plain-resources";
import { renderText } from "./render-text";
import { checkSecret } from "./secret";
import { claim, claimedBy } from "./zone-claims";

/**
 * One public host name at Cloudflare: its proxied record, Full (strict) TLS to the origin, the redirect from http to
 * https, and its cache rules, which the {@link CloudflareZone} puts into the rulesets of the zone.
 *
 * Throws a `ConfigurationError` that names every broken rule; warnings become one annotation.
 *
 * @see https://developers.cloudflare.com/cache/how-to/cache-rules/
 */
export class EdgeHost extends Construct {
  /** The host name, in lower case and as punycode. */
  public readonly host: string;

  /** The `cloudflare_dns_record`. */
  public readonly record: TerraformResource;

  /** The `cloudflare_page_rule`, with `StrictTls.PAGE_RULE`. */
  public readonly pageRule?: TerraformResource;

  public constructor(scope: Construct, id: string, props: EdgeHostProps) {
    super(scope, id);
    throwOnErrors(checkShape(props, EDGE_HOST_PROPS, "", isUnknown));
    const { zone } = props;
    const plan = zone._planner.plan(inputOf(this, props));
    const findings = [
      ...plan.findings,
      ...this.checkClaim(plan.host),
      ...this.checkSecret(props),
      ...checkSetting(plan, zone),
    ];
    report(this, findings, { property: "acknowledgements", reasons: props.acknowledgements });

    claim(this, "host", plan.host);
    this.host = plan.host;
    this.record = this.createRecord(plan, props);
    if (plan.pageRule !== undefined) this.pageRule = this.createPageRule(plan.pageRule, props);
    if (!plan.proxied) return;
    if (plan.strictTls === StrictTls.ZONE) zone._setSetting("ssl", plan.sslMode, this);
    const isUnknownHost = isUnknown(plan.host);
    const refBase = isUnknownHost ? logicalId(this) : plan.host.replace(/\./g, "_");
    const reliesOnZone = plan.strictTls === StrictTls.ZONE || plan.strictTls === StrictTls.EXTERNAL;
    const planned = { host: plan.host, isUnknown: isUnknownHost, refBase, rules: plan.rules };
    const first = zone._addHost(this, planned, reliesOnZone);
    // A host that is public before its TLS mode is set does not reach API Gateway.
    const isSameStack = TerraformStack.of(zone) === TerraformStack.of(this);
    const before = [...(isSameStack ? first : []), ...(this.pageRule === undefined ? [] : [this.pageRule])];
    if (before.length > 0) this.record.dependsOn = before.map(address);
  }

  private createRecord(plan: HostPlan, props: EdgeHostProps): TerraformResource {
    const record = new DnsRecord(this, "record", {
      zoneId: props.zone.zoneId,
      name: plan.host,
      type: "CNAME",
      content: props.target,
      proxied: plan.proxied,
      ttl: plan.proxied ? 1 : (props.ttlSeconds ?? 1),
      comment: props.comment === undefined ? undefined : renderText(props.comment),
      tags: props.recordTags?.length === 0 ? undefined : props.recordTags,
      provider: this.providerOf(props),
    });
    record.overrideLogicalId(logicalId(this));
    markOurs(record);
    return record;
  }

  private createPageRule(actions: HostPlan["pageRule"], props: EdgeHostProps): TerraformResource {
    const { zone } = props;
    const number = zone._addPageRule();
    const target = pageRuleTarget(this.host);
    const pageRule = new PageRule(this, "page-rule", {
      zoneId: zone.zoneId,
      target,
      priority: props.pageRulePriority ?? number,
      status: "active",
      // Overridden below.
      actions: undefined as never,
      provider: this.providerOf(props),
    });
    pageRule.overrideLogicalId(logicalId(this));
    // The binding would render a block in HCL, where the provider has an attribute.
    pageRule.addOverride("actions", actions);
    markOurs(pageRule, { zone_id: zone.zoneId, target, status: "active" });
    return pageRule;
  }

  private providerOf({ zone, cloudflareProvider }: EdgeHostProps) {
    const isSameStack = TerraformStack.of(zone) === TerraformStack.of(this);
    return cloudflareProvider ?? (isSameStack ? zone.cloudflareProvider : undefined);
  }

  private checkClaim(host: string): Finding[] {
    const other = claimedBy(this, "host", host);
    return other === undefined ? [] : duplicateHost("host", host, other);
  }

  private checkSecret({ originSecretHeader }: EdgeHostProps): Finding[] {
    return originSecretHeader === undefined
      ? []
      : checkSecret(this, "originSecretHeader.value", originSecretHeader.value);
  }
}

function inputOf(scope: Construct, { zone, target, originSecretHeader: header, ...props }: EdgeHostProps) {
  const originSecretHeader = header && { ...header, value: zone._sameReference(scope, header.value) };
  const { zoneName: name, _plan: plan, _strictTls: strictTls, _alwaysUseHttps: alwaysUseHttps } = zone;
  return {
    ...props,
    certificateSource: props.certificateSource ?? (targetCertificate(scope, target) as CertificateSource | undefined),
    originSecretHeader,
    target: isUnknown(target) ? String(writeOut(scope, target)) : target,
    zone: { name, plan, strictTls, alwaysUseHttps },
  };
}

function checkSetting({ proxied, strictTls, sslMode }: HostPlan, zone: CloudflareZone): Finding[] {
  return proxied && strictTls === StrictTls.ZONE ? zone._checkSetting("ssl", sslMode, "sslMode") : [];
}
