import { DataAwsLambdaAlias } from "@cdktf/provider-aws/lib/data-aws-lambda-alias";
import { DataAwsLambdaFunction } from "@cdktf/provider-aws/lib/data-aws-lambda-function";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformOutput, TerraformStack } from "cdktf";
import { CachedRestApi } from "../../gateway/cached-rest-api";
import { RestEndpoint } from "../../gateway/cached-rest-api-props";
import { RestAuthorizer } from "../../gateway/rest-authorizer";
import { ILambdaTarget, RestIntegration } from "../../gateway/rest-integration";
import { StageCache } from "../../gateway/stage-cache";
import { SharedStageCacheProps } from "../../gateway/stage-cache-props";
import { declareVariables } from "../../serverless/variable-registry";
import { throwOnErrors } from "../../rules/configuration-error";
import { Finding } from "../../rules/finding";
import { ApiBlueprint, AuthorizerBlueprint, BackendBlueprint, Blueprint, LambdaBlueprint } from "./blueprint";
import { findingsOf, relocatePart } from "./core/relocate";
import { PLACEHOLDER } from "./placeholder";

type Lambdas = ReadonlyMap<string, ILambdaTarget>;

/** Makes the constructs of a blueprint. Gives back the options of the cache of a stage that is another one's. */
export function renderStack(stack: TerraformStack, blueprint: Blueprint): SharedStageCacheProps | undefined {
  const { service, fileName, api } = blueprint;
  declareVariables(stack, blueprint.variables, fileName);
  new AwsProvider(stack, "aws", { region: blueprint.region });
  if (api === undefined) {
    const shared = service.sharedStageCacheOptions(stack);
    StageCache.shared(stack, "cache", shared);
    return shared;
  }
  const functions = blueprint.lambdas.map((lambda) => [lambda.id, lookUp(stack, lambda)] as const);
  renderApi(stack, blueprint, api, new Map(functions));
  return undefined;
}

function lookUp(stack: TerraformStack, { id, functionName, alias }: LambdaBlueprint): ILambdaTarget {
  if (alias === undefined) return new DataAwsLambdaFunction(stack, id, { functionName });
  return new DataAwsLambdaAlias(stack, id, { functionName, name: alias });
}

function renderApi(
  stack: TerraformStack,
  { service, lambdas: known }: Blueprint,
  api: ApiBlueprint,
  lambdas: Lambdas,
): void {
  const wrong: Finding[] = [];
  const integrations = api.endpoints.map(({ endpoint, backend }) => {
    const integration = made(endpoint.writtenAt, wrong, () => integrationOf(backend, lambdas));
    return [`${endpoint.httpMethod} ${endpoint.path}`, integration!] as const;
  });
  const authorizers = api.authorizers.map((authorizer) => {
    const { key, writtenAt } = authorizer;
    return [key, made(writtenAt, wrong, () => authorizerOf(authorizer, lambdas))!] as const;
  });
  throwOnErrors(wrong);
  const endpoints: RestEndpoint[] = service.restEndpoints(stack, {
    integrations: Object.fromEntries(integrations),
    authorizers: Object.fromEntries(authorizers),
  });
  const placeholder: RestEndpoint = { ...PLACEHOLDER, integration: RestIntegration.mock() };
  const restApi = new CachedRestApi(stack, "api", {
    ...api.props,
    endpoints: endpoints.length === 0 ? [placeholder] : endpoints,
  });
  for (const id of api.permissions) {
    new LambdaPermission(stack, `${id}-permission`, {
      action: "lambda:InvokeFunction",
      functionName: lambdas.get(id)!.functionName,
      principal: "apigateway.amazonaws.com",
      qualifier: known.find((lambda) => lambda.id === id)!.alias,
      sourceArn: `${restApi.restApi.executionArn}/*/*`,
    });
  }
  new TerraformOutput(stack, "url", { value: restApi.stage.invokeUrl });
}

/** A part of the API; what is wrong with it is told of where it is written, together with all the others. */
function made<T>(writtenAt: string, wrong: Finding[], make: () => T): T | undefined {
  try {
    return make();
  } catch (thrown) {
    const findings = findingsOf(thrown, (property) => relocatePart(property, writtenAt));
    if (findings === undefined) throw thrown;
    wrong.push(...findings);
    return undefined;
  }
}

function integrationOf(backend: BackendBlueprint, lambdas: Lambdas): RestIntegration {
  switch (backend.kind) {
    case "lambdaProxy":
      return RestIntegration.lambdaProxy(lambdas.get(backend.lambda)!);
    case "lambda":
      return RestIntegration.aws(lambdas.get(backend.lambda)!.invokeArn, "POST", backend.options);
    case "http":
    case "httpProxy":
      return RestIntegration[backend.kind](backend.uri, backend.httpMethod, backend.options);
    case "mock":
      return RestIntegration.mock(backend.options);
  }
}

function authorizerOf(authorizer: AuthorizerBlueprint, lambdas: Lambdas): RestAuthorizer {
  const { name, lambda, target, options, userPoolArn, userPoolOptions } = authorizer;
  if (userPoolArn !== undefined) return RestAuthorizer.cognito(name, [userPoolArn], userPoolOptions);
  return RestAuthorizer.lambdaRequest(name, target ?? lambdas.get(lambda!)!, options);
}
