import { compact } from "../../serverless/core/read-caching";
import { ServerlessVariable } from "../../serverless/serverless-props";
import { VariableRegistry } from "../../serverless/variable-registry";
import { LambdaBlueprint } from "./blueprint";
import { DeploymentModel } from "./core/deployment-model";

/** Collects what the parts of a blueprint need. */
export class Drawing {
  public readonly registry = new VariableRegistry();
  private readonly added = new Map<string, ServerlessVariable>();
  private readonly found = new Map<string, LambdaBlueprint>();

  public constructor(private readonly deployment: DeploymentModel) {}

  public get variables(): ServerlessVariable[] {
    return [...this.registry.variables, ...this.added.values()];
  }

  public get lambdas(): LambdaBlueprint[] {
    return [...this.found.values()];
  }

  /** A variable for what the configuration does not have, as an expression. */
  public variable(variable: ServerlessVariable): string {
    this.added.set(variable.name, variable);
    return `\${var.${variable.name}}`;
  }

  /** The id of a function of the service. */
  public ownLambda(name: string): string {
    const { functions, serviceName, stage } = this.deployment;
    const { functionName: given, alias } = functions.get(name) ?? {};
    const functionName =
      given === undefined
        ? `${this.registry.text(serviceName)}-${this.registry.text(stage)}-${name}`
        : this.registry.text(given);
    // Terraform wants a letter or an underscore first.
    const id = `${/^[A-Za-z]/.test(name) ? "" : "_"}${name}-function`;
    this.found.set(id, compact<LambdaBlueprint>({ id, functionName, alias }));
    return id;
  }
}
