import { EndpointCacheInput, EndpointInput, StageInput } from "../../gateway/core/plan-input";
import { planStageCache } from "../../gateway/core/plan";
import { CacheKeyParameter, parseKey } from "../../gateway/core/cache-key-parameter";
import { CATALOGUE } from "../../rules/catalogue";
import { Finding, Severity } from "../../rules/finding";
import { EndpointModel, KeyModel, ServiceModel } from "./caching-model";
import { inPluginWords } from "./plugin-words";
import { isUnknownValue } from "./source-node";
import { ReadValue, ValueReader } from "./value-reader";

/**
 * What the rules of the gateway have against a service, in the words of its configuration. Warnings are left to the
 * constructs, which know what can be acknowledged.
 */
export function checkService(model: ServiceModel, reader: ValueReader): Finding[] {
  const endpoints = model.endpoints.filter(({ isBroken }) => !isBroken);
  const { findings } = planStageCache({
    stage: model.stage as StageInput,
    stagePrefix: "stage|",
    ownership: model.isShared ? "shared" : "new",
    endpoints: endpoints.map(endpointInput),
    isUnknown: isUnknownValue,
  });
  return findings
    .filter(({ severity }) => severity === Severity.ERROR)
    .map((finding) => translate(finding, { ...model, endpoints }, reader));
}

function endpointInput(endpoint: EndpointModel, index: number): EndpointInput {
  const { property, httpMethod, path, cache, integrationType } = endpoint;
  return {
    property,
    optionsPrefix: `${index}|`,
    verbProperty: property,
    verb: httpMethod,
    pathProperty: property,
    path,
    cache: cache && ({ ...cache, keys: cache.keys?.map(parameterOf) } as EndpointCacheInput),
    method: integrationType === undefined ? {} : { integrationType },
  };
}

function parameterOf({ name, mappedFrom }: KeyModel): CacheKeyParameter {
  return parseKey(name, mappedFrom).key!;
}

function translate(
  finding: Finding,
  { endpoints, section, loggingLevelAt }: ServiceModel,
  reader: ValueReader,
): Finding {
  const { rule, found, property } = finding;
  const [, owner, key] = /^(stage|\d+)\|(.*)$/.exec(property) ?? [];
  if (owner === undefined || key === undefined) return finding;
  const caching = owner === "stage" ? section : endpoints[Number(owner)]?.section;
  const written = inPluginWords(key);
  return CATALOGUE.find(({ id }) => id === rule)!.finding({
    property: placeOf(reader, caching, written, loggingLevelAt),
    found,
    allowed: rule === "gateway/unauthorized-strategy" ? "Ignore, IgnoreWithWarning, Fail" : finding.allowed,
    change: finding.change.replace(/CacheKey\.path\("([^"]*)"\)/, "name: request.path.$1 to cacheKeyParameters"),
  });
}

function placeOf(
  reader: ValueReader,
  caching: ReadValue | undefined,
  written: string,
  loggingLevelAt: string | undefined,
): string {
  if (written === "loggingLevel" && loggingLevelAt !== undefined) return loggingLevelAt;
  return caching === undefined ? written : locate(reader, caching, written);
}

/** Where a part of a section is written, or else where the section is: `cacheKeyParameters[2]`. */
function locate(reader: ValueReader, section: ReadValue, key: string): string {
  let found = section;
  for (const part of key.split(/[.[\]]+/).filter((one) => one !== "")) {
    const child = found.node.kind === "list" ? reader.list(found)[Number(part)] : reader.get(found, part);
    if (child === undefined) break;
    found = child;
  }
  return reader.property({ node: found.node, path: `${section.path}.${key}` });
}
