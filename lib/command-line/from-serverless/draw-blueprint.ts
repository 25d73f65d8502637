import { compact } from "../../serverless/core/read-caching";
import { isUnknownValue } from "../../serverless/core/source-node";
import { Known } from "../../serverless/core/value-reader";
import { ServerlessVariable } from "../../serverless/serverless-props";
import { VariableRegistry } from "../../serverless/variable-registry";
import { CachedRestApiProps } from "../../gateway/cached-rest-api-props";
import { ApiBlueprint, Blueprint } from "./blueprint";
import { DeploymentModel, PolicyValue } from "./core/deployment-model";
import { drawAuthorizers } from "./draw-authorizers";
import { drawBackend } from "./draw-backend";
import { Drawing } from "./drawing";
import { Configuration } from "./read-configuration";

/** The variable of a region that the configuration does not name, as the framework would choose it. */
const REGION: ServerlessVariable = {
  name: "aws_region",
  original: "the AWS region, which provider.region does not say",
  terraformType: "string",
  defaultValue: "us-east-1",
};

/** Decides what is written for a configuration. */
export function drawBlueprint({ fileName, service, deployment, isShared }: Configuration): Blueprint {
  const drawing = new Drawing(deployment);
  const region = deployment.region === undefined ? drawing.variable(REGION) : drawing.registry.text(deployment.region);
  const api = isShared ? undefined : drawApi(drawing, service, deployment, region);
  const { serviceName } = deployment;
  return compact<Blueprint>({
    service,
    fileName,
    serviceName: typeof serviceName === "string" ? serviceName : "",
    region,
    api,
    lambdas: drawing.lambdas,
    variables: drawing.variables,
  });
}

function drawApi(
  drawing: Drawing,
  service: Configuration["service"],
  deployment: DeploymentModel,
  region: string,
): ApiBlueprint {
  const endpoints = service.endpoints.map((endpoint) => {
    const backend = drawBackend(drawing, endpoint, deployment.events.get(endpoint.writtenAt));
    return { endpoint, backend };
  });
  const details = [...deployment.events.values()].flatMap(({ authorizer }) => authorizer ?? []);
  const { authorizers, definitionOverrides: ofAuthorizers } = drawAuthorizers(drawing, details, region);
  const { apiKeySource } = deployment.api;
  const definitionOverrides = {
    ...ofAuthorizers,
    ...(apiKeySource === undefined ? {} : { "x-amazon-apigateway-api-key-source": apiKeySource }),
  };
  const withPermission = [
    ...endpoints.flatMap(({ backend }) => (backend.kind === "lambdaProxy" ? [backend.lambda] : [])),
    ...authorizers.flatMap(({ lambda }) => lambda ?? []),
  ];
  const mapped = endpoints.flatMap(({ backend }) => (backend.kind === "lambda" ? [backend.lambda] : []));
  return {
    props: {
      ...settingsOf(drawing.registry, deployment),
      stageName: service.stageName,
      cache: service.cache,
      ...(service.cors === undefined ? {} : { cors: service.cors }),
      ...(Object.keys(definitionOverrides).length === 0 ? {} : { definitionOverrides }),
    },
    endpoints,
    authorizers,
    permissions: [...new Set(mapped)].filter((id) => !withPermission.includes(id)),
  };
}

function settingsOf(
  registry: VariableRegistry,
  { api, serviceName, stage }: DeploymentModel,
): Omit<CachedRestApiProps, "stageName"> {
  const { startsNameWithService, apiName, description, policy, tags, binaryMediaTypes, apiKeySource: _, ...same } = api;
  const parts = [registry.text(stage), registry.text(serviceName)];
  return compact<Omit<CachedRestApiProps, "stageName">>({
    // The framework's own name for the API.
    apiName:
      apiName === undefined ? (startsNameWithService ? parts.reverse() : parts).join("-") : registry.text(apiName),
    description: description === undefined ? undefined : registry.text(description),
    ...same,
    binaryMediaTypes: binaryMediaTypes && registry.texts(binaryMediaTypes),
    policy: policy && policyOf(registry, policy),
    tags: tags && registry.record(tags, (text) => registry.text(text)),
  });
}

/** The whole policy of statements; the framework adds version and principal where they are missing. */
function policyOf(registry: VariableRegistry, statements: readonly PolicyValue[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: plain(registry, statements) });
}

function plain(registry: VariableRegistry, value: PolicyValue): unknown {
  if (isKnownText(value)) return registry.text(value);
  if (Array.isArray(value)) return value.map((part: PolicyValue) => plain(registry, part));
  if (typeof value !== "object") return value;
  return registry.record(value as { readonly [name: string]: PolicyValue }, (part) => plain(registry, part));
}

function isKnownText(value: PolicyValue): value is Known<string> {
  return typeof value === "string" || isUnknownValue(value);
}
