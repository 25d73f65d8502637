import { CATS, Resources, changed, foundInResources, together } from "../../support/configuration";

const fronted = (isProxied: unknown): Resources => ({
  aws_apigatewayv2_domain_name: {
    d: { domain_name: "api.example.com", domain_name_configuration: { certificate_arn: "${var.arn}" } },
  },
  aws_apigatewayv2_api_mapping: {
    m: {
      api_id: "${aws_api_gateway_rest_api.api.id}",
      domain_name: "${aws_apigatewayv2_domain_name.d.id}",
      stage: "prod",
    },
  },
  cloudflare_dns_record: {
    r: {
      zone_id: "${var.zone}",
      name: "api.example.com",
      content: "${aws_apigatewayv2_domain_name.d.domain_name_configuration[0].target_domain_name}",
      proxied: isProxied,
      ttl: 1,
    },
  },
});
const FOUND = ["domain/execute-api-endpoint-kept aws_api_gateway_rest_api.api disable_execute_api_endpoint"];

test.each([
  [undefined, true, FOUND],
  [false, true, FOUND],
  [true, true, []],
  ["${var.x}", true, []],
  [undefined, false, []],
  [undefined, "${var.proxied}", []],
])("disable_execute_api_endpoint: %s, behind a record with proxied: %s", (isDisabled, isProxied, expected) => {
  const api = changed(CATS, "aws_api_gateway_rest_api", "api", { disable_execute_api_endpoint: isDisabled });
  expect(foundInResources(together(api, fronted(isProxied)))).toEqual(expected);
});
