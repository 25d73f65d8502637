import { Attributes } from "./plain-configuration";
import { Scope, primaryReferences, referred } from "./plan-scope";
import { siblingAttribute } from "./sibling-attribute";
import { isRecord } from "../../rules/input/shape";
import { SENSITIVE, unknownAt } from "./unknown";
import { asList, asObject, isUnset } from "./values";

/** What a plan says of one resource. */
export interface PlannedInput {
  readonly values: Attributes;
  /** `true` in the place of each value that is not known yet. */
  readonly unknown: unknown;
  /** `true` in the place of each value that is not to be shown. */
  readonly sensitive: readonly unknown[];
  /** What the configuration has for each argument. */
  readonly expressions: Attributes;
  readonly scope: Scope;
  readonly address: string;
}

/** Arguments that hold, as they are, what they refer to; any other may be a part of an expression. */
const LINK = /(^|_)(id|arn)$|^(content|value|certificate_body)$/;

/** Names, which may be made of others: only what API Gateway calls by the same name is the name itself. */
const NAME_LINK: { readonly [name: string]: RegExp } = {
  stage: /\.aws_api(_gateway|gatewayv2)_stage\..*\.(stage_name|name|id)$/,
  stage_name: /\.aws_api_gateway_(stage|deployment)\..*\.stage_name$/,
  domain_name: /\.aws_api(_gateway|gatewayv2)_domain_name\..*\.(domain_name|id)$/,
  http_method: /\.aws_api_gateway_(method|integration)\..*\.http_method$/,
};

/**
 * The arguments of a planned resource. What is not known yet is the expression that it comes from, where that is one
 * reference. What neither is known nor configured is left out: the provider will choose it.
 */
export function plannedAttributes(input: PlannedInput): Attributes {
  const { values, unknown, sensitive, expressions } = input;
  return merged(values, asObject(unknown), sensitive, expressions, input);
}

function merged(
  values: Attributes,
  unknown: Attributes,
  sensitive: readonly unknown[],
  expressions: Attributes,
  input: PlannedInput,
): Attributes {
  const names = [...new Set([...Object.keys(values), ...Object.keys(unknown)])];
  const entries = names.map((name) => [
    name,
    value(
      values[name],
      own(unknown, name),
      sensitive.map((mask) => inside(mask, name)),
      own(expressions, name),
      name,
      input,
    ),
  ]);
  return Object.fromEntries(entries.filter(([, found]) => found !== undefined)) as Attributes;
}

function value(
  known: unknown,
  unknown: unknown,
  sensitive: readonly unknown[],
  expression: unknown,
  name: string,
  input: PlannedInput,
): unknown {
  // An argument that the provider calls sensitive is called so even where there is none.
  if (sensitive.includes(true)) return isUnset(known) && unknown !== true ? undefined : SENSITIVE;
  if (unknown === true) return expression === undefined ? undefined : linked(expression, name, input);
  if (Array.isArray(known) || Array.isArray(unknown)) {
    const [items, masks] = [asList(known), asList(unknown)];
    return Array.from({ length: Math.max(items.length, masks.length) }, (_, index) => {
      const inner = sensitive.map((mask) => inside(mask, index));
      const part = Array.isArray(expression) ? (expression as unknown[])[index] : expression;
      return value(items[index], masks[index], inner, part, name, input) ?? null;
    });
  }
  if (!isRecord(known)) return known ?? undefined;
  return merged(known, asObject(unknown), sensitive, partsOf(expression, known, unknown), input);
}

/** The expression of each part; that of a whole value stands for all of them. */
function partsOf(expression: unknown, known: Attributes, unknown: unknown): Attributes {
  return isRecord(expression) && !isWhole(expression) ? expression : everything(known, unknown, expression);
}

function isWhole(expression: Attributes): boolean {
  return Array.isArray(expression.references) || "constant_value" in expression;
}

function everything(known: Attributes, unknown: unknown, expression: unknown): Attributes {
  if (expression === undefined) return {};
  const names = [...Object.keys(known), ...Object.keys(asObject(unknown))];
  return Object.fromEntries(names.map((name) => [name, OPAQUE]));
}

const OPAQUE = { references: [] };

function linked(expression: unknown, name: string, { scope, address }: PlannedInput): string {
  const nothing = unknownAt(`${address}.${name}`);
  const isName = Object.prototype.hasOwnProperty.call(NAME_LINK, name);
  if (!isName && !LINK.test(name)) return nothing;
  const target = referred(expression, scope) ?? sibling(expression, name, scope, address);
  if (target === undefined || (isName && !NAME_LINK[name]!.test(`.${target}`))) return nothing;
  return `\${${target}}`;
}

/**
 * `aws_api_gateway_resource.r[each.key].id` is told as `aws_api_gateway_resource.r` and `each.key`: the instance with
 * the key of this one, and the argument that the name speaks of.
 */
function sibling(expression: unknown, name: string, { prefix }: Scope, address: string): string | undefined {
  const index = /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]$/.exec(address)?.[0];
  const [one, other, ...rest] = primaryReferences(expression).sort((a, b) => Number(isKey(a)) - Number(isKey(b)));
  if (one === undefined || other === undefined || rest.length > 0 || index === undefined) return undefined;
  if (!isKey(other) || !/^(?!module\.|var\.|local\.)\w+\.[\w-]+$/.test(one)) return undefined;
  const attribute = siblingAttribute(one.slice(0, one.indexOf(".")), name);
  return attribute === undefined ? undefined : `${prefix}${one}${index}.${attribute}`;
}

function isKey(reference: string): boolean {
  return reference === "each.key" || reference === "count.index";
}

function inside(mask: unknown, name: string | number): unknown {
  if (mask === true) return true;
  return typeof mask === "object" && mask !== null && Object.prototype.hasOwnProperty.call(mask, name)
    ? (mask as { [name: string]: unknown })[name]
    : undefined;
}

function own(object: Attributes, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined;
}
