import { Annotations, TerraformStack, TerraformVariable, Token } from "cdktf";
import { Construct } from "constructs";
import { escapeTemplate } from "../gateway/core/open-api/terraform-text";
import { VariableUse } from "./core/source-node";
import { Known } from "./core/value-reader";
import { ServerlessVariable } from "./serverless-props";

/** Writes values as options, and remembers which Terraform variables they need. */
export class VariableRegistry {
  private readonly found = new Map<string, ServerlessVariable>();

  /** The variables, in the order in which they are needed. */
  public get variables(): ServerlessVariable[] {
    return [...this.found.values()];
  }

  /** What a configuration says is data: no `${` in it is Terraform's, but for the variables. */
  public text(value: Known<string>): string {
    return typeof value === "string" ? escapeTemplate(value) : this.use(value, "string");
  }

  public texts(values: readonly Known<string>[]): string[] {
    return values.map((value) => this.text(value));
  }

  /** An object with texts as its keys. */
  public record<T, U>(entries: { readonly [name: string]: T }, convert: (value: T) => U): { [name: string]: U } {
    return Object.fromEntries(Object.entries(entries).map(([name, value]) => [this.text(name), convert(value)]));
  }

  public number(value: Known<number>): number {
    return typeof value === "number" ? value : Token.asNumber(this.use(value, "number"));
  }

  public flag(value: Known<boolean>): boolean {
    if (typeof value === "boolean") return value;
    return Token.asAny(this.use(value, "bool")) as unknown as boolean;
  }

  private use({ template, variables }: Exclude<Known<string>, string>, type: string): string {
    const isWhole = variables.length === 1 && template === `\${var.${variables[0]!.name}}`;
    for (const variable of variables) this.add(variable, isWhole ? type : "string");
    return template;
  }

  /** A variable that is needed as two types is a text, which Terraform converts. */
  private add({ name, original, defaultValue }: VariableUse, type: string): void {
    const before = this.found.get(name);
    const joined = before === undefined || before.terraformType === type ? type : "string";
    this.found.set(name, {
      name,
      original,
      terraformType: joined,
      ...(defaultValue === undefined ? {} : { defaultValue }),
    });
  }
}

/** Declares variables in the stack of a scope, those that it does not have yet. */
export function declareVariables(
  scope: Construct,
  variables: readonly ServerlessVariable[],
  fileName: string,
): TerraformVariable[] {
  const stack = TerraformStack.of(scope);
  return variables.map(({ name, original, terraformType: type, defaultValue }) => {
    const id = `serverless-variable-${name}`;
    const known = stack.node.tryFindChild(id);
    if (known !== undefined) return known as TerraformVariable;
    const description = `${describe(original)}, in ${describe(fileName)}`;
    const variable = new TerraformVariable(stack, id, { type, description, default: defaultValue });
    variable.overrideLogicalId(name);
    return variable;
  });
}

/** One line without expressions, and without quotes that HCL output would not escape beside them. */
function describe(text: string): string {
  return text
    .replace(/[$%]+\{/g, "{")
    .replace(/\s+/g, " ")
    .slice(0, 200);
}

/** Shows warnings on a construct, as one annotation. */
export function annotate(scope: Construct, messages: readonly string[]): void {
  if (messages.length > 0) Annotations.of(scope).addWarning(messages.join("\n"));
}
