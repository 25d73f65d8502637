import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

const DEFAULT_ENDPOINT =
  /^(https?:\/\/)?([a-z0-9]{10}|\$\{aws_(api_gateway_rest_api|apigatewayv2_api)\.[\w-]+\.id\})\.execute-api\.|aws_apigatewayv2_api\.[\w-]+\.api_endpoint|aws_\w+\.[\w-]+\.invoke_url/i;

/** Whether a record leads to the endpoint of an API, not to that of a custom domain. */
export function isDefaultEndpoint(target: string): boolean {
  return DEFAULT_ENDPOINT.test(target);
}

export const defaultEndpointTargetRule = defineRule({
  id: "edge/default-endpoint-target",
  severity: Severity.ERROR,
  cause: "this is the address of the API itself, which does not know the host",
  explanation:
    "API Gateway finds the API by the host name of the request: asked for another name at its default endpoint, it answers 403 Forbidden.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html",
});

/** @param target the name, or a reference to it as it is written in Terraform */
export function defaultEndpointTarget(property: string, target: string): Finding[] {
  if (!isDefaultEndpoint(target)) return [];
  return [
    defaultEndpointTargetRule.finding({
      property,
      found: target,
      allowed:
        "the name that API Gateway gives a custom domain, such as d-abc123.execute-api.eu-central-1.amazonaws.com",
      change: "Declare a custom domain for the host, and give its target name (ApiDomain.targetDomainName).",
    }),
  ];
}
