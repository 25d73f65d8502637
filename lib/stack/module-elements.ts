import { TerraformBackend, TerraformElement, TerraformOutput, TerraformProvider, TerraformStack } from "cdktf";
import { IConstruct } from "constructs";
import { VariableLike } from "./variable-fragments";

interface AssetLike extends IConstruct {
  readonly path: string;
}

/** The parts of a stack that a module writes in another way than a root. */
export interface ModuleElements {
  readonly providers: readonly TerraformProvider[];
  readonly backends: readonly TerraformBackend[];
  readonly variables: readonly VariableLike[];
  readonly locals: readonly TerraformElement[];
  readonly outputs: readonly TerraformElement[];
  readonly assets: readonly AssetLike[];
}

export function moduleElements(stack: TerraformStack): ModuleElements {
  const constructs = stack.node.findAll().filter((construct) => TerraformStack.of(construct) === stack);
  const elements = constructs.filter((construct) => TerraformElement.isTerraformElement(construct));
  return {
    providers: elements.filter((element) => TerraformProvider.isTerraformProvider(element)) as TerraformProvider[],
    backends: elements.filter((element) => TerraformBackend.isBackend(element)) as TerraformBackend[],
    variables: elements.filter(isVariable) as VariableLike[],
    locals: elements.filter(isLocal) as TerraformElement[],
    outputs: elements.filter((element) => TerraformOutput.isTerraformOutput(element)) as TerraformElement[],
    assets: constructs.filter(isAsset) as AssetLike[],
  };
}

export function isVariable(element: object): boolean {
  return "nullable" in element && "stringValue" in element;
}

export function isLocal(element: object): boolean {
  return "expression" in element && "asStringMap" in element;
}

function isAsset(construct: object): boolean {
  return "assetHash" in construct && "fileName" in construct && "path" in construct;
}

/** The names of the options that a provider is configured with. */
export function configuredOptions(provider: TerraformProvider): string[] {
  const [block = {}] = provider.toTerraform().provider[provider.terraformResourceType] as Record<string, unknown>[];
  return Object.keys(block).filter((option) => block[option] !== undefined);
}
