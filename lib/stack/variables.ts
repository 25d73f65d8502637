import { TerraformElement, TerraformStack } from "cdktf";
import { Construct, IConstruct } from "constructs";
import { isLocal, isVariable } from "./module-elements";
import { presentName, writeOut } from "./references";
import { VariableLike, variableFragments } from "./variable-fragments";

/** A variable of a stack, as it is synthesized: an override counts. */
export interface DeclaredVariable {
  readonly name: string;
  readonly sensitive?: unknown;
  readonly default?: unknown;
}

/** The variables that an expression reads and the stack declares; one of somewhere else is not known. */
export function variablesReadBy(scope: Construct, expression: string): DeclaredVariable[] {
  const written = writtenWithLocals(scope, expression);
  const names = new Set(Array.from(written.matchAll(/(?<![\w.-])var\.([A-Za-z_][\w-]*)/g), ([, name]) => name!));
  if (names.size === 0) return [];
  const declared = TerraformStack.of(scope).node.findAll().flatMap(declarationsOf);
  return declared.filter(({ name }) => names.has(name));
}

/** An expression with the locals of the stack written out, however deep: what they hold is written down, too. */
export function writtenWithLocals(scope: Construct, expression: string): string {
  const locals = localsIn(scope);
  const seen = new Set<string>();
  const write = (value: unknown): string => {
    const text = JSON.stringify(writeOut(scope, value)) ?? "";
    const names = Array.from(text.matchAll(/(?<![\w.-])local\.([A-Za-z_][\w-]*)/g), ([, name]) => name!);
    const next = [...new Set(names)].filter((name) => locals.has(name) && !seen.has(name));
    for (const name of next) seen.add(name);
    return [text, ...next.map((name) => write(locals.get(name)))].join("\n");
  };
  return write(expression);
}

/** The text that a local is, or the local that it is; undefined for all that is more than a text, or another thing. */
export function textOfLocal(scope: Construct, expression: string): string | undefined {
  const locals = localsIn(scope);
  const follow = (value: unknown, steps: number): string | undefined => {
    if (typeof value !== "string" || steps === 0) return undefined;
    const [, name] = /^\$\{local\.([A-Za-z_][\w-]*)\}$/.exec(value) ?? [];
    if (name !== undefined) return follow(writeOut(scope, locals.get(name)), steps - 1);
    return value.includes("${") ? undefined : value;
  };
  return follow(writeOut(scope, expression), locals.size + 1);
}

function localsIn(scope: Construct): Map<string, unknown> {
  return new Map(TerraformStack.of(scope).node.findAll().flatMap(localsOf));
}

function localsOf(construct: IConstruct): [string, unknown][] {
  if (!TerraformElement.isTerraformElement(construct) || !isLocal(construct)) return [];
  // What CDKTF calls its expression is the reference to it.
  const { _expression: value } = construct as unknown as { readonly _expression: unknown };
  return [[presentName(construct as TerraformElement), value]];
}

/** To read the name of anything but a variable would fix it, and a later `overrideLogicalId` would be ignored. */
function declarationsOf(construct: IConstruct): DeclaredVariable[] {
  if (!TerraformElement.isTerraformElement(construct) || !isVariable(construct)) return [];
  const { variable } = variableFragments(construct as VariableLike).json as { variable: { [name: string]: object } };
  return Object.entries(variable).map(([name, declaration]) => ({ ...declaration, name }));
}
