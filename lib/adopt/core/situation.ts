import { Attributes, CheckedResource } from "../../check/core/plain-configuration";
import { blockOf, isUnset } from "../../check/core/values";
import { Bindings, Bound } from "./bindings";
import { declaredAddress, Given, isSaidNew } from "./given";
import { imports, isNew, newOption, Outcome, Parent, quoted, unresolved } from "./outcome";
import { Inquiry, Read } from "./questions";
import { AdoptedStack, hasInstances, sourceOf, textOf } from "./stack";

/** What decides about the resources of a stack. */
export interface Situation {
  readonly stack: AdoptedStack;
  readonly given: Given;
  readonly bindings: Bindings;
  readonly inquiry: Inquiry;
}

/** Says what becomes of a resource of one type. */
export type Importer = (resource: CheckedResource, situation: Situation) => Outcome;

/** Importers by type. */
export interface Importers {
  readonly [type: string]: Importer;
}

/** A text argument that has to be written down to be of use. */
export function argument(resource: CheckedResource, { stack }: Situation, name: string): Parent {
  const text = textOf(stack, resource.attributes[name]);
  if (text !== undefined) return { found: text };
  const reason = `its ${name} is not written down`;
  return { outcome: unresolved(reason, `--id '${resource.address}=…'`, newOption(resource.address)) };
}

/** The options that say an id: with what it is for, where the stack has several; or that what has it is new. */
export function optionsFor(option: string, source: string, { stack, bindings }: Situation, value = "ID"): string[] {
  const said = bindings.several.has(option) ? quoted(`${source}=${value}`) : value;
  const declared = declaredAddress(source);
  const isOwn = stack.resources.some(({ address }) => address === declared);
  return [`--${option} ${said}`, ...(isOwn ? [newOption(declared)] : [])];
}

interface ApiKind {
  readonly title: string;
  readonly type: string;
  readonly argument: string;
  readonly question: "restApi" | "httpApi";
  readonly bound: "restApis" | "httpApis";
  readonly option: string;
}

const REST_API: ApiKind = {
  title: "REST API",
  type: "aws_api_gateway_rest_api",
  argument: "rest_api_id",
  question: "restApi",
  bound: "restApis",
  option: "rest-api-id",
};
const HTTP_API: ApiKind = {
  title: "HTTP API",
  type: "aws_apigatewayv2_api",
  argument: "api_id",
  question: "httpApi",
  bound: "httpApis",
  option: "http-api-id",
};

/** The id of the REST API that a resource belongs to, or is. */
export function restApiOf(resource: CheckedResource, situation: Situation): Parent {
  return apiOf(REST_API, resource, situation);
}

/** The id of the HTTP API that a resource belongs to, or is. */
export function httpApiOf(resource: CheckedResource, situation: Situation): Parent {
  return apiOf(HTTP_API, resource, situation);
}

function apiOf(kind: ApiKind, resource: CheckedResource, situation: Situation): Parent {
  const own = resource.type === kind.type ? `\${${resource.address}.id}` : undefined;
  const value = resource.attributes[kind.argument] ?? own;
  const api = apiId(resource, value, situation, { bound: situation.bindings[kind.bound], option: kind.option });
  if (api.found === undefined) return api;
  return situation.inquiry.ask(kind.question, resource.region, api.found).state === "absent"
    ? { outcome: noApi(kind.title, api.found, resource, kind.option) }
    : api;
}

function apiId(
  { address }: CheckedResource,
  value: unknown,
  situation: Situation,
  { bound, option }: { readonly bound: Bound; readonly option: string },
): Parent {
  const { stack } = situation;
  const source = sourceOf(stack, value);
  const id = textOf(stack, value) ?? bound.get(source ?? "");
  if (id !== undefined) return { found: id };
  if (source === undefined) {
    return { outcome: unresolved("the id of its API is not written down", `--id '${address}=…'`, newOption(address)) };
  }
  return isSaidNew(source, situation.given)
    ? { outcome: isNew("its API is new") }
    : { outcome: unresolved(`the id of ${source} is not known`, ...optionsFor(option, source, situation)) };
}

/** How many names of stages there are that only Terraform knows. */
export function openStages(stack: AdoptedStack): number {
  const named = stack.resources.filter(
    (one) => /^aws_api_gateway_(stage|method_settings)$/.test(one.type) && !hasInstances(one),
  );
  const open = named.flatMap(({ attributes: { stage_name: name } }) =>
    textOf(stack, name) === undefined ? [sourceOf(stack, name)] : [],
  );
  return new Set(open).size;
}

/** The name of the one stage whose name only Terraform knows; undefined where none is said, or more than one. */
export function saidStage({ stack, given }: Situation): string | undefined {
  return given.stages.length === 1 && openStages(stack) === 1 ? given.stages[0] : undefined;
}

function noApi(what: string, id: string, { region }: CheckedResource, option: string): Outcome {
  const where = region === undefined ? " in the region of AWS_REGION or of the profile" : ` in ${region}`;
  return unresolved(`these credentials see no ${what} ${id}${where}`, `--${option} ID`);
}

/** What exists if it is in a list that was read: it is imported, or it is new. */
export function listed<T>(
  resource: CheckedResource,
  read: Read<readonly T[]>,
  find: (items: readonly T[]) => string | undefined,
  otherwise: () => Outcome,
): Outcome {
  if (read.state === "unread") return otherwise();
  const id = read.state === "found" ? find(read.value) : undefined;
  return id === undefined ? isNew(NOTHING_THERE) : imports(withRegion(resource, id));
}

export const NOTHING_THERE = "it does not exist";
export const NOT_READ = "whether it exists is not known";

/** An option that says that something exists. */
interface Saying {
  readonly option: string;
  readonly isSaid: boolean;
}

/** What has one id that follows from the configuration, and exists or not. */
export function byExistence(resource: CheckedResource, read: Read<unknown>, { isSaid, option }: Saying, id: string) {
  if (read.state === "found") return imports(withRegion(resource, id));
  if (read.state === "unread") {
    return isSaid ? imports(withRegion(resource, id)) : unresolved(NOT_READ, option, newOption(resource.address));
  }
  return isSaid ? unresolved(`these credentials do not see ${id}`, newOption(resource.address)) : isNew(NOTHING_THERE);
}

/** Version 6 of the AWS provider takes the region of a resource that has one of its own after the id. */
export function withRegion({ attributes, region }: CheckedResource, id: string): string {
  return isUnset(attributes.region) || region === undefined ? id : `${id}@${region}`;
}

/** The one block of a name. */
export function block(resource: CheckedResource, name: string): Attributes {
  return blockOf(resource.attributes[name]) ?? {};
}
