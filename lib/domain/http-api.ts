import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2Integration } from "@cdktf/provider-aws/lib/apigatewayv2-integration";
import { Apigatewayv2Route } from "@cdktf/provider-aws/lib/apigatewayv2-route";
import { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { Construct } from "constructs";
import { renderLambdaPermissions } from "../gateway/lambda-permissions";
import { aliasName } from "../gateway/rest-integration";
import { throwOnErrors } from "../rules/configuration-error";
import { checkCorsOrigins } from "../rules/domain/cors-origin";
import { checkShape } from "../rules/input/shape";
import { isUnknown } from "../stack/is-unknown";
import { logicalId } from "../stack/logical-id";
import { DeclaredApi, IApiStage } from "./api-stage";
import { ApiType } from "./api-type";
import { HttpApiProps } from "./http-api-props";
import { HTTP_API_PROPS } from "./http-api-shapes";

const ROUTE = "$default";
const STAGE = "$default";

/**
 * An HTTP API whose every request goes to one Lambda function: the API, its `$default` route and integration, the
 * `$default` stage that deploys by itself, and the permission of the function.
 *
 * An HTTP API has no cache of its own: cache it at the edge. Throws a `ConfigurationError` that names every broken rule.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export class HttpApi extends Construct implements IApiStage {
  /** The API. */
  public readonly api: Apigatewayv2Api;

  /** What calls the function. */
  public readonly integration: Apigatewayv2Integration;

  /** The route of every request. */
  public readonly route: Apigatewayv2Route;

  /** The stage. */
  public readonly stage: Apigatewayv2Stage;

  /** The permission of the function. */
  public readonly lambdaPermission: LambdaPermission;

  /** The id of the API, for a domain that serves it. */
  public readonly apiId: string;

  /** The name of the stage, for a domain that serves it. */
  public readonly apiStageName: string;

  /** An HTTP API. */
  public readonly apiType: ApiType = ApiType.HTTP;

  /** @internal */
  public readonly _declared: DeclaredApi;

  public constructor(scope: Construct, id: string, props: HttpApiProps) {
    super(scope, id);
    throwOnErrors(checkShape(props, HTTP_API_PROPS, "", isUnknown));
    throwOnErrors(checkCorsOrigins("corsOrigins", props.corsOrigins, isUnknown));
    this.api = this.createApi(props.apiName ?? id, props);
    this.apiId = this.api.id;
    this.integration = this.createIntegration(props);
    this.route = this.createRoute(props);
    const call = { target: props.lambdaFunction, qualifier: aliasName(props.lambdaFunction) };
    this.lambdaPermission = renderLambdaPermissions(this, this.api, [call], props.provider)[0]!;
    this.stage = this.createStage(props);
    this.apiStageName = this.stage.name;
    this._declared = { httpApi: this.api, deploymentFollows: true };
  }

  private createApi(name: string, props: HttpApiProps): Apigatewayv2Api {
    const { corsOrigins = [] } = props;
    const api = new Apigatewayv2Api(this, "api", {
      name,
      protocolType: "HTTP",
      description: props.description,
      disableExecuteApiEndpoint: props.disableExecuteApiEndpoint,
      corsConfiguration:
        corsOrigins.length === 0
          ? undefined
          : { allowOrigins: corsOrigins, allowMethods: ["*"], allowHeaders: ["authorization", "content-type"] },
      tags: props.tags,
      provider: props.provider,
    });
    api.overrideLogicalId(logicalId(this));
    return api;
  }

  private createIntegration({ lambdaFunction, provider }: HttpApiProps): Apigatewayv2Integration {
    const integration = new Apigatewayv2Integration(this, "integration", {
      apiId: this.apiId,
      integrationType: "AWS_PROXY",
      integrationMethod: "POST",
      integrationUri: lambdaFunction.invokeArn,
      payloadFormatVersion: "2.0",
      provider,
    });
    integration.overrideLogicalId(logicalId(this));
    return integration;
  }

  private createRoute({ provider }: HttpApiProps): Apigatewayv2Route {
    const route = new Apigatewayv2Route(this, "route", {
      apiId: this.apiId,
      routeKey: ROUTE,
      target: `integrations/${this.integration.id}`,
      provider,
    });
    route.overrideLogicalId(logicalId(this));
    return route;
  }

  /** A domain that serves the stage then never meets an API without its route, or a function that refuses it. */
  private createStage({ tags, provider }: HttpApiProps): Apigatewayv2Stage {
    const stage = new Apigatewayv2Stage(this, "stage", {
      apiId: this.apiId,
      name: STAGE,
      autoDeploy: true,
      dependsOn: [this.route, this.lambdaPermission],
      tags,
      provider,
    });
    stage.overrideLogicalId(logicalId(this));
    return stage;
  }
}
