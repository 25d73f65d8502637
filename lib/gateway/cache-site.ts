import { ApiGatewayDeployment } from "@cdktf/provider-aws/lib/api-gateway-deployment";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { Acknowledgements } from "../rules/acknowledgement";
import { throwOnErrors } from "../rules/configuration-error";
import { Finding } from "../rules/finding";
import { checkShape, isRecord } from "../rules/input/shape";
import { wrongType } from "../rules/input/wrong-type";
import { clusterSetTwice } from "../rules/gateway/cluster-set-twice";
import { httpApiCannotCache } from "../rules/gateway/http-api-cannot-cache";
import { keysAwaitOwner } from "../rules/gateway/keys-await-owner";
import { keysWithoutDeployment } from "../rules/gateway/keys-without-deployment";
import { stageName } from "../rules/gateway/stage-name";
import { stageSettingsUnknown } from "../rules/gateway/stage-settings-unknown";
import { whenKnown } from "../rules/known";
import { StageCachePlan, planStageCache } from "./core/plan";
import { StageOwnership } from "./core/plan-input";
import { saysMonitoring } from "./core/settings";
import { isUnknown } from "../stack/is-unknown";
import { address, pinnedAddress, referenceTo } from "../stack/references";
import { ResourceIndex } from "./l1";
import { ReadEndpoint, readAdditionalEndpoint, readEndpoint } from "./l1-endpoint";
import { KeyedMethod, addDependencies, followKeys, replaceBeforeDestroying, writeKeys } from "./l1-keys";
import { RenderedSettings, SettingsTarget } from "./method-settings";
import { SharedStageCacheOptions } from "./options";
import { ownerOf, stageOfReference } from "./stage-claim";
import { SharedStageCacheProps, StageCacheProps } from "./stage-cache-props";
import { SHARED_STAGE_CACHE_PROPS, STAGE_CACHE_PROPS } from "./stage-cache-shapes";

/** Where a cache is put: a stage of this stack, a stage of another one, or the stage of a whole API. */
export interface CacheSite {
  readonly plan: StageCachePlan;
  readonly findings: readonly Finding[];
  readonly acknowledgements: Acknowledgements;
  readonly target: SettingsTarget;
  readonly chain: boolean;
  readonly stage?: ApiGatewayStage;
  readonly deployment?: ApiGatewayDeployment;
  /** Changes the user's own resources; called once nothing is wrong. */
  apply(settings: RenderedSettings): void;
}

export function isCacheSite(props: unknown): props is CacheSite {
  return isRecord(props) && "plan" in props && "target" in props && "apply" in props;
}

/** A stage that is declared by this app. */
export function ownSite(owner: Construct, props: StageCacheProps): CacheSite {
  throwOnErrors(checkShape(props, STAGE_CACHE_PROPS, "", isUnknown));
  const { stage } = props;
  const resources = new ResourceIndex(TerraformStack.of(stage));
  const served = resources.find<ApiGatewayDeployment>("aws_api_gateway_deployment", "id", stage.deploymentIdInput);
  const deployment = props.deployment ?? served;
  const methods = readMethods(owner, props, "adopted", resources, deployment);
  const { cluster } = methods.plan;
  return {
    ...methods,
    ...sharedOptions(props),
    stage,
    deployment,
    target: {
      restApiId: referenceTo(stage, "rest_api_id"),
      stageName: referenceTo(stage, "stage_name"),
      provider: stage.provider,
      region: stage.regionInput,
      dependsOn: deployment === undefined || deployment === served ? [] : [pinnedAddress(deployment)],
    },
    // Where another StageCache has set the cluster, that it is set says nothing new.
    findings: [
      ...checkSameStack(owner, stage, "stage"),
      ...checkSameStack(owner, props.deployment, "deployment"),
      ...(ownerOf(stage) === undefined ? checkCluster(stage, cluster) : []),
      ...methods.findings,
    ],
    apply: () => {
      stage.cacheClusterEnabled = cluster!.enabled;
      if (cluster!.size !== undefined) stage.cacheClusterSize = cluster!.size;
      methods.apply();
    },
  };
}

function checkCluster(stage: ApiGatewayStage, cluster: StageCachePlan["cluster"]): Finding[] {
  return [
    ...clusterSetTwice("stage.cacheClusterEnabled", stage.cacheClusterEnabledInput, cluster?.enabled),
    ...clusterSetTwice("stage.cacheClusterSize", stage.cacheClusterSizeInput, cluster?.size),
  ];
}

