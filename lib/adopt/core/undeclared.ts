import { readApiDocument } from "../../check/core/gateway/read-open-api";
import { CheckedResource } from "../../check/core/plain-configuration";
import { isUnset } from "../../check/core/values";
import { isRecord } from "../../rules/input/shape";
import { zoneOf } from "./importers/cloudflare";
import { Decision, Parent } from "./outcome";
import { LiveRule, Read } from "./questions";
import { httpApiOf, restApiOf, saidStage, Situation } from "./situation";
import { AdoptedStack, hasInstances, textOf } from "./stack";
import { Taken, takenBy } from "./taken";

/** Something that exists beside, or inside of, what is taken over, and that the stack does not declare. */
export interface Undeclared {
  /** What it was found beside. */
  readonly address: string;
  /** What it is, such as `settings of ~1cats/GET`. */
  readonly what: string;
  /** Whether the apply takes it away. */
  readonly isDeleted: boolean;
  /** What follows from it. */
  readonly effect: string;
}

type Finder = (resource: CheckedResource, situation: Situation, taken: Taken) => Undeclared[];

/** What the stack does not declare of what it takes over, in the order of the addresses. */
export function undeclaredOf(decisions: readonly Decision[], situation: Situation): Undeclared[] {
  const imported = new Set(decisions.flatMap(({ address, outcome }) => (outcome.kind === "import" ? [address] : [])));
  const taken = takenBy(decisions, situation.stack);
  const stages = stageFinders(situation, imported);
  return situation.stack.resources.flatMap((resource) => [
    ...(stages.has(resource.address) ? settingsBeside(resource, situation, taken) : []),
    ...(imported.has(resource.address) ? (FINDERS[resource.type]?.(resource, situation, taken) ?? []) : []),
  ]);
}

/** One resource of each stage: the stage itself, or the first settings on a stage that is not the stack's. */
function stageFinders(situation: Situation, imported: ReadonlySet<string>): ReadonlySet<string> {
  const byStage = new Map<string, string>();
  for (const resource of situation.stack.resources) {
    const isStage = resource.type === "aws_api_gateway_stage";
    if (!isStage && resource.type !== "aws_api_gateway_method_settings") continue;
    if (isStage && !imported.has(resource.address)) continue;
    const place = placeOf(resource, situation)?.join("/");
    if (place !== undefined && (isStage || !byStage.has(place))) byStage.set(place, resource.address);
  }
  return new Set(byStage.values());
}

/** What belongs to something that exists, as the stack declares it; a resource may stand for several. */
interface Part {
  readonly resource: CheckedResource;
  /** Whether it belongs there; undefined where that is not known. */
  readonly isOwn: boolean | undefined;
  /** What tells it from others; undefined where that is not known. */
  readonly key: string | undefined;
}

/** The keys that are declared; undefined where there may be others. */
function declaredKeys(parts: readonly Part[], taken: Taken): (string | undefined)[] | undefined {
  const isOpen = ({ resource, isOwn, key }: Part) =>
    isOwn !== false && (isOwn === undefined || key === undefined) && !taken.isSettled(resource);
  return parts.some(isOpen) ? undefined : parts.flatMap(({ isOwn, key }) => (isOwn === true ? [key] : []));
}

function partsOf(
  { resources }: AdoptedStack,
  types: readonly string[],
  isOwn: (resource: CheckedResource) => boolean | undefined,
  key: (resource: CheckedResource) => string | undefined,
): Part[] {
  const ofTypes = resources.filter(({ type }) => types.includes(type));
  return ofTypes.map((resource) => ({ resource, isOwn: isOwn(resource), key: key(resource) }));
}

/** Whether a part is of the API with this id; what is of a new one is not. */
function isOf(api: string, { found, outcome }: Parent): boolean | undefined {
  if (found !== undefined) return found === api;
  return outcome.kind === "new" ? false : undefined;
}

