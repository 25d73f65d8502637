import { acknowledge } from "../../rules/acknowledgement";
import { ACKNOWLEDGEABLE_IDS } from "../../rules/catalogue";
import { Finding } from "../../rules/finding";
import { cachedMethodsWithoutAny } from "../../rules/gateway/cached-methods-without-any";
import { duplicateEndpoint } from "../../rules/gateway/duplicate-endpoint";
import { falseNeedsSecondApply } from "../../rules/gateway/false-needs-second-apply";
import { pathNotLiteral } from "../../rules/gateway/path-not-literal";
import { pathSyntax } from "../../rules/gateway/path-syntax";
import { sharedCacheNamespace, verbsShareNamespace } from "../../rules/gateway/shared-cache-namespace";
import { ttlZero } from "../../rules/gateway/ttl-zero";
import { verbSyntax } from "../../rules/gateway/verb-syntax";
import { whenKnown } from "../../rules/known";
import { checkKeyCoverage, checkKeys, checkRequiredKeys } from "./check-keys";
import { checkLayer, checkNotSentOverStage, checkThrottling } from "./check-settings";
import { Endpoint, planBlock, planKeys } from "./endpoint-block";
import { HTTP_VERBS, HttpVerb, MethodVerb, isHttpVerb, parseVerb } from "./http-verb";
import { EndpointCacheInput, EndpointInput, PlanInput, StageInput, StageOwnership } from "./plan-input";
import { ResourcePath, parseResourcePath } from "./resource-path";
import { ResolvedSettings, resolveEndpointSettings, saysMonitoring, withoutDefaultEncryption } from "./settings";

const CACHED_METHODS_OF_ANY: readonly HttpVerb[] = ["GET"];

/** Reads every endpoint of a stage: where it is, what it ends up with, and what is wrong with it. */
export function readEndpoints(input: PlanInput, on: boolean): { endpoints: Endpoint[]; findings: Finding[] } {
  const located = input.endpoints.map((endpoint, index) => locate(endpoint, index, input));
  const first = new Map<string, EndpointInput>();
  const endpoints: Endpoint[] = [];
  const findings: Finding[] = [];
  const named = new Set(located.map(({ path, verb }) => `${verb} ${path?.text}`));
  const namespaces = new Map<string, string>();
  for (const { endpoint, index, path, verb, problems } of located) {
    const own: Finding[] = [...problems];
    if (path !== undefined && verb !== undefined) {
      const name = `${verb} ${path.text}`;
      const other = first.get(name);
      first.set(name, other ?? endpoint);
      if (other !== undefined) own.push(...duplicateEndpoint(endpoint.property, name, other.property));
      const result = readEndpoint(input, endpoint, index, path, verb, on, named);
      own.push(...result.findings);
      if (other === undefined) {
        endpoints.push(result.endpoint);
        own.push(...checkNamespace(result.endpoint, namespaces));
      }
    }
    findings.push(...acknowledgeOwn(endpoint, own));
  }
  return { endpoints, findings };
}

function acknowledgeOwn(endpoint: EndpointInput, findings: Finding[]): Finding[] {
  const reasons = endpoint.cache?.acknowledgements;
  if (reasons === undefined) return findings;
  return acknowledge(
    findings,
    { property: `${endpoint.optionsPrefix}acknowledgements`, reasons },
    () => ACKNOWLEDGEABLE_IDS,
  );
}

interface Located {
  readonly endpoint: EndpointInput;
  readonly index: number;
  readonly path?: ResourcePath;
  readonly verb?: MethodVerb;
  readonly problems: readonly Finding[];
}

function locate(endpoint: EndpointInput, index: number, { isUnknown }: PlanInput): Located {
  const { verbProperty, pathProperty } = endpoint;
  const verb = isUnknown(endpoint.verb) ? undefined : parseVerb(endpoint.verb);
  const problems = verb === undefined ? verbSyntax(verbProperty, endpoint.verb, [...HTTP_VERBS, "ANY"]) : [];
  if (endpoint.path === undefined || isUnknown(endpoint.path)) {
    return { endpoint, index, verb, problems: [...problems, ...pathNotLiteral(pathProperty, endpoint.path)] };
  }
  const { path, problem } = parseResourcePath(endpoint.path);
  if (path === undefined) problems.push(...pathSyntax(pathProperty, endpoint.path, problem));
  return { endpoint, index, path, verb, problems };
}

