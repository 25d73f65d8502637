import { TerraformProvider, TerraformStack } from "cdktf";
import { Construct, IConstruct } from "constructs";
import { isUnknown } from "./is-unknown";

/** What tells an AWS provider, whichever copy of its class made it. */
interface AwsProviderLike {
  readonly terraformResourceType?: string;
  readonly alias?: string;
  readonly region?: string;
}

/** Walking a large stack once for every domain in it would cost more than all the rest. */
const DEFAULT_PROVIDERS = new WeakMap<TerraformStack, AwsProviderLike>();

/** The region of an AWS provider, or of the stack's default one; undefined where it is not known at synth. */
export function awsRegionOf(scope: Construct, provider?: TerraformProvider): string | undefined {
  const { region } = (provider as AwsProviderLike | undefined) ?? defaultProvider(TerraformStack.of(scope)) ?? {};
  return typeof region === "string" && region !== "" && !isUnknown(region) ? region : undefined;
}

function defaultProvider(stack: TerraformStack): AwsProviderLike | undefined {
  const known = DEFAULT_PROVIDERS.get(stack);
  if (known !== undefined && isUnset(known.alias)) return known;
  const found = stack.node.findAll().find((construct) => isDefaultOf(construct, stack)) as AwsProviderLike | undefined;
  if (found !== undefined) DEFAULT_PROVIDERS.set(stack, found);
  return found;
}

function isDefaultOf(construct: IConstruct, stack: TerraformStack): boolean {
  const { terraformResourceType, alias } = construct as AwsProviderLike;
  const isAws = TerraformProvider.isTerraformProvider(construct) && terraformResourceType === "aws";
  return isAws && isUnset(alias) && TerraformStack.of(construct) === stack;
}

function isUnset(alias: string | undefined): boolean {
  return alias === undefined || alias === "";
}