function placeOf(resource: CheckedResource, situation: Situation): [string, string] | undefined {
  const api = restApiOf(resource, situation).found;
  const stage = stageOf(resource, situation);
  return api === undefined || stage === undefined ? undefined : [api, stage];
}

function stageOf(resource: CheckedResource, situation: Situation): string | undefined {
  const said = hasInstances(resource) ? undefined : saidStage(situation);
  return textOf(situation.stack, resource.attributes.stage_name) ?? said;
}

function settingsBeside(resource: CheckedResource, situation: Situation, taken: Taken): Undeclared[] {
  const [api, stage] = placeOf(resource, situation)!;
  const { stack, inquiry } = situation;
  const settings = valueOf(inquiry.ask("restStage", resource.region, api, stage))?.settings ?? {};
  const isOwn = (one: CheckedResource) => {
    const [isOfApi, name] = [isOf(api, restApiOf(one, situation)), stageOf(one, situation)];
    if (name !== undefined && name !== stage) return false;
    return name === undefined && isOfApi === true ? undefined : isOfApi;
  };
  const declared = declaredKeys(
    partsOf(stack, ["aws_api_gateway_method_settings"], isOwn, (one) => textOf(stack, one.attributes.method_path)),
    taken,
  );
  if (declared === undefined) return [];
  return Object.entries(settings)
    .filter(([path]) => !declared.includes(path) && !taken.has(`${api}/${stage}/${path}`))
    .map(([path, { caching, ttlSeconds }]) => ({
      address: resource.address,
      what: `settings of ${path} on the stage ${stage}`,
      isDeleted: false,
      effect: caching && ttlSeconds !== 0 ? `they stay, and keep caching${ttlSeconds === undefined ? "" : ` for ${ttlSeconds} s`}` : "they stay", // prettier-ignore
    }));
}

const restMethods: Finder = (resource, situation, taken) => {
  const api = restApiOf(resource, situation).found!;
  const { body } = resource.attributes;
  const live = valueOf(situation.inquiry.ask("restResources", resource.region, api)) ?? [];
  const present = live.flatMap(({ id, path, methods }) =>
    Object.keys(methods).map((verb) => ({ operation: `${verb} ${path}`, id: `${api}/${id}/${verb}` })),
  );
  if (body === undefined) {
    const isWrittenOut = present.some(({ id }) => taken.has(id));
    // Which method a resource stands for is known once it is taken over, or new.
    const methods = partsOf(situation.stack, ["aws_api_gateway_method"], (one) => isOf(api, restApiOf(one, situation)), () => undefined); // prettier-ignore
    const others =
      isWrittenOut && declaredKeys(methods, taken) !== undefined ? present.filter(({ id }) => !taken.has(id)) : [];
    return others.map(({ operation }) => stays(resource, `the method ${operation}`));
  }
  const document = readApiDocument(resource, api, situation.stack.references.resolve(body));
  if (document === undefined || !document.isWhole || document.operations.length === 0) return [];
  const others = present.filter(({ operation }) => !document.operations.includes(operation));
  const isMerged = textOf(situation.stack, resource.attributes.put_rest_api_mode) === "merge";
  return others.map(({ operation }) => ({
    address: resource.address,
    what: `the method ${operation}`,
    ...(isMerged ? STAYS : { isDeleted: true, effect: "the definition is written anew without it" }),
  }));
};

const httpRoutes: Finder = (resource, situation, taken) => {
  const api = httpApiOf(resource, situation).found!;
  const { stack, inquiry } = situation;
  const isOwn = (one: CheckedResource) => isOf(api, httpApiOf(one, situation));
  const keyOf = ({ attributes }: CheckedResource) => textOf(stack, attributes.route_key);
  const declared = declaredKeys(partsOf(stack, ["aws_apigatewayv2_route"], isOwn, keyOf), taken);
  if (declared === undefined) return [];
  return (valueOf(inquiry.ask("httpRoutes", resource.region, api)) ?? [])
    .filter(({ id, key }) => !declared.includes(key) && !taken.has(`${api}/${id}`))
    .map(({ key }) => stays(resource, `the route ${key}`));
};

