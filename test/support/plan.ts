import { planStageCache, StageCachePlan } from "../../lib/gateway/core/plan";
import {
  EndpointCacheInput,
  EndpointInput,
  MethodFacts,
  StageInput,
  StageOwnership,
} from "../../lib/gateway/core/plan-input";
import { parseKey, CacheKeyParameter } from "../../lib/gateway/core/cache-key-parameter";
import { ResourcePath } from "../../lib/gateway/core/resource-path";
import { Finding } from "../../lib/rules/finding";
import { SettingsBlock } from "../../lib/gateway/core/settings-block";

export interface PlanEndpoint {
  readonly verb?: string;
  readonly path?: string;
  readonly cache?: EndpointCacheInput;
  readonly method?: MethodFacts;
}

/** An endpoint as the constructs hand it on: `GET /cats`, cached, unless said otherwise. */
export function endpointInput(endpoint: PlanEndpoint, index = 0): EndpointInput {
  const property = `endpoints[${index}]`;
  return {
    property,
    optionsPrefix: `${property}.`,
    verbProperty: `${property}.verb`,
    verb: "GET",
    pathProperty: `${property}.path`,
    path: "/cats",
    cache: {},
    method: {},
    ...endpoint,
  };
}

export interface PlanOptions {
  readonly stage?: StageInput;
  readonly ownership?: StageOwnership;
  readonly isUnknown?: (value: unknown) => boolean;
}

/** The plan of some endpoints on a new stage, unless said otherwise. */
export function planOf(
  endpoints: readonly PlanEndpoint[],
  { stage = {}, ownership = "new", isUnknown = () => false }: PlanOptions = {},
): StageCachePlan {
  return planStageCache({ stage, stagePrefix: "", ownership, endpoints: endpoints.map(endpointInput), isUnknown });
}

/** The settings that a plan renders, by method path. */
export function blocksOf(plan: StageCachePlan): { [methodPath: string]: SettingsBlock } {
  return Object.fromEntries(plan.methods.map(({ methodPath, block }) => [methodPath, block]));
}

/** A path as it is written, whether API Gateway would take it or not. */
export function rawPath(text: string): ResourcePath {
  const segments = text
    .split("/")
    .slice(1)
    .filter((part) => part !== "");
  return {
    text,
    segments: segments.map((part) => {
      const [, name, plus] = /^\{(.+?)(\+?)\}$/.exec(part) ?? [];
      return name === undefined ? { text: part } : { text: part, parameter: { name, greedy: plus === "+" } };
    }),
  };
}

/** A key in the plugin's notation. */
export function key(name: string, mappedFrom?: string, required?: boolean): CacheKeyParameter {
  const parsed = parseKey(name, mappedFrom, required);
  if (parsed.key === undefined) throw new Error(`${name} is no key`);
  return parsed.key;
}

/** Findings as `rule at property`. */
export function briefly(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, property }) => `${rule} at ${property}`);
}
