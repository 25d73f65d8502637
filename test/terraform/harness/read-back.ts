import {
  APIGatewayClient,
  GetResourcesCommand,
  GetRestApisCommand,
  GetStageCommand,
  type GetStageCommandOutput,
  type Method,
  type Resource,
  type RestApi,
} from "@aws-sdk/client-api-gateway";
import type { Emulator } from "./emulator";
import type { LiveIntegration, MethodSettings } from "./live-stage";

/** What the cloud holds of one stage of one REST API, as plain data. */
export interface ReadBack {
  readonly restApiId: string;
  readonly stage: StageReadBack;
  /** By key, such as the stage-wide one or `~1cats/GET`. */
  readonly methodSettings: Readonly<Record<string, MethodSettings>>;
  /** The present definition, which may not be deployed yet; keyed like `GET /cats/{id}`. */
  readonly methods: Readonly<Record<string, MethodReadBack>>;
}

export interface StageReadBack {
  readonly deploymentId?: string;
  readonly cacheClusterEnabled: boolean;
  readonly cacheClusterSize?: string;
  readonly cacheClusterStatus?: string;
  readonly description?: string;
  readonly tracingEnabled: boolean;
  readonly variables: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly accessLogSettings?: { readonly destinationArn?: string; readonly format?: string };
}

export interface MethodReadBack {
  readonly authorizationType?: string;
  readonly authorizerId?: string;
  readonly apiKeyRequired: boolean;
  readonly requestParameters: Readonly<Record<string, boolean>>;
  readonly integration?: LiveIntegration;
}

/** The API Gateway client of the AWS SDK for an emulator, without retries. */
export function apiGatewayClient(emulator: Pick<Emulator, "endpoint">, region = "us-east-1"): APIGatewayClient {
  return new APIGatewayClient({
    endpoint: emulator.endpoint,
    region,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  });
}

/** Reads a stage and its API back through the AWS SDK; the API is given by its id or its name. */
export async function readBack(
  emulator: Pick<Emulator, "endpoint">,
  restApi: string,
  stageName: string,
  region?: string,
): Promise<ReadBack> {
  const client = apiGatewayClient(emulator, region);
  try {
    const restApiId = await idOf(client, restApi);
    const stage = await client.send(new GetStageCommand({ restApiId, stageName }));
    const resources = await client.send(new GetResourcesCommand({ restApiId, embed: ["methods"], limit: 500 }));
    return {
      restApiId,
      stage: stageOf(stage),
      methodSettings: { ...stage.methodSettings },
      methods: Object.fromEntries((resources.items ?? []).flatMap(methodsOf)),
    };
  } finally {
    client.destroy();
  }
}

async function idOf(client: APIGatewayClient, restApi: string): Promise<string> {
  const { items = [] } = await client.send(new GetRestApisCommand({ limit: 500 }));
  const matches = items.filter(({ id, name }: RestApi) => id === restApi || name === restApi);
  if (matches.length !== 1) {
    const names = items.map(({ id, name }: RestApi) => `${name} (${id})`).join(", ");
    throw new Error(`${matches.length} REST APIs are called ${restApi}; there are: ${names}`);
  }
  return matches[0]!.id!;
}

function stageOf(stage: GetStageCommandOutput): StageReadBack {
  return defined({
    deploymentId: stage.deploymentId,
    cacheClusterEnabled: stage.cacheClusterEnabled ?? false,
    cacheClusterSize: stage.cacheClusterSize,
    cacheClusterStatus: stage.cacheClusterStatus,
    description: stage.description,
    tracingEnabled: stage.tracingEnabled ?? false,
    variables: stage.variables ?? {},
    tags: stage.tags ?? {},
    accessLogSettings: stage.accessLogSettings,
  });
}

function methodsOf(resource: Resource): [string, MethodReadBack][] {
  return Object.entries(resource.resourceMethods ?? {}).map(([verb, method]) => [
    `${verb} ${resource.path}`,
    methodOf(method),
  ]);
}

function methodOf(method: Method): MethodReadBack {
  const integration = method.methodIntegration;
  return defined({
    authorizationType: method.authorizationType,
    authorizerId: method.authorizerId,
    apiKeyRequired: method.apiKeyRequired ?? false,
    requestParameters: method.requestParameters ?? {},
    integration:
      integration &&
      defined({
        type: integration.type,
        uri: integration.uri,
        httpMethod: integration.httpMethod,
        // A set: API Gateway promises no order.
        cacheKeyParameters: integration.cacheKeyParameters?.slice().sort(),
        cacheNamespace: integration.cacheNamespace,
        requestParameters: integration.requestParameters ?? {},
      }),
  });
}

/** Leaves out what is undefined, so that two results compare well. */
function defined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
