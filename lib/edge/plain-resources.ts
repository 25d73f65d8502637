import { TerraformElement, TerraformResource, TerraformStack } from "cdktf";
import { IConstruct } from "constructs";
import { isUnknown } from "../stack/is-unknown";
import { writeOut } from "../stack/references";
import { PlainResource } from "./core/check-resources";

const OURS = Symbol.for("cdktf-api-caching.edge.ours");

/** What is looked at: reading a resource costs as much as rendering it. */
const READ = /^cloudflare_(dns_record|origin_ca_certificate|page_rule|record|ruleset|zone_setting)$/;

/** Attributes that are enough to compare a resource of the library's with those of the user. */
type Summary = PlainResource["attributes"];

/** Notes that a resource is the library's own, and what there is to compare; without it, it is not looked at. */
export function markOurs(resource: TerraformResource, summary?: Summary): void {
  Object.defineProperty(resource, OURS, { value: { summary } });
}

/** The Cloudflare resources of a stack as they are rendered. */
export function plainResources(stack: TerraformStack): PlainResource[] {
  return stack.node
    .findAll()
    .flatMap((node) => (isRead(node) && TerraformStack.of(node) === stack ? read(stack, node) : []));
}

/** Those of a zone's stack and of its hosts'; a reference means nothing outside of its own stack. */
export function resourcesAround(own: TerraformStack, stacks: ReadonlySet<TerraformStack>): PlainResource[] {
  const others = [...stacks].filter((stack) => stack !== own);
  return [
    ...plainResources(own),
    ...others.flatMap((stack) => plainResources(stack).map((one) => inStack(stack, one))),
  ];
}

function inStack(stack: TerraformStack, resource: PlainResource): PlainResource {
  const { zone_id: zoneId } = resource.attributes;
  if (!isUnknown(zoneId)) return resource;
  return { ...resource, attributes: { ...resource.attributes, zone_id: `${stack.node.path}:${String(zoneId)}` } };
}

type Resource = TerraformResource & { readonly [OURS]?: { readonly summary?: Summary } };

function isRead(node: IConstruct): node is Resource {
  return (
    TerraformElement.isTerraformElement(node) && READ.test(String((node as TerraformResource).terraformResourceType))
  );
}

function read(stack: TerraformStack, resource: Resource): PlainResource[] {
  const { terraformResourceType: type, friendlyUniqueId: name } = resource;
  const ours = resource[OURS];
  if (ours !== undefined) {
    return ours.summary === undefined ? [] : [{ type, name, attributes: writeOut(stack, ours.summary) as Summary }];
  }
  const { resource: rendered } = resource.toTerraform() as {
    resource?: { [type: string]: { [name: string]: Summary } };
  };
  const attributes = rendered?.[type]?.[name];
  return attributes === undefined ? [] : [{ type, name, attributes: writeOut(stack, attributes) as Summary }];
}
