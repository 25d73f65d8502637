import { Attributes, CheckedResource, PlainConfiguration } from "./plain-configuration";
import { orderingOf } from "./ordering";
import { plannedAttributes } from "./planned-attributes";
import { plannedDependencies } from "./planned-dependencies";
import { Scope, scopeOfCall } from "./plan-scope";
import { withoutProviderDefaults } from "./provider-defaults";
import { asList, asObject, knownText } from "./values";
import { isRecord } from "../../rules/input/shape";

/** Reads the JSON of a plan: what every resource would be, with all modules, and what data sources have said. */
export function readPlan(plan: Attributes, file: string): PlainConfiguration {
  const configuration = asObject(plan.configuration);
  const root: Scope = { prefix: "", module: asObject(configuration.root_module) };
  const reader: PlanReader = {
    file,
    changes: new Map(
      asList(plan.resource_changes)
        .filter(isRecord)
        // What is left of an object that was replaced has the address of the one that took its place.
        .filter(({ deposed }) => deposed === undefined)
        .map((change) => [String(change.address), change]),
    ),
    regions: regionsOf(configuration, asObject(plan.variables)),
  };
  const planned = modulesOf(asObject(asObject(plan.planned_values).root_module), root);
  const prior = modulesOf(asObject(asObject(asObject(plan.prior_state).values).root_module), root);
  const resources = planned.flatMap(({ scope, resources }) => resources.map((one) => checked(one, scope, reader)));
  const known = new Set(resources.map(({ address }) => address));
  const read = prior.flatMap(({ scope, resources: states }) =>
    states
      .filter(({ mode, address }) => mode === "data" && !known.has(String(address)))
      .map((one) => checked(one, scope, reader)),
  );
  return {
    resources: [...resources, ...read],
    locals: new Map(),
    // Where a private key comes from is not among the values of a plan.
    openVariables: new Set(),
    written: [{ file, value: configuration }],
    cloudflareVersions: knownText(asObject(asObject(configuration.provider_config).cloudflare).version_constraint),
    follows: orderingOf(() => plannedDependencies(root)),
    // A plan with -target, or one that went wrong, has a part only.
    isWhole: plan.complete !== false && plan.errored !== true,
  };
}

interface PlanReader {
  readonly file: string;
  readonly changes: ReadonlyMap<string, Attributes>;
  readonly regions: ReadonlyMap<string, string | undefined>;
}

interface PlannedModule {
  readonly scope: Scope;
  readonly resources: readonly Attributes[];
}

function modulesOf(module: Attributes, scope: Scope): PlannedModule[] {
  const resources = asList(module.resources).filter(isRecord);
  const children = asList(module.child_modules)
    .filter(isRecord)
    .flatMap((child) => {
      const step = String(child.address).slice(scope.prefix.length);
      // A module that the configuration has no more: its resources are known by their values only.
      const called = scopeOfCall(scope, step) ?? { prefix: `${String(child.address)}.`, module: {} };
      return modulesOf(child, called);
    });
  return [{ scope, resources }, ...children];
}

function checked(planned: Attributes, scope: Scope, { file, changes, regions }: PlanReader): CheckedResource {
  const address = String(planned.address);
  const { change, mode } = { change: asObject(changes.get(address)?.change), mode: planned.mode };
  const configured = asList(scope.module.resources)
    .filter(isRecord)
    .find((one) => one.type === planned.type && one.name === planned.name && one.mode === mode);
  const expressions = asObject(configured?.expressions);
  const given = plannedAttributes({
    values: asObject(planned.values),
    unknown: change.after_unknown,
    sensitive: [planned.sensitive_values, change.after_sensitive],
    expressions,
    scope,
    address,
  });
  const attributes = withoutProviderDefaults(String(planned.type), given, expressions);
  return {
    address,
    type: String(planned.type),
    isData: mode === "data",
    attributes,
    file,
    region: knownText(attributes.region) ?? regions.get(String(configured?.provider_config_key)),
    provider: String(configured?.provider_config_key),
    isRepeated: false,
    unwritten: new Set(Object.keys(attributes).filter((name) => !(name in expressions))),
    isCreated: asList(change.actions).includes("create"),
  };
}

/** The regions of the AWS providers, by the keys that resources name them with. */
function regionsOf(configuration: Attributes, variables: Attributes): ReadonlyMap<string, string | undefined> {
  return new Map(
    Object.entries(asObject(configuration.provider_config)).map(([key, provider]) => {
      const { module_address: module, expressions } = asObject(provider);
      const { constant_value: region, references } = asObject(asObject(expressions).region);
      const variable = module === undefined ? wholeVariable(references) : undefined;
      const given = variable === undefined ? undefined : asObject(variables[variable]).value;
      return [key, [region, given].map(knownText).find(isRegion)];
    }),
  );
}

/** The variable that an expression is; it may be a part of one, too. */
function wholeVariable(references: unknown): string | undefined {
  const [reference, ...others] = asList(references);
  return others.length > 0 ? undefined : /^var\.([\w-]+)$/.exec(String(reference))?.[1];
}

function isRegion(text: string | undefined): boolean {
  return text !== undefined && /^[a-z]{2}(-[a-z]+)+-\d+$/.test(text);
}
