import { TerraformBackend, TerraformOutput, TerraformRemoteState, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { throwOnErrors } from "../rules/configuration-error";
import { checkShape } from "../rules/input/shape";
import { otherState } from "../rules/module/other-state";
import { ModuleFacts, backendsOf, checkModule, checkVersions } from "./core/check-module";
import { isUnknown } from "./is-unknown";
import { configuredOptions, moduleElements } from "./module-elements";
import { asModule } from "./module-rendering";
import { NoBackend } from "./no-backend";
import { TerraformModuleStackProps } from "./terraform-module-stack-props";
import { TERRAFORM_MODULE_STACK_PROPS } from "./terraform-module-stack-shapes";

/**
 * A stack that is written as a reusable Terraform module: without provider blocks and without a backend, and with ranges
 * in the place of the provider versions that the bindings pin. Its `TerraformVariable`s and `TerraformOutput`s are the
 * interface of the module, under the ids that they have.
 *
 * Declare the providers as in any other stack, without options: the root that calls the module configures them. A
 * provider with an `alias` is one that the root has to hand over. Throws a `ConfigurationError` that names every broken
 * rule, of the props at once and of what is declared in the stack when it is synthesized.
 *
 * @see https://developer.hashicorp.com/terraform/language/modules/develop
 */
export class TerraformModuleStack extends TerraformStack {
  private readonly providerVersions: { readonly [provider: string]: string };
  private readonly terraformVersion?: string;
  private noBackend?: NoBackend;

  public constructor(scope: Construct, id: string, props: TerraformModuleStackProps = {}) {
    super(scope, id);
    throwOnErrors(checkShape(props, TERRAFORM_MODULE_STACK_PROPS, "", isUnknown));
    throwOnErrors(checkVersions(props.terraformVersion, props.providerVersions));
    this.providerVersions = { ...props.providerVersions };
    this.terraformVersion = props.terraformVersion;
    this.node.addValidation({ validate: () => this.validateModule() });
  }

  /** A backend that writes nothing. */
  public override ensureBackendExists(): TerraformBackend {
    this.noBackend ??= new NoBackend(this);
    return this.noBackend;
  }

  /** Resolves what is in the stack, as it is written in a module. */
  public override prepareStack(): void {
    this.render(() => super.prepareStack());
  }

  /** The module as Terraform JSON. */
  public override toTerraform(): any {
    const { terraform, ...module } = this.render(() => super.toTerraform());
    const required = this.terraformVersion === undefined ? {} : { required_version: this.terraformVersion };
    const settings = { ...required, ...terraform };
    return Object.keys(settings).length === 0 ? module : { ...module, terraform: settings };
  }

  /** The module as HCL. */
  public override toHclTerraform(): { [key: string]: any } {
    const { hcl, metadata } = this.render(() => super.toHclTerraform());
    if (this.terraformVersion === undefined) return { hcl, metadata };
    // CDKTF would write the name of the setting as its value.
    return { hcl: `terraform {\n  required_version = "${this.terraformVersion}"\n}\n\n${hcl}`, metadata };
  }

  /** Refuses: another stack could read a resource of this one only from a state, which a module does not have. */
  public override registerOutgoingCrossStackReference(identifier: string): TerraformOutput {
    const { path } = this.node;
    throwOnErrors(otherState(`the reference into ${path}`, identifier, path));
    return super.registerOutgoingCrossStackReference(identifier);
  }

  /** Refuses: where the state of another stack is, the module cannot know. */
  public override registerIncomingCrossStackReference(fromStack: TerraformStack): TerraformRemoteState {
    const { path } = this.node;
    throwOnErrors(otherState(`the stack that ${path} refers to`, fromStack.node.path, path));
    return super.registerIncomingCrossStackReference(fromStack);
  }

  private render<T>(render: () => T): T {
    return asModule(moduleElements(this), this.providerVersions, render);
  }

  private validateModule(): string[] {
    throwOnErrors(checkModule(this.facts()));
    return [];
  }

  private facts(): ModuleFacts {
    const { providers, backends, variables, outputs, assets } = moduleElements(this);
    return {
      path: this.node.path,
      providerVersions: this.providerVersions,
      providers: providers.map((provider) => ({
        path: provider.node.path,
        name: provider.terraformResourceType,
        options: configuredOptions(provider),
      })),
      backends: backends.flatMap((backend) =>
        backendsOf(backend.toTerraform()).map((name) => ({ path: backend.node.path, name })),
      ),
      names: [...variables, ...outputs].map((element) => ({
        path: element.node.path,
        name: element.friendlyUniqueId,
        id: element.node.id,
        isGenerated: element.friendlyUniqueId === this.getLogicalId(element),
      })),
      assets: assets.map(({ node, path }) => ({ path: node.path, file: path })),
      written: this.toTerraform(),
    };
  }
}