function readEndpoint(
  { stage, ownership, isUnknown }: PlanInput,
  input: EndpointInput,
  index: number,
  path: ResourcePath,
  verb: MethodVerb,
  on: boolean,
  named: ReadonlySet<string>,
): { endpoint: Endpoint; findings: Finding[] } {
  const cache = input.cache ?? {};
  const settings = resolveSettings(stage, cache, ownership);
  const cached = on && input.cache !== undefined && (cache.enabled ?? true);
  const { verbs, problems } = decideVerbs(input, path, verb, named);
  const endpoint = { index, input, path, verb, verbs, cached, settings };
  if (input.cache === undefined) return { endpoint, findings: [] };
  const prefix = input.optionsPrefix;
  const findings = [
    ...problems,
    ...checkLayer(cache, prefix, isUnknown),
    ...(saysMonitoring(cache) ? checkThrottling(settings, prefix, isUnknown) : []),
    ...checkKeys(input, path),
  ];
  if (cached) {
    findings.push(
      ...whenKnown(settings.ttlSeconds, isUnknown, (ttl) => ttlZero(`${prefix}ttlSeconds`, ttl)),
      ...checkKeyCoverage(input, path, verbs),
      ...checkRequiredKeys(input),
      ...(verbs.length > 1 ? verbsShareNamespace(`${prefix}cachedMethods`, verbs) : []),
    );
  }
  if (planBlock(endpoint, ownership) !== undefined) findings.push(...checkNotSent(endpoint, stage, ownership));
  return { endpoint, findings };
}

function resolveSettings(stage: StageInput, cache: EndpointCacheInput, ownership: StageOwnership): ResolvedSettings {
  const settings = resolveEndpointSettings(stage, cache, cache.inheritStageSettings ?? true);
  return ownership === "new" ? settings : withoutDefaultEncryption(settings, stage, cache);
}

/** What the provider does not send of a new setting, so that the stage's value holds. */
function checkNotSent({ input, cached, settings }: Endpoint, stage: StageInput, ownership: StageOwnership): Finding[] {
  const prefix = input.optionsPrefix;
  const isSharedCache = ownership === "shared" && cached;
  return [
    ...checkNotSentOverStage(settings, stage, prefix),
    ...(isSharedCache && settings.dataEncrypted === false
      ? falseNeedsSecondApply(`${prefix}dataEncrypted`, false, "the owner's value")
      : []),
  ];
}

/** For `ANY` the verbs that are cached, without those that another endpoint of the same path names. */
function decideVerbs(
  { cache, method, optionsPrefix, property }: EndpointInput,
  path: ResourcePath,
  verb: MethodVerb,
  named: ReadonlySet<string>,
): { verbs: readonly HttpVerb[]; problems: Finding[] } {
  const chosen = cache?.cachedMethods;
  if (verb !== "ANY") {
    const problems =
      chosen === undefined
        ? []
        : cachedMethodsWithoutAny(`${optionsPrefix}cachedMethods`, chosen, `${verb} (${property})`);
    return { verbs: [verb], problems };
  }
  const parsed = (chosen ?? CACHED_METHODS_OF_ANY).map((text) => text.toUpperCase());
  const problems = parsed.flatMap((text, index) =>
    isHttpVerb(text) ? [] : verbSyntax(`${optionsPrefix}cachedMethods[${index}]`, chosen?.[index], HTTP_VERBS),
  );
  const verbs = [...new Set(parsed.filter(isHttpVerb))].filter(
    (text) => !named.has(`${text} ${path.text}`) && !method.siblingVerbs?.includes(text),
  );
  return { verbs, problems };
}

/** @param first the property of the first cached endpoint of each namespace */
function checkNamespace(endpoint: Endpoint, first: Map<string, string>): Finding[] {
  if (!endpoint.cached) return [];
  const property = `${endpoint.input.optionsPrefix}cacheNamespace`;
  return planKeys(endpoint, true, "new").flatMap(({ namespace }) => {
    const other = first.get(namespace);
    first.set(namespace, other ?? property);
    return other === undefined ? [] : sharedCacheNamespace(property, namespace, other);
  });
}
