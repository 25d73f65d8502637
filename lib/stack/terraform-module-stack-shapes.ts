import { Shape, literal, mapOf, text } from "../rules/input/shape";
import { TerraformModuleStackProps } from "./terraform-module-stack-props";

export const TERRAFORM_MODULE_STACK_PROPS: Shape<TerraformModuleStackProps> = {
  providerVersions: literal(mapOf(literal(text))),
  terraformVersion: literal(text),
};
