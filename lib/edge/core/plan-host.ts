import { CertificateSource } from "../../domain/domain-certificate";
import { normalizeHostname } from "../../domain/core/hostname";
import { Finding, Severity } from "../../rules/finding";
import { IsUnknown } from "../../rules/known";
import { expressionSyntax } from "../../rules/edge/expression-syntax";
import { noHttpsRedirect } from "../../rules/edge/no-https-redirect";
import { overrideSharesCredentialsRule } from "../../rules/edge/override-shares-credentials";
import { refusedValue } from "../../rules/edge/refused-value";
import { EdgeCacheOptions } from "../edge-cache-options";
import { planCacheRules } from "./cache-rules";
import { checkHeaderName } from "./check-cache";
import { checkHost } from "./check-host";
import { checkHostCache } from "./check-host-cache";
import { checkTlsMode } from "./check-tls";
import { ExpressionWriter, LONGEST_EXPRESSION } from "./expression";
import { headerRule, redirectRule, tlsRule } from "./host-rules";
import { checkPageRuleCache, pageRuleActions } from "./page-rule";
import { PlannedRule } from "./planned-rule";
import { hostExpression } from "./rule-collection";
import { EdgeCertificate, StrictTls } from "./strict-tls";
import { ZonePlan } from "./zone-plan";

/** What the plan of a host is made from. */
export interface HostInput {
  readonly host: string;
  /** The target as it is written in Terraform. */
  readonly target: string;
  readonly proxied?: boolean;
  readonly ttlSeconds?: number;
  readonly strictTls?: StrictTls;
  readonly sslMode?: string;
  readonly httpsRedirect?: boolean;
  readonly edgeCertificate?: EdgeCertificate;
  readonly cache?: EdgeCacheOptions;
  readonly originSecretHeader?: { readonly name: string; readonly value: string };
  readonly certificateSource?: CertificateSource;
  readonly pageRulePriority?: number;
  readonly zone: {
    readonly name: string;
    readonly plan?: ZonePlan;
    readonly strictTls?: boolean;
    readonly alwaysUseHttps?: boolean;
  };
}

/** What a host needs at Cloudflare besides its record. */
export interface HostPlan {
  readonly findings: readonly Finding[];
  /** The name in its one form. */
  readonly host: string;
  readonly proxied: boolean;
  readonly strictTls: StrictTls;
  readonly sslMode: string;
  /** Empty where something is wrong. */
  readonly rules: readonly PlannedRule[];
  readonly pageRule?: { readonly [action: string]: unknown };
}

/** Decides what the hosts of one zone need, and finds what is wrong with them. */
export class HostPlanner {
  private readonly known = new Map<string, OptionsPlan>();

  public constructor(
    private readonly write: ExpressionWriter,
    private readonly isUnknown: IsUnknown,
  ) {}

  public plan(input: HostInput): HostPlan {
    const about = readHost(input, this.isUnknown);
    const { host, proxied, strictTls, sslMode } = about;
    const facts = { ...about, ...input, proxied, zoneName: input.zone.name, edgeOptions: edgeOptions(input) };
    const ownFindings = checkHost(facts, this.isUnknown);
    if (!proxied) return { ...about, findings: ownFindings, rules: [] };
    const options = this.planOptions(input, strictTls, sslMode);
    const lengths = ownFindings.length === 0 ? checkLengths(this.write, host, options.rules) : [];
    return { ...about, ...options, findings: [...ownFindings, ...options.findings, ...lengths] };
  }

  /** Hosts with the same options have the same rules, as the same objects. */
  private planOptions(input: HostInput, strictTls: StrictTls, sslMode: string): OptionsPlan {
    const { zone, cache, httpsRedirect, originSecretHeader, pageRulePriority } = input;
    const { name: _, ...ofZone } = zone;
    const key = JSON.stringify([
      ofZone,
      strictTls,
      sslMode,
      cache,
      httpsRedirect,
      originSecretHeader,
      pageRulePriority,
    ]);
    const known = this.known.get(key) ?? planOptions(input, strictTls, sslMode, this.write, this.isUnknown);
    this.known.set(key, known);
    return known;
  }
}

/** What follows from the options of a host, whatever its name is. */
type OptionsPlan = Pick<HostPlan, "findings" | "rules" | "pageRule">;

function planOptions(
  input: HostInput,
  strictTls: StrictTls,
  sslMode: string,
  write: ExpressionWriter,
  isUnknown: IsUnknown,
): OptionsPlan {
  const findings = checkProxied(input, strictTls, sslMode, isUnknown);
  const isWrong = findings.some(
    ({ rule, severity }) => severity === Severity.ERROR && rule !== overrideSharesCredentialsRule.id,
  );
  if (isWrong) return { findings, rules: [] };
  return {
    findings,
    rules: planRules(input, strictTls, sslMode, write),
    pageRule:
      strictTls === StrictTls.PAGE_RULE ? pageRuleActions(sslMode, input.cache ?? {}, input.zone.plan) : undefined,
  };
}

