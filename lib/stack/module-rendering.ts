import { TerraformElement, TerraformProvider } from "cdktf";
import { hclLiteral } from "./core/hcl-literal";
import { rangeFrom } from "./core/version-constraint";
import { ModuleElements } from "./module-elements";
import { Fragments, variableFragments } from "./variable-fragments";

type Renders = Partial<Record<"toTerraform" | "toHclTerraform", () => unknown>>;

/** Renders a stack whose providers, backends and variables are written as those of a module. */
export function asModule<T>(
  { providers, backends, variables, locals }: ModuleElements,
  versions: { readonly [provider: string]: string },
  render: () => T,
): T {
  const nothing: Fragments = { json: {}, hcl: {} };
  const written = new Map<TerraformElement, Fragments>([
    ...backends.map((backend) => [backend, nothing] as const),
    ...variables.map((variable) => [variable, variableFragments(variable)] as const),
    ...locals.map((local) => [local, localFragments(local)] as const),
    ...providers.map((provider) => [provider, requirement(provider, providers, versions)] as const),
  ]);
  written.forEach(({ json, hcl }, element) => {
    Object.assign(element, { toTerraform: () => json, toHclTerraform: () => hcl });
  });
  try {
    return render();
  } finally {
    for (const element of written.keys() as Iterable<Renders>) {
      delete element.toTerraform;
      delete element.toHclTerraform;
    }
  }
}

/** The providers of one name share an entry, which the first of them writes. */
function requirement(provider: TerraformProvider, all: readonly TerraformProvider[], versions: Record<string, string>) {
  const { terraformResourceType: name, terraformProviderSource: source, terraformGeneratorMetadata: made } = provider;
  const namesakes = all.filter((other) => other.terraformResourceType === name);
  if (namesakes[0] !== provider) return { json: {}, hcl: {} };
  const version = versions[name] ?? rangeFrom(made?.providerVersion || made?.providerVersionConstraint);
  const aliases = namesakes.flatMap(({ alias }) => (alias === undefined || alias === "" ? [] : [`${name}.${alias}`]));
  const entry = (configurationAliases: unknown) => ({
    source,
    version,
    ...(aliases.length === 0 ? {} : { configuration_aliases: configurationAliases }),
  });
  const within = (required: object) => ({ terraform: { required_providers: { [name]: required } } });
  // In HCL these are references, which CDKTF leaves without quotes only in a text that looks like a list.
  return { json: within(entry(aliases)), hcl: within(entry(`[${aliases.join(", ")}]`)) };
}

/** CDKTF's HCL leaves out a local that JavaScript takes for false. */
function localFragments(local: TerraformElement): Fragments {
  const hcl = local.toHclTerraform() as { readonly locals: { readonly [name: string]: { readonly value: unknown } } };
  const locals = Object.entries(hcl.locals).map(([name, { value, ...rest }]) => [
    name,
    { ...rest, value: value ? value : `\${${hclLiteral(value)}}` },
  ]);
  return { json: local.toTerraform() as object, hcl: { locals: Object.fromEntries(locals) } };
}
