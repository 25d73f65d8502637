import { ArgoTieredCaching } from "@cdktf/provider-cloudflare/lib/argo-tiered-caching";
import { DataCloudflareZone } from "@cdktf/provider-cloudflare/lib/data-cloudflare-zone";
import { TieredCache } from "@cdktf/provider-cloudflare/lib/tiered-cache";
import { ZoneSetting } from "@cdktf/provider-cloudflare/lib/zone-setting";
import { TerraformProvider, TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { throwOnErrors } from "../rules/configuration-error";
import { Finding } from "../rules/finding";
import { duplicateRef } from "../rules/edge/duplicate-ref";
import { refusedValue } from "../rules/edge/refused-value";
import { settingDeclaredTwice } from "../rules/edge/setting-declared-twice";
import { zoneDeclaredTwice } from "../rules/edge/zone-declared-twice";
import { Shape, checkShape } from "../rules/input/shape";
import { normalizeHostname } from "../domain/core/hostname";
import { isUnknown } from "../stack/is-unknown";
import { logicalId } from "../stack/logical-id";
import { writeOut } from "../stack/references";
import { report } from "../stack/report";
import { CacheRuleProps, CloudflareZoneProps, RulesetOwnership, ZoneRuleProps } from "./cloudflare-zone-props";
import { CACHE_RULE_PROPS, CLOUDFLARE_ZONE_PROPS, PHASE, ZONE_RULE_PROPS } from "./cloudflare-zone-shapes";
import { PlainResource, ProtectedHost, checkResources } from "./core/check-resources";
import { checkFinishedZone, checkZone, existingRulesetProperty } from "./core/check-zone";
import { checkOwnCacheRule, checkOwnRule, checkPlannedLengths, planOwnCacheRule } from "./core/own-rule";
import { HostPlanner } from "./core/plan-host";
import { PlannedHost, RuleRank } from "./core/planned-rule";
import { PHASES, RulesetPhase } from "./core/ruleset-phase";
import { ZonePlan } from "./core/zone-plan";
import { markOurs, resourcesAround } from "./plain-resources";
import { claim, claimedBy } from "./zone-claims";
import { ICloudflareZone } from "./zone-reference";
import { ZoneRulesets } from "./zone-rulesets";

const ZONE = Symbol.for("cdktf-api-caching.CloudflareZone");

/**
 * A zone of Cloudflare. It collects the rules of every host and construct of the app that uses the zone, and makes one
 * `cloudflare_ruleset` of them for each phase, because a zone has no more.
 *
 * Throws a `ConfigurationError` that names every broken rule; warnings become one annotation.
 *
 * @see https://developers.cloudflare.com/ruleset-engine/about/rulesets/
 */
export class CloudflareZone extends Construct implements ICloudflareZone {
  /** Whether a value is a CloudflareZone, also one of another copy of this library. */
  public static isCloudflareZone(value: any): boolean {
    return typeof value === "object" && value !== null && ZONE in value;
  }

  /** The id of the zone. */
  public readonly zoneId: string;

  /** The name of the zone. */
  public readonly zoneName: string;

  /** The Cloudflare provider of the zone's resources. */
  public readonly cloudflareProvider?: TerraformProvider;

  /** @internal */
  public readonly _plan?: ZonePlan;

  /** @internal */
  public readonly _strictTls: boolean;

  /** @internal */
  public readonly _alwaysUseHttps: boolean;

  private readonly isExternal: boolean;
  private readonly existingRulesets: { readonly [property: string]: string | undefined };
  private readonly rulesets: ZoneRulesets;
  private readonly planner: HostPlanner;
  private readonly settings = new Map<string, { readonly value: string; readonly owner: string }>();
  private readonly hosts: ProtectedHost[] = [];
  private readonly references = new Map<string, string>();
  private readonly zoneSettings: ZoneSetting[] = [];
  private readonly stacks = new Set<TerraformStack>();
  private pageRules = 0;

  public constructor(scope: Construct, id: string, props: CloudflareZoneProps) {
    super(scope, id);
    Object.defineProperty(this, ZONE, { value: true });
    throwOnErrors(checkShape(props, CLOUDFLARE_ZONE_PROPS, "", isUnknown));
    this.isExternal = props.rulesets === RulesetOwnership.EXTERNAL;
    this.existingRulesets = { ...props.existingRulesets };
    const { zoneId, acknowledgements: reasons, ...rest } = props;
    const { existingRulesets, isExternal } = this;
    const zoneName = isUnknown(rest.zoneName) ? rest.zoneName : (normalizeHostname(rest.zoneName) ?? rest.zoneName);
    const findings = [
      ...checkZone({ zoneName, zoneId, isExternal, existingRulesets }, isUnknown),
      ...this.checkClaims(zoneName, zoneId),
    ];
    report(this, findings, { property: "acknowledgements", reasons });

    claim(this, "zone", zoneName);
    if (zoneId !== undefined) claim(this, "zoneId", zoneId);
    this.cloudflareProvider = props.cloudflareProvider;
    this.zoneName = zoneName;
    this.zoneId = props.zoneId ?? this.lookUp();
    this._plan = props.plan;
    this._strictTls = props.strictTls === true;
    this._alwaysUseHttps = props.alwaysUseHttps === true;
    this.rulesets = new ZoneRulesets(this, {
      zoneId: this.zoneId,
      provider: this.cloudflareProvider,
      isExternal: this.isExternal,
      existing: Object.fromEntries(PHASES.map((phase) => [phase, existingRulesets[existingRulesetProperty(phase)]])),
    });
    this.planner = new HostPlanner(this.rulesets.write, isUnknown);
    this.createSettings(props);
    this.node.addValidation({ validate: () => this.validate() });
  }

  /**
   * Adds a cache rule of your own. It stands after the rules of the hosts, so that it wins over them, and before what is
   * bypassed.
   */
  public addCacheRule(props: CacheRuleProps): void {
    checkProps(props, CACHE_RULE_PROPS);
    const { ref, expression, description, enabled = true, bypass, acknowledgements, ...settings } = props;
    const rule = { ref, expression, description, enabled, bypass, settings };
    const findings = [
      ...checkOwnCacheRule(rule, { plan: this._plan, isUnknown }),
      ...this.checkRef(RulesetPhase.CACHE, ref),
    ];
    report(this, findings, { property: "acknowledgements", reasons: acknowledgements });
    const rules = planOwnCacheRule(this.rulesets.write, rule);
    throwOnErrors(checkPlannedLengths(rules));
    for (const one of rules) this.rulesets.addOwn(one);
  }

  /** Adds a rule of your own, other than a cache rule, after the rules of the hosts. */
  public addRule(props: ZoneRuleProps): void {
    checkProps(props, ZONE_RULE_PROPS);
    const { phase, ref, expression, action, actionParameters, description = ref } = props;
    const findings = [
      ...(phase === RulesetPhase.CACHE
        ? refusedValue("phase", phase, "any phase but this one, whose rules addCacheRule takes")
        : []),
      ...checkOwnRule(ref, expression, this._plan, isUnknown),
      ...this.checkRef(phase, ref),
    ];
    report(this, findings, { property: "acknowledgements", reasons: props.acknowledgements });
    this.rulesets.addOwn({
      phase,
      ref,
      expression,
      description,
      action,
      parameters: actionParameters,
      rank: RuleRank.SPECIFIC,
    });
  }

  /**
   * The rules of a phase in their order, for a ruleset of your own: `ruleset.addOverride("rules", zone.rules(phase))`.
   * Only with `rulesets: RulesetOwnership.EXTERNAL`, and after every host and rule is declared.
   */
  public rules(phase: RulesetPhase): any[] {
    throwOnErrors(PHASE.check(phase, "phase", isUnknown));
    if (!this.isExternal) {
      throwOnErrors(refusedValue("rulesets", RulesetOwnership.MANAGED, "RulesetOwnership.EXTERNAL, to take the rules"));
    }
    return this.rulesets.take(phase);
  }

  /** @internal */
  public get _planner(): HostPlanner {
    return this.planner;
  }

  /**
   * The first one of all references that are written alike in a stack, so that rules with it can be shared.
   *
   * @internal
   */
  public _sameReference(scope: Construct, value: string): string {
    const key = `${TerraformStack.of(scope).node.path}:${String(writeOut(scope, value))}`;
    const first = this.references.get(key) ?? value;
    this.references.set(key, first);
    return first;
  }

  /**
   * Takes the rules of a host, and gives what has to be in place before the host is public.
   *
   * @internal
   */
  public _addHost(scope: Construct, host: PlannedHost, reliesOnZone: boolean): TerraformResource[] {
    this.stacks.add(TerraformStack.of(scope));
    const hasRule = host.rules.some(({ phase }) => phase === RulesetPhase.CONFIG);
    if (!host.isUnknown) this.hosts.push({ host: host.host, reliesOnZone, hasRule });
    return [...this.rulesets.addHost(host), ...this.zoneSettings];
  }

  /**
   * The number of a page rule of a host.
   *
   * @internal
   */
  public _addPageRule(): number {
    this.pageRules += 1;
    return this.pageRules;
  }

  /** @internal */
  public _checkSetting(settingId: string, value: string, property: string): Finding[] {
    const other = this.settings.get(settingId);
    if (other === undefined || other.value === value) return [];
    return settingDeclaredTwice(property, value, `${other.value}, set by ${other.owner}`);
  }

  /** @internal */
  public _setSetting(settingId: string, value: string, owner: Construct): void {
    if (this.settings.has(settingId)) return;
    this.settings.set(settingId, { value, owner: owner.node.path });
    const setting = new ZoneSetting(this, settingId, {
      zoneId: this.zoneId,
      settingId,
      // The binding takes it for an object; Cloudflare's settings are texts.
      value: value as never,
      provider: this.cloudflareProvider,
    });
    setting.overrideLogicalId(logicalId(this, settingId));
    this.zoneSettings.push(setting);
    markOurs(setting, { zone_id: this.zoneId, setting_id: settingId, value });
  }

  private lookUp(): string {
    const zone = new DataCloudflareZone(this, "zone", { provider: this.cloudflareProvider });
    zone.overrideLogicalId(logicalId(this));
    // The binding would render a block in HCL, where the provider has an attribute.
    zone.addOverride("filter", { name: this.zoneName });
    return zone.zoneId;
  }

  private checkClaims(zoneName: string, zoneId: string | undefined): Finding[] {
    const otherName = claimedBy(this, "zone", zoneName);
    if (otherName !== undefined) return zoneDeclaredTwice("zoneName", zoneName, otherName);
    const otherId = zoneId === undefined ? undefined : claimedBy(this, "zoneId", zoneId);
    return otherId === undefined ? [] : zoneDeclaredTwice("zoneId", zoneId!, otherId);
  }

  private createSettings({ tieredCache, alwaysUseHttps }: CloudflareZoneProps): void {
    if (this._strictTls) this._setSetting("ssl", "strict", this);
    if (alwaysUseHttps !== undefined) this._setSetting("always_use_https", alwaysUseHttps ? "on" : "off", this);
    if (tieredCache === undefined) return;
    const common = { zoneId: this.zoneId, value: tieredCache ? "on" : "off", provider: this.cloudflareProvider };
    const argo = new ArgoTieredCaching(this, "argo_tiered_caching", common);
    argo.overrideLogicalId(logicalId(this, "tiered_caching"));
    const smart = new TieredCache(this, "tiered_cache", { ...common, dependsOn: [argo] });
    smart.overrideLogicalId(logicalId(this, "tiered_cache"));
  }

  private checkRef(phase: RulesetPhase, ref: string): Finding[] {
    return this.rulesets.hasOwn(phase, ref) ? duplicateRef("ref", ref) : [];
  }

  private protectedHosts(): ProtectedHost[] {
    const zoneId = writeOut(this, this.zoneId);
    return this.hosts.map((host) => ({ ...host, zoneId }));
  }

  /** The configuration rules of the zone: one of the user's comes after those of the hosts, and wins. */
  private ownConfig(): PlainResource[] {
    const rules = this.isExternal ? [] : this.rulesets.rules(RulesetPhase.CONFIG);
    return [{ type: "cloudflare_ruleset", name: logicalId(this, "config"), attributes: { rules } }];
  }

  /** What can only be known at the end; thrown, so that a program can read it like every other finding. */
  private validate(): string[] {
    const phases = PHASES.map((phase) => ({
      phase,
      rules: this.rulesets.rules(phase),
      isTaken: this.rulesets.isTaken(phase),
      isLate: this.rulesets.isLate(phase),
    }));
    const { _plan: plan, isExternal, existingRulesets, pageRules } = this;
    throwOnErrors([
      ...checkFinishedZone({ plan, isExternal, existingRulesets, phases, pageRules }),
      ...checkResources(
        [...resourcesAround(TerraformStack.of(this), this.stacks), ...this.ownConfig()],
        isUnknown,
        this.protectedHosts(),
      ),
    ]);
    return [];
  }
}

function checkProps<T>(props: T, shape: Shape<T>): void {
  throwOnErrors(checkShape(props, shape, "", isUnknown));
}
