import { readApiDocument } from "../../check/core/gateway/read-open-api";
import { CheckedResource } from "../../check/core/plain-configuration";
import { isRecord } from "../../rules/input/shape";
import { zoneOf } from "./importers/cloudflare";
import { Decision } from "./outcome";
import { LiveRule, Read } from "./questions";
import { httpApiOf, restApiOf, Situation } from "./situation";
import { textOf } from "./stack";

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

/** `taken` are the import ids of what is taken over. */
type Finder = (resource: CheckedResource, situation: Situation, taken: ReadonlySet<string>) => Undeclared[];

/** What the stack does not declare of what it takes over, in the order of the addresses. */
export function undeclaredOf(decisions: readonly Decision[], situation: Situation): Undeclared[] {
  const ids = new Map(
    decisions.flatMap(({ address, outcome }) => (outcome.kind === "import" ? [[address, outcome.id]] : [])),
  );
  const imported = new Set(ids.keys());
  const taken = new Set(ids.values());
  const stages = stageFinders(situation, imported);
  return situation.stack.resources.flatMap((resource) => [
    ...(stages.has(resource.address) ? settingsBeside(resource, situation) : []),
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

function placeOf(resource: CheckedResource, situation: Situation): [string, string] | undefined {
  const api = restApiOf(resource, situation).found;
  const { stack, given } = situation;
  const stage = textOf(stack, resource.attributes.stage_name) ?? given.stages[0];
  return api === undefined || stage === undefined ? undefined : [api, stage];
}

function settingsBeside(resource: CheckedResource, situation: Situation): Undeclared[] {
  const [api, stage] = placeOf(resource, situation)!;
  const { stack, inquiry } = situation;
  const settings = valueOf(inquiry.ask("restStage", resource.region, api, stage))?.settings ?? {};
  const declared = stack.resources
    .filter(({ type }) => type === "aws_api_gateway_method_settings")
    .filter((one) => placeOf(one, situation)?.join("/") === `${api}/${stage}`)
    .map(({ attributes }) => textOf(stack, attributes.method_path));
  return Object.entries(settings)
    .filter(([path]) => !declared.includes(path))
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
    const others = isWrittenOut ? present.filter(({ id }) => !taken.has(id)) : [];
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

const httpRoutes: Finder = (resource, situation) => {
  const api = httpApiOf(resource, situation).found!;
  const { stack, inquiry } = situation;
  const declared = stack.resources
    .filter((one) => one.type === "aws_apigatewayv2_route" && httpApiOf(one, situation).found === api)
    .map(({ attributes }) => textOf(stack, attributes.route_key));
  return (valueOf(inquiry.ask("httpRoutes", resource.region, api)) ?? [])
    .filter(({ key }) => !declared.includes(key))
    .map(({ key }) => stays(resource, `the route ${key}`));
};

const mappings: Finder = (resource, situation) => {
  const { stack, inquiry } = situation;
  const domain = textOf(stack, resource.attributes.domain_name)!;
  const keysOf = (type: string, key: string) =>
    stack.resources
      .filter((one) => one.type === type && textOf(stack, one.attributes.domain_name) === domain)
      .map(({ attributes }) => textOf(stack, attributes[key]) ?? "");
  const declared = [
    ...keysOf("aws_api_gateway_base_path_mapping", "base_path"),
    ...keysOf("aws_apigatewayv2_api_mapping", "api_mapping_key"),
  ];
  // Each API of API Gateway may know mappings that the other does not show.
  const present = new Set([
    ...(valueOf(inquiry.ask("apiMappings", resource.region, domain)) ?? []).map(({ key }) => key),
    ...(valueOf(inquiry.ask("basePathMappings", resource.region, domain)) ?? []),
  ]);
  return [...present]
    .filter((key) => !declared.includes(key))
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
