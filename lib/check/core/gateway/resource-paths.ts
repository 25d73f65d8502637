import { Target, References } from "../references";

const DEEPEST = 40;

/** The path of an `aws_api_gateway_resource`, which Terraform has only after it is created. */
export function deriveResourcePath({ resource, attribute }: Target, references: References): string | undefined {
  if (resource.type !== "aws_api_gateway_resource" || attribute !== "path" || resource.isData) return undefined;
  return pathOfResource(`\${${resource.address}.id}`, references);
}

/** The path of the resource with this id, read along its parents; `/` for the root, undefined where a part is not known. */
export function pathOfResource(resourceId: unknown, references: References): string | undefined {
  const parts: string[] = [];
  let id: unknown = resourceId;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (isRoot(id, references)) return `/${parts.reverse().join("/")}`;
    const resource =
      references.target(id)?.attribute === "id"
        ? references.target(id)!.resource
        : references.resource("aws_api_gateway_resource", "id", id);
    if (resource?.type !== "aws_api_gateway_resource") return undefined;
    const whole = parts.length === 0 ? references.text(resource.attributes.path) : undefined;
    if (whole !== undefined) return whole;
    const part = references.text(resource.attributes.path_part);
    if (part === undefined) return undefined;
    parts.push(part);
    id = resource.attributes.parent_id;
  }
  return undefined;
}

function isRoot(id: unknown, references: References): boolean {
  const target = references.target(id);
  if (target !== undefined) {
    return target.resource.type === "aws_api_gateway_rest_api" && target.attribute === "root_resource_id";
  }
  return references.resource("aws_api_gateway_rest_api", "root_resource_id", id) !== undefined;
}