const MAPPING_KEYS: { readonly [type: string]: string } = {
  aws_api_gateway_base_path_mapping: "base_path",
  aws_apigatewayv2_api_mapping: "api_mapping_key",
};

const mappings: Finder = (resource, situation, taken) => {
  const { stack, inquiry } = situation;
  const domain = textOf(stack, resource.attributes.domain_name);
  const isOwn = (one: CheckedResource) => {
    const name = textOf(stack, one.attributes.domain_name);
    return name === undefined ? undefined : name === domain;
  };
  const keyOf = ({ type, attributes }: CheckedResource) => {
    const key = attributes[MAPPING_KEYS[type]!];
    return isUnset(key) || key === "" ? "" : textOf(stack, key);
  };
  const declared = declaredKeys(partsOf(stack, Object.keys(MAPPING_KEYS), isOwn, keyOf), taken);
  if (declared === undefined || domain === undefined) return [];
  // Each API of API Gateway may know mappings that the other does not show.
  const present = [
    ...(valueOf(inquiry.ask("apiMappings", resource.region, domain)) ?? []).map(({ id, key }) => ({ id: `${id}/${domain}`, key })), // prettier-ignore
    ...(valueOf(inquiry.ask("basePathMappings", resource.region, domain)) ?? []).map((key) => ({ id: `${domain}/${key}`, key })), // prettier-ignore
  ];
  const known = [...declared, ...present.filter(({ id }) => taken.has(id)).map(({ key }) => key)];
  return [...new Set(present.map(({ key }) => key))]
    .filter((key) => !known.includes(key))
    .map((key) => stays(resource, key === "" ? `the mapping of all of ${domain}` : `the mapping of ${domain}/${key}`)); // prettier-ignore
};

const STAYS = { isDeleted: false, effect: "it stays, and no plan shows it" };

function stays({ address }: CheckedResource, what: string): Undeclared {
  return { address, what, ...STAYS };
}

const rules: Finder = (resource, situation) => {
  const id = situation.given.rulesets.get(String(resource.attributes.phase));
  const zone = zoneOf(resource, situation).found;
  if (zone === undefined) return [];
  const all = valueOf(situation.inquiry.ask("rulesets", undefined, zone)) ?? [];
  const live = id ?? all.find(({ phase, kind }) => phase === resource.attributes.phase && kind === "zone")?.id;
  if (live === undefined) return [];
  const declared = Array.isArray(resource.attributes.rules) ? resource.attributes.rules.filter(isRecord) : [];
  return (valueOf(situation.inquiry.ask("ruleset", undefined, zone, live)) ?? [])
    .filter((rule) => !declared.some((one) => isSameRule(rule, one)))
    .map((rule) => ({
      address: resource.address,
      what: `the rule ${ruleName(rule)}`,
      isDeleted: true,
      effect: "the rules of the stack take its place",
    }));
};

function isSameRule({ ref, expression }: LiveRule, declared: { readonly [name: string]: unknown }): boolean {
  return declared.ref === undefined ? declared.expression === expression : declared.ref === ref;
}

function ruleName({ description, ref, expression }: LiveRule): string {
  return JSON.stringify([description, ref, expression].find((text) => text !== undefined && text !== "") ?? "");
}

function valueOf<T>(read: Read<T>): T | undefined {
  return read.state === "found" ? read.value : undefined;
}

const FINDERS: { readonly [type: string]: Finder } = {
  aws_api_gateway_rest_api: restMethods,
  aws_apigatewayv2_api: httpRoutes,
  aws_api_gateway_domain_name: mappings,
  aws_apigatewayv2_domain_name: mappings,
  cloudflare_ruleset: rules,
};
