import { ApiGatewayAuthorizer } from "@cdktf/provider-aws/lib/api-gateway-authorizer";
import { ApiGatewayIntegration } from "@cdktf/provider-aws/lib/api-gateway-integration";
import { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method";
import { Finding } from "../rules/finding";
import { keysWithoutMethod } from "../rules/gateway/keys-without-method";
import { pathMismatch } from "../rules/gateway/path-mismatch";
import { wrongType } from "../rules/input/wrong-type";
import { CacheKey } from "./cache-key";
import { EndpointInput, MethodFacts } from "./core/plan-input";
import { joinPaths, parseResourcePath } from "./core/resource-path";
import { isUnknown } from "../stack/is-unknown";
import { writeOut } from "../stack/references";
import { ReadPath, ResourceIndex } from "./l1";
import { AdditionalEndpoint, StageCacheEndpoint } from "./stage-cache-props";

/** An endpoint as the core takes it, with the resources that its keys are written to. */
export interface ReadEndpoint {
  readonly input: EndpointInput;
  readonly method?: ApiGatewayMethod;
  readonly integration?: ApiGatewayIntegration;
  readonly findings: readonly Finding[];
}

/** Reads an endpoint from the resources that declare it. */
export function readEndpoint(
  endpoint: StageCacheEndpoint,
  property: string,
  resources: ResourceIndex,
  basePath: string | undefined,
): ReadEndpoint {
  const { method, path: given, integration: givenIntegration, ...cache } = endpoint;
  const integration = givenIntegration ?? resources.integrationOf(method);
  const actual = resources.pathOfResource(method.resourceIdInput);
  const keys = parameters(cache.keys);
  return {
    method,
    integration,
    input: {
      property,
      optionsPrefix: `${property}.`,
      verbProperty: `${property}.method.httpMethod`,
      verb: method.httpMethodInput ?? "",
      pathProperty: `${property}.path`,
      path: choosePath(given, actual, basePath),
      cache: { ...cache, keys },
      method: readMethod(method, integration, resources),
    },
    findings: [
      ...checkPath(`${property}.path`, given, actual),
      ...checkWritable(`${property}.method.requestParameters`, method.requestParametersInput),
      ...checkWritable(`${property}.integration.requestParameters`, integration?.requestParametersInput),
      ...checkWritable(`${property}.integration.cacheKeyParameters`, integration?.cacheKeyParametersInput),
      ...(keys.length > 0 && integration === undefined ? keysWithoutMethod(`${property}.integration`, undefined) : []),
    ],
  };
}

/** Reads an endpoint that is named by its verb and path; what this stack declares of it is known. */
export function readAdditionalEndpoint(
  endpoint: AdditionalEndpoint,
  property: string,
  resources: ResourceIndex,
  restApiId: unknown,
  basePath: string | undefined,
): ReadEndpoint {
  const { httpMethod, path, keysDeclaredElsewhere, ...cache } = endpoint;
  const complete = completePath(path, false, basePath);
  const text = isUnknown(complete) ? undefined : parseResourcePath(complete).path?.text;
  const method = text === undefined ? undefined : resources.methodAt(restApiId, httpMethod.toUpperCase(), text);
  return {
    input: {
      property,
      optionsPrefix: `${property}.`,
      keysProperty: `${property}.keysDeclaredElsewhere`,
      verbProperty: `${property}.httpMethod`,
      verb: httpMethod,
      pathProperty: `${property}.path`,
      path: complete,
      cache: { ...cache, keys: parameters(keysDeclaredElsewhere) },
      method: method === undefined ? {} : readMethod(method, resources.integrationOf(method), resources),
    },
    findings: [],
  };
}

/** A path that is read only from some parent on says nothing, unless it is known what that parent is. */
function choosePath(given: string | undefined, actual: ReadPath | undefined, basePath: string | undefined) {
  if (given !== undefined) return completePath(given, actual?.fromRoot ?? false, basePath);
  if (actual === undefined || !(actual.fromRoot || basePath !== undefined)) return undefined;
  return completePath(actual.text, actual.fromRoot, basePath);
}

function completePath(path: string, fromRoot: boolean, basePath: string | undefined): string {
  if (fromRoot || basePath === undefined) return path === "" ? "/" : path;
  return joinPaths(basePath, path);
}

function parameters(keys: readonly CacheKey[] = []) {
  return keys.map((key) => key._parameter);
}

function readMethod(
  method: ApiGatewayMethod,
  integration: ApiGatewayIntegration | undefined,
  resources: ResourceIndex,
): MethodFacts {
  return {
    integrationType: known(integration?.typeInput),
    declaredKeys: integration?.cacheKeyParametersInput,
    declaredMappings: integration?.requestParametersInput,
    declaredNamespace: integration && (writeOut(integration, integration.cacheNamespaceInput) as string | undefined),
    authorization: known(method.authorizationInput),
    identitySources: identitySources(method, resources),
    validatesParameters: method.requestValidatorIdInput === undefined ? false : undefined,
    siblingVerbs: resources.siblingVerbs(method),
    corsOrigins: resources.allowedOrigins(method),
  };
}

function identitySources(method: ApiGatewayMethod, resources: ResourceIndex): string[] | undefined {
  const authorizer = resources.find<ApiGatewayAuthorizer>("aws_api_gateway_authorizer", "id", method.authorizerIdInput);
  return authorizer?.identitySourceInput?.split(",").map((source) => source.trim());
}

/** The keys are written beside what stands there, which has to be known for that. */
function checkWritable(property: string, value: unknown): Finding[] {
  return isUnknown(value) ? [wrongType(property, value, "a value that is known at synth")] : [];
}

function known(value: string | undefined): string | undefined {
  return isUnknown(value) ? undefined : value;
}

function checkPath(property: string, given: string | undefined, actual: ReadPath | undefined): Finding[] {
  if (given === undefined || actual === undefined || !actual.fromRoot) return [];
  const { path } = parseResourcePath(given);
  return path === undefined ? [] : pathMismatch(property, path.text, actual.text === "" ? "/" : actual.text);
}
