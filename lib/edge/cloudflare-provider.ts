import { TerraformProvider, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { ICloudflareZone } from "./zone-reference";

/** The provider of what is made for a zone. A stack cannot use one of another stack: there it is the default. */
export function cloudflareProviderOf(scope: Construct, zone: ICloudflareZone): TerraformProvider | undefined {
  const { cloudflareProvider: provider } = zone;
  return provider !== undefined && TerraformStack.of(provider) === TerraformStack.of(scope) ? provider : undefined;
}
