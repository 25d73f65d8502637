/** A stack that is a Terraform module. */
export interface TerraformModuleStackProps {
  /**
   * The versions of the providers that the module takes, by the name that Terraform code calls the provider by, such as
   * `{ aws: ">= 5.100, < 7.0" }`.
   *
   * @default - for each provider `>=` the version that its binding was made for
   */
  readonly providerVersions?: { [provider: string]: string };

  /**
   * The versions of Terraform that the module takes, such as `>= 1.5`.
   *
   * @default - any
   */
  readonly terraformVersion?: string;
}
