/** Ids that an argument takes from something of another name, by the type that it is taken from. */
const TAKEN: { readonly [type: string]: { readonly [argument: string]: string } } = {
  aws_api_gateway_rest_api: { parent_id: "root_resource_id", resource_id: "root_resource_id", api_id: "id" },
  aws_api_gateway_resource: { parent_id: "id" },
};

/** What has a certificate's ARN under one name, whatever the argument is called. */
const ARNS: { readonly [type: string]: string } = {
  aws_acm_certificate: "arn",
  aws_acm_certificate_validation: "certificate_arn",
};

/** Types whose arguments are called alike wherever they stand. */
const ALIKE = /^(aws_api_gateway|aws_apigatewayv2|cloudflare)_/;

/**
 * The attribute that an argument takes from a resource of a type, where only the resource is told: `rest_api_id` of a
 * stage is the stage's `rest_api_id`, and that of an API is its `id`. Undefined where that is not known.
 */
export function siblingAttribute(type: string, argument: string): string | undefined {
  if (argument.endsWith("_arn")) return own(ARNS, type);
  if (!argument.endsWith("_id")) return undefined;
  const taken = own(own(TAKEN, type) ?? {}, argument);
  if (taken !== undefined) return taken;
  // `deployment_id` of a deployment is what it is called itself.
  if (type.endsWith(`_${argument.slice(0, -"_id".length)}`)) return "id";
  return ALIKE.test(type) ? argument : undefined;
}

function own<T>(object: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined;
}
