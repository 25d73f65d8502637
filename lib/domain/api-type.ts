/** The two kinds of API that share a custom domain. */
export enum ApiType {
  /** `aws_api_gateway_rest_api` */
  REST = "REST",
  /** `aws_apigatewayv2_api` with the protocol `HTTP` */
  HTTP = "HTTP",
}
