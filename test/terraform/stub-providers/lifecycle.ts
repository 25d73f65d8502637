import { type Attributes } from "../../support/provider-schema";
import { apiProblems, providerProblems } from "../../support/provider-schema-rules";
import { isAbsent, type Problem } from "../../support/provider-schema-checks";
import { type StubResource } from "./provider";
import { isEqual, isUnknown, known, UNKNOWN, type Values } from "./values";

/** What a plan says. */
export interface Planned {
  readonly state: Values;
  /** The attributes for whose sake the resource is replaced. */
  readonly replacedBy: readonly string[];
}

/** The plan of a resource that exists afterwards, as the providers' framework makes it. */
export function plannedChange(
  schema: Attributes,
  resource: StubResource,
  change: { readonly prior: Values | null; readonly proposed: Values; readonly config: Values },
): Planned {
  const { prior, config } = change;
  const defaulted = withDefaults(change.proposed, config, resource.defaults ?? {});
  const adjusted = resource.plan?.(defaulted, prior, config) ?? defaulted;
  const changed = prior === null ? [] : Object.keys(schema).filter((name) => !isEqual(adjusted[name], prior[name]));
  if (prior !== null && changed.length === 0) return { state: prior, replacedBy: [] };
  const kept = prior === null ? [] : (resource.kept ?? ["id"]);
  const names = Object.keys(schema).filter(
    (name) =>
      schema[name]!.computed && isAbsent(config[name]) && !kept.includes(name) && !isSet(name, adjusted, resource),
  );
  return {
    state: { ...adjusted, ...Object.fromEntries(names.map((name) => [name, UNKNOWN])) },
    replacedBy: changed.filter((name) => isReplacing(schema, resource, name)),
  };
}

function withDefaults(proposed: Values, config: Values, defaults: Values): Values {
  const missing = Object.entries(defaults).filter(([name]) => isAbsent(config[name]));
  return { ...proposed, ...Object.fromEntries(missing) };
}

/** Whether the plan itself decides a computed value. */
function isSet(name: string, adjusted: Values, resource: StubResource): boolean {
  return name in (resource.defaults ?? {}) && !isAbsent(adjusted[name]);
}

function isReplacing(schema: Attributes, resource: StubResource, name: string): boolean {
  const { required, optional } = schema[name]!;
  return resource.replacedBy === undefined ? required || optional : resource.replacedBy.includes(name);
}

/** What remains in the state after an apply; null after a deletion. */
export function appliedChange(
  type: string,
  resource: StubResource,
  change: { readonly prior: Values | null; readonly planned: Values | null },
): Values | null {
  const { prior, planned } = change;
  if (planned === null) {
    resource.delete(prior!);
    return null;
  }
  refuse(apiProblems(type, planned, isUnknown));
  const computed = prior === null ? resource.create(planned) : updated(type, resource, planned, prior);
  return known({ ...planned, ...computed }) as Values;
}

function updated(type: string, resource: StubResource, planned: Values, prior: Values): Values {
  if (resource.update === undefined) throw new Error(`Update is not supported for ${type}`);
  return resource.update(planned, prior);
}

/** Throws what a provider says about a configuration before it sends anything. */
export function validate(type: string, schema: Attributes, config: Values): void {
  refuse([...enumerationProblems(schema, config, ""), ...providerProblems(type, config, isUnknown)]);
}

function enumerationProblems(schema: Attributes, values: Values, path: string): Problem[] {
  return Object.values(schema).flatMap(({ name, nested, values: allowed }) => {
    const [value, at] = [values[name], `${path}${name}`];
    if (isAbsent(value) || isUnknown(value)) return [];
    if (nested === undefined) {
      return allowed === undefined || allowed.includes(value as string)
        ? []
        : [{ path: at, message: `${JSON.stringify(value)} is not one of ${allowed.join(", ")}` }];
    }
    const elements = nested.nesting === "single" ? [value] : Object.values(value as object);
    const objects = elements.filter((element) => !isAbsent(element) && !isUnknown(element)) as Values[];
    return objects.flatMap((element) => enumerationProblems(nested.attributes, element, `${at}.`));
  });
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new Error(problems.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join("\n"));
}
