import { Finding } from "../../rules/finding";
import { clusterSize } from "../../rules/gateway/cluster-size";
import { noCachedEndpoint } from "../../rules/gateway/no-cached-endpoint";
import { whenKnown } from "../../rules/known";
import { checkLayer, checkThrottling } from "./check-settings";
import { Endpoint, PlannedKeys, planBlock, planKeys } from "./endpoint-block";
import { endpointId } from "./endpoint-id";
import { keySources } from "./key-sources";
import { methodPath } from "./method-path";
import { PlanInput, StageInput, StageOwnership } from "./plan-input";
import { readEndpoints } from "./read-endpoints";
import { resolveStageSettings, saysMonitoring, withoutDefaultEncryption } from "./settings";
import { SettingsBlock, stageDefaultsBlock, uncachedBlock } from "./settings-block";

/** One `aws_api_gateway_method_settings`. */
export interface PlannedMethod {
  readonly id: string;
  readonly methodPath: string;
  readonly cached: boolean;
  readonly block: SettingsBlock;
}

/** What tells the cached answers of one endpoint apart. */
export interface CachedEndpoint {
  readonly property: string;
  readonly path: string;
  readonly verbs: readonly string[];
  /** `method.request.header.Accept-Language`, `context.authorizer.principalId`. */
  readonly keySources: readonly string[];
}

export interface StageCachePlan {
  /** Undefined where the cluster is somebody else's. */
  readonly cluster?: { readonly enabled: boolean; readonly size?: string };
  /** What is said of every method that has no setting of its own. */
  readonly stageDefaults?: SettingsBlock;
  readonly methods: readonly PlannedMethod[];
  readonly keys: readonly PlannedKeys[];
  /** Asked for only where another cache stands in front. */
  cachedEndpoints(): CachedEndpoint[];
  readonly findings: readonly Finding[];
}

export const DEFAULT_CLUSTER_SIZE = "0.5";

/** Decides everything about the cache of one stage: what is rendered, and what is wrong with it. */
export function planStageCache(input: PlanInput): StageCachePlan {
  const { stage, ownership } = input;
  const on = stage.enabled ?? true;
  const { endpoints, findings } = readEndpoints(input, on);
  const isOwner = ownership !== "shared";
  return {
    cluster: isOwner ? planCluster(stage, on) : undefined,
    stageDefaults: isOwner ? planStageDefaults(stage, on, ownership, endpoints) : undefined,
    methods: endpoints.flatMap((endpoint) => planMethods(endpoint, ownership)),
    keys: endpoints.flatMap((endpoint) => planKeys(endpoint, on, ownership)),
    cachedEndpoints: () => endpoints.filter(({ cached }) => cached).map(cachedEndpoint),
    findings: [
      ...checkStage(input),
      ...findings,
      ...(isOwner && on ? checkAnyCached(endpoints, input.stagePrefix) : []),
    ],
  };
}

function cachedEndpoint({ input, path, verbs }: Endpoint): CachedEndpoint {
  const sources = keySources(input.cache?.keys ?? [], input.method);
  return { property: input.property, path: path.text, verbs, keySources: [...sources] };
}

function checkStage({ stage, stagePrefix, ownership, isUnknown }: PlanInput): Finding[] {
  const size = ownership === "shared" ? undefined : stage.clusterSize;
  return [
    ...checkLayer(stage, stagePrefix, isUnknown),
    ...checkThrottling(stage, stagePrefix, isUnknown),
    ...whenKnown(size, isUnknown, (text) => clusterSize(`${stagePrefix}clusterSize`, text)),
  ];
}

function checkAnyCached(endpoints: readonly Endpoint[], stagePrefix: string): Finding[] {
  const isCached = endpoints.some(({ cached, verbs }) => cached && verbs.length > 0);
  return isCached ? [] : noCachedEndpoint(`${stagePrefix}enabled`);
}

function planCluster(stage: StageInput, on: boolean): StageCachePlan["cluster"] {
  return on ? { enabled: true, size: stage.clusterSize ?? DEFAULT_CLUSTER_SIZE } : { enabled: false };
}

/** With the cache off, what the stage says of CloudWatch and throttling stays: it is no part of the cache. */
function planStageDefaults(
  stage: StageInput,
  on: boolean,
  ownership: StageOwnership,
  endpoints: readonly Endpoint[],
): SettingsBlock | undefined {
  const isNew = ownership === "new";
  const resolved = resolveStageSettings(stage);
  const settings = isNew ? resolved : withoutDefaultEncryption(resolved, stage);
  if (!on) return saysMonitoring(stage) ? uncachedBlock(settings) : undefined;
  return stageDefaultsBlock(settings, defaultEncryption(settings.dataEncrypted, endpoints), isNew);
}

/** A value that only Terraform knows stays as it is, unless an endpoint may have another one that is false. */
function defaultEncryption(said: boolean | undefined, endpoints: readonly Endpoint[]): boolean | undefined {
  if (said === undefined) return undefined;
  const mayBePlain = ({ cached, settings: { dataEncrypted } }: Endpoint) =>
    cached && dataEncrypted !== true && dataEncrypted !== said;
  return endpoints.some(mayBePlain) ? false : said;
}

function planMethods(endpoint: Endpoint, ownership: StageOwnership): PlannedMethod[] {
  const block = planBlock(endpoint, ownership);
  if (block === undefined) return [];
  return endpoint.verbs.map((verb) => ({
    id: endpointId(endpoint.path, verb),
    methodPath: methodPath(endpoint.path, verb),
    cached: endpoint.cached,
    block,
  }));
}
