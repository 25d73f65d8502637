import { ApiGatewayDeployment } from "@cdktf/provider-aws/lib/api-gateway-deployment";
import { ApiGatewayIntegration } from "@cdktf/provider-aws/lib/api-gateway-integration";
import { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method";
import { Fn, TerraformResource, Token } from "cdktf";
import { sha1 } from "./core/definition-hash";
import { mergeRequired, placeKeys } from "./core/key-placement";
import { PlannedKeys } from "./core/endpoint-block";
import { isUnknown } from "../stack/is-unknown";
import { pinnedAddress, writeOut } from "../stack/references";

/** A method whose keys are written. */
export interface KeyedMethod extends PlannedKeys {
  readonly method: ApiGatewayMethod;
  readonly integration: ApiGatewayIntegration;
}

/** Writes cache keys into the user's own method and integration, beside what stands there. */
export function writeKeys({ method, integration, keys, namespace }: KeyedMethod): void {
  // Keys alone are enough for every type; only what is known to be no Lambda proxy gets them mapped, too.
  const placement = placeKeys(keys, isUnknown(integration.typeInput) ? "AWS_PROXY" : String(integration.typeInput));
  if (Object.keys(placement.methodRequestParameters).length > 0) {
    const declared = (method.requestParametersInput ?? {}) as { [name: string]: boolean };
    method.requestParameters = mergeRequired(declared, placement.methodRequestParameters);
  }
  if (Object.keys(placement.integrationRequestParameters).length > 0) {
    integration.requestParameters = {
      ...placement.integrationRequestParameters,
      ...integration.requestParametersInput,
    };
  }
  if (placement.cacheKeyParameters.length > 0) {
    const names = new Set([...(integration.cacheKeyParametersInput ?? []), ...placement.cacheKeyParameters]);
    integration.cacheKeyParameters = [...names].sort();
  }
  if (namespace !== writeOut(integration, integration.cacheNamespaceInput)) integration.cacheNamespace = namespace;
}

/**
 * Makes a deployment follow the keys: a change of any of them changes its trigger, and it waits for the integrations
 * that carry them.
 */
export function followKeys(deployment: ApiGatewayDeployment, methods: readonly KeyedMethod[]): void {
  const definition = Object.fromEntries(
    methods.map(({ method, integration }) => [
      pinnedAddress(integration),
      [
        method.requestParametersInput,
        integration.requestParametersInput,
        integration.cacheKeyParametersInput,
        integration.cacheNamespaceInput,
      ],
    ]),
  );
  // Another StageCache may follow its own keys with the same deployment.
  const before = deployment.triggersInput?.cache_keys;
  const followed = before === undefined ? definition : { before, ...definition };
  deployment.triggers = { ...deployment.triggersInput, cache_keys: sha1(writeOut(deployment, followed)) };
  const depended = new Set((writeOut(deployment, deployment.dependsOn ?? []) as string[]).map(bareAddress));
  const missing = methods.map(({ integration }) => pinnedAddress(integration)).filter((name) => !depended.has(name));
  addDependencies(deployment, missing);
}

/** Adds a trigger to those of a deployment, which may be a map that only Terraform knows. */
export function addTrigger(deployment: DeploymentWithTriggers, name: string, value: string): void {
  const { triggersInput } = deployment;
  deployment.triggers = isUnknown(triggersInput)
    ? Token.asStringMap(Fn.merge([triggersInput, { [name]: value }]))
    : { ...triggersInput, [name]: value };
}

type DeploymentWithTriggers = Pick<ApiGatewayDeployment, "triggers" | "triggersInput">;

/** API Gateway refuses to delete a deployment that a stage serves: its successor has to be there first. */
export function replaceBeforeDestroying(deployment: Pick<ApiGatewayDeployment, "lifecycle">): void {
  deployment.lifecycle = { ...deployment.lifecycle, createBeforeDestroy: true };
}

/** Makes a resource wait for others, given by their addresses. */
export function addDependencies(resource: TerraformResource, addresses: readonly string[]): void {
  if (addresses.length > 0) resource.dependsOn = [...(resource.dependsOn ?? []), ...addresses];
}

function bareAddress(reference: string): string {
  return reference.replace(/^\$\{(.*)\}$/, "$1");
}
