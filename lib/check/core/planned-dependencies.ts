import { ANYTHING, Dependencies, withoutInstances } from "./ordering";
import { Attributes } from "./plain-configuration";
import { Scope, primaryReferences, scopeOfCall } from "./plan-scope";
import { isRecord } from "../../rules/input/shape";
import { asList, asObject } from "./values";

/** What waits for what in the configuration of a plan, through the variables and outputs of its modules. */
export function plannedDependencies(root: Scope): Dependencies {
  const dependencies = new Map<string, readonly string[]>();
  new PlannedModules(dependencies).read(root, []);
  return dependencies;
}

class PlannedModules {
  /** What the variables and outputs of modules come from; one that is being followed has nothing yet. */
  private readonly followed = new Map<string, readonly string[]>();

  public constructor(private readonly dependencies: Map<string, readonly string[]>) {}

  /**
   * @param before what the whole module waits for
   * @returns the addresses of everything in it
   */
  public read(scope: Scope, before: readonly string[]): readonly string[] {
    const { module, prefix } = scope;
    const own = asList(module.resources)
      .filter(isRecord)
      .map((resource) => {
        const address = `${prefix}${String(resource.address)}`;
        this.dependencies.set(address, [...new Set([...before, ...this.ofBlock(resource, scope)])]);
        return address;
      });
    return [...own, ...Object.keys(asObject(module.module_calls)).flatMap((name) => this.call(name, scope, before))];
  }

  private call(name: string, scope: Scope, before: readonly string[]): readonly string[] {
    const called = scopeOfCall(scope, `module.${name}`);
    if (called === undefined) return [];
    const inside = this.read(called, [...before, ...this.ofCall(name, scope)]);
    this.dependencies.set(`${scope.prefix}module.${name}`, inside);
    return inside;
  }

  /** What everything in a module waits for: not what single arguments of the call name. */
  private ofCall(name: string, scope: Scope): readonly string[] {
    const { expressions: _, ...block } = asObject(asObject(scope.module.module_calls)[name]);
    return this.ofBlock(block, scope);
  }

  /** What a resource, or the call of a module, names by itself. */
  private ofBlock(block: Attributes, scope: Scope): readonly string[] {
    const named = [block.expressions, block.count_expression, block.for_each_expression];
    const after = asList(block.depends_on).map((reference) => addressOf(String(reference), scope));
    return [...named.flatMap((expression) => this.ofExpressions(expression, scope)), ...after];
  }

  private ofExpressions(value: unknown, scope: Scope): readonly string[] {
    if (Array.isArray(value)) return value.flatMap((part) => this.ofExpressions(part, scope));
    if (!isRecord(value)) return [];
    if (Array.isArray(value.references)) return primaryReferences(value).flatMap((one) => this.follow(one, scope));
    return Object.values(value).flatMap((part) => this.ofExpressions(part, scope));
  }

  private follow(reference: string, scope: Scope): readonly string[] {
    const [kind = "", name = "", output = ""] = withoutInstances(reference).split(".");
    // What a local value is made of is not in a plan.
    if (kind === "local") return [ANYTHING];
    if (kind === "var") return this.once(`${scope.prefix}var.${name}`, () => this.ofVariable(name, scope));
    if (kind !== "module" || output === "") return [addressOf(reference, scope)];
    return this.once(`${scope.prefix}module.${name}.${output}`, () => this.ofOutput(name, output, scope));
  }

  private ofVariable(name: string, { caller }: Scope): readonly string[] {
    return caller === undefined ? [] : this.ofExpressions(caller.expressions[name], caller.scope);
  }

  private ofOutput(name: string, output: string, scope: Scope): readonly string[] {
    const called = scopeOfCall(scope, `module.${name}`);
    if (called === undefined) return [];
    const { expression, depends_on: after } = asObject(asObject(called.module.outputs)[output]);
    return [
      ...this.ofCall(name, scope),
      ...this.ofExpressions(expression, called),
      ...asList(after).map((one) => addressOf(String(one), called)),
    ];
  }

  private once(key: string, read: () => readonly string[]): readonly string[] {
    const known = this.followed.get(key);
    if (known !== undefined) return known;
    this.followed.set(key, []);
    const found = [...new Set(read())];
    this.followed.set(key, found);
    return found;
  }
}

/** The address of the resource, or of the module, that a reference begins with. */
function addressOf(reference: string, { prefix }: Scope): string {
  const steps = withoutInstances(reference).split(".");
  return `${prefix}${steps.slice(0, steps[0] === "data" ? 3 : 2).join(".")}`;
}
