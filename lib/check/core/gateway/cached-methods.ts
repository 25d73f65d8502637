import { HTTP_VERBS, HttpVerb } from "../../../gateway/core/http-verb";
import { ApiMethod } from "./api-method";
import { MethodSetting, methodName, stageKey } from "./method-setting";

/** A method, and the verbs of it that some stage caches. */
export interface CachedMethod {
  readonly method: ApiMethod;
  readonly verbs: readonly HttpVerb[];
}

/**
 * The methods that are cached: by settings of their own, or because the stage's defaults cache, which they do for GET.
 *
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
 */
export function cachedMethods(methods: readonly ApiMethod[], settings: readonly MethodSetting[]): CachedMethod[] {
  const stages = groupedByStage(settings);
  return methods.flatMap((method) => {
    const verbs = verbsOf(method).filter((verb) => stages.some((stage) => isCached(stage, method, verb)));
    return verbs.length === 0 ? [] : [{ method, verbs }];
  });
}

interface Stage {
  readonly api: string;
  readonly defaults: MethodSetting | undefined;
  readonly own: ReadonlyMap<string, MethodSetting>;
}

function groupedByStage(settings: readonly MethodSetting[]): Stage[] {
  const groups = new Map<string, MethodSetting[]>();
  for (const setting of settings) {
    const key = stageKey(setting);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), setting]);
  }
  return [...groups.values()].map((group) => ({
    api: group[0]!.api!,
    defaults: group.find(({ isDefaults }) => isDefaults),
    own: new Map(group.flatMap((setting) => (setting.method ? [[methodName(setting.method), setting] as const] : []))),
  }));
}

function isCached({ api, defaults, own }: Stage, method: ApiMethod, verb: HttpVerb): boolean {
  if (method.api !== api || method.path === undefined) return false;
  const setting = own.get(methodName({ path: method.path, verb }));
  // A setting that does not say it starts as a copy of the defaults.
  if (setting !== undefined && setting.caching !== "unset") return setting.caching === "on";
  return defaults?.caching === "on" && verb === "GET";
}

/** The verbs that a method answers: of ANY those that no other method of the path has. */
function verbsOf({ verb, facts }: ApiMethod): readonly HttpVerb[] {
  if (verb !== "ANY") return verb === undefined ? [] : [verb];
  return HTTP_VERBS.filter((other) => !facts.siblingVerbs?.includes(other));
}
