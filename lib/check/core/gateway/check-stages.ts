import { checkSiblings } from "../../../gateway/core/check-paths";
import { parseResourcePath } from "../../../gateway/core/resource-path";
import { Finding } from "../../../rules/finding";
import { clusterSize } from "../../../rules/gateway/cluster-size";
import { clusterWithoutSize } from "../../../rules/gateway/cluster-without-size";
import { endpointNotInDocument } from "../../../rules/gateway/endpoint-not-in-document";
import { noCachedEndpoint } from "../../../rules/gateway/no-cached-endpoint";
import { pathSyntax } from "../../../rules/gateway/path-syntax";
import { settingWithoutCluster } from "../../../rules/gateway/setting-without-cluster";
import { settingWithoutMethod } from "../../../rules/gateway/setting-without-method";
import { stageName } from "../../../rules/gateway/stage-name";
import { Found, foundIn, renamed } from "../found";
import { Attributes, CheckedResource, PlainConfiguration } from "../plain-configuration";
import { References } from "../references";
import { blockOf, isUnset, knownFlag, knownText } from "../values";
import { SeenApis } from "./read-apis";
import { MethodSetting, methodName, stageKey } from "./method-setting";
import { deriveResourcePath } from "./resource-paths";

/** What the checks of stages go by. */
export interface StageContext {
  readonly configuration: PlainConfiguration;
  readonly references: References;
  readonly settings: readonly MethodSetting[];
  readonly apis: SeenApis["apis"];
  /** Whether a setting that is not seen, or whose stage is not known, may cache something. */
  readonly mayCacheElsewhere: boolean;
}

/** What is wrong with stages, and between them and their settings. */
export function checkStages(context: StageContext): Found[] {
  const { configuration, references } = context;
  const stages = configuration.resources.filter(({ type, isData }) => type === "aws_api_gateway_stage" && !isData);
  const byKey = new Map(stages.flatMap((stage) => keyed(stage, references)));
  return [
    ...stages.flatMap((stage) => foundIn(stage, checkStage(stage, context))),
    ...context.settings.flatMap((setting) => foundIn(setting.resource, checkTarget(setting, byKey, context))),
    ...checkResourcePaths(configuration, references),
  ];
}

function keyed(stage: CheckedResource, references: References): (readonly [string, CheckedResource])[] {
  const key = stageKeyOf(stage, references);
  return key === undefined ? [] : [[key, stage]];
}

function stageKeyOf({ attributes }: CheckedResource, references: References): string | undefined {
  return stageKey({
    api: references.identity(attributes.rest_api_id),
    stage: references.identity(references.text(attributes.stage_name) ?? attributes.stage_name),
  });
}

function checkStage(stage: CheckedResource, context: StageContext): Finding[] {
  const { attributes } = stage;
  const name = knownText(attributes.stage_name);
  const size = attributes.cache_cluster_size;
  const isOn = knownFlag(attributes.cache_cluster_enabled) === true;
  const known = typeof size === "number" ? String(size) : knownText(size);
  return [
    ...(name === undefined ? [] : stageName("stage_name", name)),
    ...(known === undefined ? [] : clusterSize("cache_cluster_size", known)),
    ...(isOn && isUnset(size) && !isIgnored(attributes, "cache_cluster_size")
      ? clusterWithoutSize("cache_cluster_size")
      : []),
    ...(isOn && !mayBeUsed(stage, context) ? noCachedEndpoint("cache_cluster_enabled") : []),
  ];
}

/** Whether Terraform is told not to compare an argument. */
function isIgnored({ lifecycle }: Attributes, argument: string): boolean {
  const ignored = blockOf(lifecycle)?.ignore_changes;
  return ignored === "all" || (Array.isArray(ignored) && ignored.includes(argument));
}

function mayBeUsed(stage: CheckedResource, { settings, references, mayCacheElsewhere }: StageContext): boolean {
  const key = stageKeyOf(stage, references);
  return (
    mayCacheElsewhere ||
    key === undefined ||
    settings.some(
      (setting) => (setting.caching === "on" || setting.caching === "unknown") && (stageKey(setting) ?? key) === key,
    )
  );
}

function checkTarget(
  setting: MethodSetting,
  stages: ReadonlyMap<string, CheckedResource>,
  { apis }: StageContext,
): Finding[] {
  const stage = stages.get(stageKey(setting) ?? "");
  const cluster = stage?.attributes.cache_cluster_enabled;
  const isOff = stage !== undefined && !stage.isRepeated && (isUnset(cluster) || knownFlag(cluster) === false);
  return [
    ...(isOff && setting.caching === "on" ? settingWithoutCluster("settings.caching_enabled", stage.address) : []),
    ...checkMethodExists(setting, apis),
  ];
}

/** A setting for a method that is not there is accepted, and does nothing. */
function checkMethodExists({ api, method }: MethodSetting, apis: SeenApis["apis"]): Finding[] {
  const seen = api === undefined ? undefined : apis.get(api);
  if (method === undefined || seen === undefined || !seen.isWhole || seen.methods.length === 0) return [];
  const { path, verb } = method;
  const exists = seen.methods.some(
    (other) => other.path?.text === path.text && (other.verb === verb || other.verb === "ANY"),
  );
  if (exists) return [];
  return seen.operations === undefined
    ? settingWithoutMethod(
        "method_path",
        methodName(method),
        seen.methods.map((other) => `${other.verb} ${other.path?.text}`),
      )
    : endpointNotInDocument("method_path", methodName(method), seen.operations);
}

/** Path parts that API Gateway refuses, alone or beside each other. */
function checkResourcePaths({ resources }: PlainConfiguration, references: References): Found[] {
  const located = resources
    .filter(({ type, isData }) => type === "aws_api_gateway_resource" && !isData)
    .flatMap((resource) => {
      const text = deriveResourcePath({ resource, attribute: "path" }, references);
      return text === undefined ? [] : [{ resource, text, api: references.identity(resource.attributes.rest_api_id) }];
    });
  const wrong = located.flatMap(({ resource, text }) => {
    const { problem } = parseResourcePath(text);
    // The parents of a wrong part are told by themselves.
    const isOwn = parseResourcePath(text.slice(0, text.lastIndexOf("/")) || "/").problem === undefined;
    return problem === undefined || !isOwn ? [] : foundIn(resource, pathSyntax("path_part", text, problem));
  });
  const apis = [...new Set(located.map(({ api }) => api))].filter((api) => api !== undefined);
  const siblings = apis.flatMap((api) => {
    const ofApi = located.filter((one) => one.api === api && !one.resource.isRepeated);
    const own = ofApi.sort((one, other) => one.text.length - other.text.length);
    const paths = own.flatMap(({ resource, text }) => {
      const { path } = parseResourcePath(text);
      return path === undefined ? [] : [{ property: resource.address, path, resource }];
    });
    const seen = new Set<string>();
    return checkSiblings(paths).flatMap((finding) => {
      const { resource } = paths.find(({ property }) => property === finding.property)!;
      // What stands below a refused part is refused with it.
      const name = `${finding.found} ${finding.allowed}`;
      if (seen.has(name)) return [];
      seen.add(name);
      return foundIn(resource, [renamed(finding, "path_part")]);
    });
  });
  return [...wrong, ...siblings];
}
