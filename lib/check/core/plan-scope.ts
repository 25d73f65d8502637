import { Attributes } from "./plain-configuration";
import { asObject } from "./values";

/** A module of a plan, as its configuration has it and where it stands. */
export interface Scope {
  /** What the addresses in it begin with: nothing, or `module.api["v1"].`. */
  readonly prefix: string;
  readonly module: Attributes;
  /** How the module is called, and from where; the root module is not. */
  readonly caller?: { readonly scope: Scope; readonly expressions: Attributes };
}

const MODULE_STEP = /^module\.([\w-]+)((?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?)(?:\.(.+))?$/;
const NOT_FOLLOWED = /^(local|each|count|path|self|terraform)\b/;
const WHOLE_RESOURCE = /^(data\.)?[\w-]+\.[\w-]+(\[[^\]]*\])?$/;
const MOST_STEPS = 50;

/** The scope of a module that is called in another one; undefined where the configuration has no such call. */
export function scopeOfCall(scope: Scope, step: string): Scope | undefined {
  const [, name = "", index = ""] = MODULE_STEP.exec(step) ?? [];
  const calls = asObject(scope.module.module_calls);
  const call = Object.prototype.hasOwnProperty.call(calls, name) ? asObject(calls[name]) : undefined;
  if (call === undefined) return undefined;
  return {
    prefix: `${scope.prefix}module.${name}${index}.`,
    module: asObject(call.module),
    caller: { scope, expressions: asObject(call.expressions) },
  };
}

/** The one thing that an expression refers to, by its address from the root; undefined where it is none, or several. */
export function referred(expression: unknown, scope: Scope, step = 0): string | undefined {
  const [reference, ...others] = primaryReferences(expression);
  if (reference === undefined || others.length > 0 || step > MOST_STEPS) return undefined;
  if (NOT_FOLLOWED.test(reference)) return undefined;
  if (reference.startsWith("var.")) return ofVariable(reference.slice("var.".length), scope, step);
  if (reference.startsWith("module.")) return ofOutput(reference, scope, step);
  // A whole resource is one whose attribute or instance is not told.
  return WHOLE_RESOURCE.test(reference) ? undefined : `${scope.prefix}${reference}`;
}

/** What the caller of the module gives; a part of it is another value. */
function ofVariable(name: string, { caller }: Scope, step: number): string | undefined {
  const isWhole = /^[\w-]+$/.test(name);
  return caller === undefined || !isWhole ? undefined : referred(caller.expressions[name], caller.scope, step + 1);
}

function ofOutput(reference: string, scope: Scope, step: number): string | undefined {
  const output = MODULE_STEP.exec(reference)?.[3];
  if (output === undefined) return undefined;
  const called = scopeOfCall(scope, reference.slice(0, -output.length - 1));
  if (called === undefined) return undefined;
  return referred(asObject(asObject(called.module.outputs)[output]).expression, called, step + 1);
}

/** The references of an expression without those that are only the beginning of another one. */
export function primaryReferences(expression: unknown): string[] {
  const { references } = asObject(expression);
  const texts = Array.isArray(references) ? references.filter((one): one is string => typeof one === "string") : [];
  const isBeginning = (one: string) =>
    texts.some((other) => other.startsWith(`${one}.`) || other.startsWith(`${one}[`));
  return [...new Set(texts)].filter((one) => !isBeginning(one));
}