function readHost({ proxied = true, sslMode = "strict", ...input }: HostInput, isUnknown: IsUnknown) {
  const zoneIsStrict = input.zone.strictTls === true && sslMode === "strict";
  const { edgeCertificate = EdgeCertificate.UNIVERSAL } = input;
  return {
    host: isUnknown(input.host) ? input.host : (normalizeHostname(input.host) ?? input.host),
    proxied,
    sslMode,
    strictTls: input.strictTls ?? (zoneIsStrict ? StrictTls.ZONE : StrictTls.HOST),
    hasUniversalCertificate: edgeCertificate === EdgeCertificate.UNIVERSAL,
  };
}

function planRules(
  { httpsRedirect, zone, originSecretHeader, cache = {} }: HostInput,
  strictTls: StrictTls,
  sslMode: string,
  write: ExpressionWriter,
): PlannedRule[] {
  return [
    ...(strictTls === StrictTls.HOST ? [tlsRule(sslMode)] : []),
    ...(httpsRedirect !== false && zone.alwaysUseHttps !== true ? [redirectRule(write)] : []),
    ...(originSecretHeader ? [headerRule(originSecretHeader.name, originSecretHeader.value)] : []),
    ...(strictTls === StrictTls.PAGE_RULE ? [] : planCacheRules(write, cache)),
  ];
}

function checkProxied(input: HostInput, tls: StrictTls, sslMode: string, isUnknown: IsUnknown): Finding[] {
  const { zone, cache = {}, originSecretHeader, pageRulePriority, httpsRedirect } = input;
  const usesPageRule = tls === StrictTls.PAGE_RULE;
  return [
    ...checkTlsMode("sslMode", sslMode, zone.plan, tls === StrictTls.ZONE),
    ...(httpsRedirect === false && zone.alwaysUseHttps !== true ? noHttpsRedirect("httpsRedirect") : []),
    ...checkHostCache(cache, "cache.", { plan: zone.plan, isUnknown }),
    ...(usesPageRule ? checkPageRuleCache(cache, "cache.", { plan: zone.plan, isUnknown }) : []),
    ...(originSecretHeader ? checkSecretHeaderName(originSecretHeader.name) : []),
    ...(pageRulePriority === undefined ? [] : checkPriority(pageRulePriority, usesPageRule, isUnknown)),
  ];
}

/** Cloudflare keeps these to itself. */
const RESERVED_HEADERS =
  /^(cf-|x-cf-|(host|cookie|x-forwarded-for|x-forwarded-proto|true-client-ip|x-real-ip|accept-encoding|connection|content-length)$)/i;

function checkSecretHeaderName(name: string): Finding[] {
  const property = "originSecretHeader.name";
  if (RESERVED_HEADERS.test(name)) return refusedValue(property, name, "a header of your own, such as X-Origin-Secret");
  return checkHeaderName(property, name);
}

function checkPriority(priority: number, usesPageRule: boolean, isUnknown: IsUnknown): Finding[] {
  if (!usesPageRule) return refusedValue("pageRulePriority", priority, "none, unless strictTls is StrictTls.PAGE_RULE");
  if (isUnknown(priority) || (Number.isInteger(priority) && priority >= 1)) return [];
  return refusedValue("pageRulePriority", priority, "a whole number from 1");
}

/** What would do nothing if requests did not go through Cloudflare. */
function edgeOptions(input: HostInput): [string, unknown][] {
  const options: [string, unknown][] = [
    ["strictTls", input.strictTls],
    ["sslMode", input.sslMode],
    ["httpsRedirect", input.httpsRedirect === false ? undefined : input.httpsRedirect],
    ["edgeCertificate", input.edgeCertificate],
    ["cache", input.cache],
    ["originSecretHeader", input.originSecretHeader?.name],
    ["pageRulePriority", input.pageRulePriority],
  ];
  return options.filter(([, value]) => value !== undefined);
}

function checkLengths(write: ExpressionWriter, host: string, rules: readonly PlannedRule[]): Finding[] {
  return rules.flatMap(({ condition = "", description }) => {
    if (host.length + condition.length < LONGEST_EXPRESSION / 2) return [];
    const expression = hostExpression(write, [host], condition);
    return expression.length > LONGEST_EXPRESSION
      ? expressionSyntax("cache", expression, `the rule "${description}" needs ${expression.length}`)
      : [];
  });
}