/** A stage that another configuration owns. */
export function sharedSite(scope: Construct, props: SharedStageCacheProps): CacheSite {
  throwOnErrors(checkShape(props, SHARED_STAGE_CACHE_PROPS, "", isUnknown));
  const { deployment } = props;
  const methods = readMethods(scope, props, "shared", new ResourceIndex(TerraformStack.of(scope)), deployment);
  return {
    ...methods,
    ...sharedOptions(props),
    deployment,
    apply: ({ uncached }) => {
      methods.apply();
      // What is cached no more has to be off before a deployment comes without its keys. A setting that refers to a
      // stage of this stack waits for the deployment itself.
      const refersToStage = stageOfReference(scope, props) !== undefined;
      if (deployment !== undefined && !refersToStage) addDependencies(deployment, uncached.map(address));
    },
    target: {
      restApiId: props.restApiId,
      stageName: props.stageName,
      provider: props.provider,
      dependsOn: deployment === undefined ? methods.integrations : [pinnedAddress(deployment)],
    },
    findings: [
      ...checkSameStack(scope, props.deployment, "deployment"),
      ...whenKnown(props.stageName, isUnknown, checkStageName),
      ...(saysMonitoring(props) || methods.plan.methods.length === 0 ? [] : stageSettingsUnknown("loggingLevel")),
      ...methods.findings,
    ],
  };
}

/** What a setting waits for, and what keys are written to, has to be in the stack that renders it. */
function checkSameStack(scope: Construct, resource: TerraformResource | undefined, property: string): Finding[] {
  if (resource === undefined || TerraformStack.of(resource) === TerraformStack.of(scope)) return [];
  return [
    wrongType(property, resource.node.path, "a resource of this stack (StageCache.shared takes another stack's stage)"),
  ];
}

function checkStageName(name: string): Finding[] {
  return name === "$default" ? httpApiCannotCache("stageName", name) : stageName("stageName", name);
}

function sharedOptions(props: SharedStageCacheOptions): Pick<CacheSite, "acknowledgements" | "chain"> {
  return {
    acknowledgements: { property: "acknowledgements", reasons: props.acknowledgements },
    chain: props.chainSettings ?? true,
  };
}

interface Methods extends Pick<CacheSite, "plan" | "findings"> {
  /** Writes the keys into the user's methods, and makes the deployment follow them. */
  apply(): void;
  /** The addresses of the integrations that carry keys. */
  readonly integrations: readonly string[];
}

/** The API as its own methods refer to it. */
function restApiIdOf(props: StageCacheProps | SharedStageCacheProps): unknown {
  return "stage" in props ? props.stage.restApiIdInput : props.restApiId;
}

/** A method that is declared on the resource of an `ANY` method later would be cached in its place, without keys. */
function watchSiblings({ input, method }: ReadEndpoint): void {
  if (method === undefined || input.verb.toUpperCase() !== "ANY") return;
  const validate = () =>
    new ResourceIndex(TerraformStack.of(method))
      .siblingVerbs(method)
      .filter((verb) => !input.method.siblingVerbs?.includes(verb))
      .map(
        (verb) =>
          `${input.property}: a ${verb} method was declared on the resource after the cache; declare it before.`,
      );
  method.node.addValidation({ validate });
}

function readMethods(
  scope: Construct,
  props: StageCacheProps | SharedStageCacheProps,
  ownership: StageOwnership,
  resources: ResourceIndex,
  deployment: ApiGatewayDeployment | undefined,
): Methods {
  const basePath = "basePath" in props ? props.basePath : undefined;
  const endpoints: ReadEndpoint[] = [
    ...(props.endpoints ?? []).map((endpoint, index) =>
      readEndpoint(endpoint, `endpoints[${index}]`, resources, basePath),
    ),
    ...(props.additionalEndpoints ?? []).map((endpoint, index) =>
      readAdditionalEndpoint(endpoint, `additionalEndpoints[${index}]`, resources, restApiIdOf(props), basePath),
    ),
  ];
  const inputs = endpoints.map((endpoint) => endpoint.input);
  const plan = planStageCache({ stage: props, stagePrefix: "", ownership, endpoints: inputs, isUnknown });
  const keyed = plan.keys.flatMap((planned): KeyedMethod[] => {
    const { method, integration } = endpoints[planned.endpoint]!;
    return method !== undefined && integration !== undefined ? [{ ...planned, method, integration }] : [];
  });
  const reportUndeployed = ownership === "shared" ? keysAwaitOwner : keysWithoutDeployment;
  const hasKeys = keyed.some(({ keys }) => keys.length > 0);
  return {
    plan,
    integrations: keyed.map(({ integration }) => pinnedAddress(integration)),
    findings: [
      ...endpoints.flatMap(({ input, method, integration, findings }) => [
        ...checkSameStack(scope, method, `${input.property}.method`),
        ...checkSameStack(scope, integration, `${input.property}.integration`),
        ...findings,
      ]),
      ...plan.findings,
      ...(isUnknown(deployment?.triggersInput)
        ? [wrongType("deployment.triggers", deployment?.triggersInput, "a value that is known at synth")]
        : []),
      ...(hasKeys && deployment === undefined ? reportUndeployed("deployment") : []),
    ],
    apply: () => {
      endpoints.forEach(watchSiblings);
      keyed.forEach(writeKeys);
      if (deployment === undefined) return;
      replaceBeforeDestroying(deployment);
      if (keyed.length > 0) followKeys(deployment, keyed);
    },
  };
}
