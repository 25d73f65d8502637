import { ApiGatewayMethodSettings } from "@cdktf/provider-aws/lib/api-gateway-method-settings";
import { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { STAGE_DEFAULTS_PATH } from "./core/method-path";
import { PlannedMethod, StageCachePlan } from "./core/plan";
import { SettingsBlock } from "./core/settings-block";
import { address } from "../stack/references";
import { logicalId } from "../stack/logical-id";

/** The stage whose settings are rendered. */
export interface SettingsTarget {
  readonly restApiId: string;
  readonly stageName: string;
  readonly provider?: TerraformProvider;
  readonly region?: string;
  /** Addresses that a setting waits for before it caches a method. */
  readonly dependsOn: readonly string[];
}

export interface RenderedSettings {
  readonly stageDefaults?: ApiGatewayMethodSettings;
  /** In the order in which they are applied. */
  readonly methods: readonly ApiGatewayMethodSettings[];
  /** Those of them that are there to switch caching off. */
  readonly uncached: readonly ApiGatewayMethodSettings[];
}

/**
 * Renders the stage's defaults and the methods' settings below a construct. Every setting waits for the defaults,
 * which it starts as a copy of, and in a chain for the one before it, because API Gateway changes a stage once at a
 * time. What switches caching off comes first, and waits for nothing else.
 */
export function renderMethodSettings(
  scope: Construct,
  plan: StageCachePlan,
  target: SettingsTarget,
  chain: boolean,
): RenderedSettings {
  const prefix = logicalId(scope);
  const { dependsOn, ...common } = target;
  const render = (id: string, methodPath: string, settings: SettingsBlock, after: readonly string[]) => {
    const resource = new ApiGatewayMethodSettings(scope, id, { ...common, methodPath, settings });
    resource.overrideLogicalId(`${prefix}_${id}`);
    if (after.length > 0) resource.dependsOn = [...after];
    return resource;
  };
  const stageDefaults = plan.stageDefaults && render("default", STAGE_DEFAULTS_PATH, plan.stageDefaults, []);
  let after: readonly string[] = stageDefaults === undefined ? [] : [address(stageDefaults)];
  const renderAll = (methods: readonly PlannedMethod[], deployed: readonly string[]) =>
    methods.map(({ id, methodPath, block }, index) => {
      const resource = render(id, methodPath, block, index === 0 || !chain ? [...after, ...deployed] : after);
      if (chain) after = [address(resource)];
      return resource;
    });
  const uncached = renderAll(
    plan.methods.filter((method) => !method.cached),
    [],
  );
  const cached = renderAll(
    plan.methods.filter((method) => method.cached),
    dependsOn,
  );
  return { stageDefaults, methods: [...uncached, ...cached], uncached };
}
