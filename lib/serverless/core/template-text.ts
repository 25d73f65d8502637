import { escapeTemplate } from "../../gateway/core/open-api/terraform-text";
import { SourceNode, SourcePlace, VariableUse } from "./source-node";

/** Text that is put together from parts, some of which only the deployment knows. */
export class TemplateText {
  private text = "";
  private template = "";
  private readonly variables: VariableUse[] = [];

  public get length(): number {
    return this.template.length;
  }

  public addText(text: string): void {
    this.text += text;
    this.template += escapeTemplate(text);
  }

  /** Whether the value can be a part of a text. */
  public addNode(node: SourceNode): boolean {
    if (node.kind === "unknown") {
      this.template += node.value.template;
      this.variables.push(...node.value.variables);
      return true;
    }
    if (node.kind !== "scalar" || node.value === null) return false;
    this.addText(String(node.value));
    return true;
  }

  /** @param original the text as it is written */
  public toNode(at: SourcePlace, original: string): SourceNode {
    if (this.variables.length === 0) return { kind: "scalar", at, value: this.text };
    return { kind: "unknown", at, value: { template: this.template, original, variables: this.variables } };
  }
}
