import { ApiGatewayIntegration } from "@cdktf/provider-aws/lib/api-gateway-integration";
import { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method";
import { TerraformElement, TerraformStack } from "cdktf";
import { IConstruct } from "constructs";
import { isUnknown } from "../stack/is-unknown";
import { address, presentName, writeOut } from "../stack/references";

interface Resource extends TerraformElement {
  readonly terraformResourceType: string;
}

const INDEXED = /^aws_api_gateway_(authorizer|deployment|integration|integration_response|method|resource|stage)$/;

/** Finds resources by what refers to them. */
export class ResourceIndex {
  private readonly byAddress = new Map<string, Resource>();
  private grouped?: Map<string, Resource[]>;

  public constructor(private readonly stack: TerraformStack) {
    for (const node of stack.node.findAll()) {
      if (isResource(node) && INDEXED.test(node.terraformResourceType))
        this.byAddress.set(`${node.terraformResourceType}.${presentName(node)}`, node);
    }
  }

  /** The resource whose attribute a reference names, if it is of this type and in this stack. */
  public find<T extends TerraformElement>(type: string, attribute: string, reference: unknown): T | undefined {
    const [, name] = new RegExp(`^\\$\\{${type}\\.([^.\\[\\]]+)\\.${attribute}\\}$`).exec(this.text(reference)) ?? [];
    return name === undefined ? undefined : (this.byAddress.get(`${type}.${name}`) as T | undefined);
  }

  /** The path of an `aws_api_gateway_resource`, read along its parents as far as this stack declares them. */
  public pathOfResource(resourceId: unknown): ReadPath | undefined {
    if (ROOT_RESOURCE.test(this.text(resourceId))) return { text: "", fromRoot: true };
    const resource = this.find<PathResource>("aws_api_gateway_resource", "id", resourceId);
    if (resource === undefined) return undefined;
    const parent = this.pathOfResource(resource.parentIdInput) ?? { text: "", fromRoot: false };
    const part = this.text(resource.pathPartInput);
    return part.includes("${") ? undefined : { ...parent, text: `${parent.text}/${part}` };
  }

  /** The integration of the same resource and verb. */
  public integrationOf(method: ApiGatewayMethod): ApiGatewayIntegration | undefined {
    const verbs = [this.text(method.httpMethodInput), `\${${address(method)}.http_method}`];
    return this.below<ApiGatewayIntegration>("aws_api_gateway_integration", method.resourceIdInput).find(
      (integration) => verbs.includes(this.text(integration.httpMethodInput)),
    );
  }

  /** The method of a path and verb of an API. */
  public methodAt(restApiId: unknown, verb: string, path: string): ApiGatewayMethod | undefined {
    const api = this.text(restApiId);
    return [...this.byAddress.values()].find((resource): resource is Resource & ApiGatewayMethod => {
      if (resource.terraformResourceType !== "aws_api_gateway_method") return false;
      const method = resource as Resource & ApiGatewayMethod;
      if (this.text(method.restApiIdInput) !== api || this.text(method.httpMethodInput).toUpperCase() !== verb)
        return false;
      const actual = this.pathOfResource(method.resourceIdInput);
      return actual?.fromRoot === true && (actual.text === "" ? "/" : actual.text) === path;
    });
  }

  /** The verbs of the other methods of the same resource. */
  public siblingVerbs(method: ApiGatewayMethod): string[] {
    return this.below<ApiGatewayMethod>("aws_api_gateway_method", method.resourceIdInput)
      .filter((other) => other !== method)
      .map((other) => this.text(other.httpMethodInput).toUpperCase());
  }

  /** The origins that the preflight answer of the method's resource lets in. */
  public allowedOrigins(method: ApiGatewayMethod): string[] | undefined {
    const responses = this.below<IntegrationResponse>("aws_api_gateway_integration_response", method.resourceIdInput);
    const origins = responses.flatMap(({ responseParametersInput = {} }) => {
      const value = responseParametersInput["method.response.header.Access-Control-Allow-Origin"];
      const origin = this.text(value).replace(/^'(.*)'$/, "$1");
      return value === undefined || isUnknown(origin) ? [] : [origin];
    });
    return origins.length === 0 ? undefined : [...new Set(origins)];
  }

  /** The methods or integrations of an `aws_api_gateway_resource`. */
  private below<T extends TerraformElement>(type: string, resourceId: unknown): T[] {
    return (this.belowResource().get(`${type} ${this.text(resourceId)}`) ?? []) as unknown as T[];
  }

  private belowResource(): Map<string, Resource[]> {
    if (this.grouped !== undefined) return this.grouped;
    this.grouped = new Map();
    for (const resource of this.byAddress.values()) {
      if (!("resourceIdInput" in resource)) continue;
      const key = `${resource.terraformResourceType} ${this.resourceIdOf(resource)}`;
      this.grouped.set(key, [...(this.grouped.get(key) ?? []), resource]);
    }
    return this.grouped;
  }

  /** An integration may name its resource by way of its method: `aws_api_gateway_method.get.resource_id`. */
  private resourceIdOf(resource: { readonly resourceIdInput?: unknown }): string {
    const id = this.text(resource.resourceIdInput);
    const method = this.find<ApiGatewayMethod>("aws_api_gateway_method", "resource_id", id);
    return method === undefined ? id : this.text(method.resourceIdInput);
  }

  private text(value: unknown): string {
    return String(writeOut(this.stack, value));
  }
}

/** A path that may begin at a resource of another configuration. */
export interface ReadPath {
  readonly text: string;
  readonly fromRoot: boolean;
}

const ROOT_RESOURCE = /^\$\{(data\.)?aws_api_gateway_rest_api\.[^.]+\.root_resource_id\}$/;

interface IntegrationResponse extends TerraformElement {
  readonly responseParametersInput?: { readonly [name: string]: string };
}

interface PathResource extends TerraformElement {
  readonly parentIdInput?: string;
  readonly pathPartInput?: string;
}

function isResource(node: IConstruct): node is Resource {
  return TerraformElement.isTerraformElement(node) && "terraformResourceType" in node;
}
