import { ApiGatewayDeployment } from "@cdktf/provider-aws/lib/api-gateway-deployment";
import { ApiGatewayMethodSettings } from "@cdktf/provider-aws/lib/api-gateway-method-settings";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { Construct } from "constructs";
import { report } from "../stack/report";
import { CacheSite, isCacheSite, ownSite, sharedSite } from "./cache-site";
import { StageCachePlan } from "./core/plan";
import { Claim, checkClaim, claim } from "./stage-claim";
import { renderMethodSettings } from "./method-settings";
import { SharedStageCacheProps, StageCacheProps } from "./stage-cache-props";

/**
 * The cache of one REST stage: its cluster, its defaults (nothing is cached that is not named), and one method
 * setting for each cached endpoint, with the cache keys written to where the integration wants them.
 *
 * Throws a `ConfigurationError` that names every broken rule; warnings become annotations.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings
 */
export class StageCache extends Construct {
  /**
   * Caches endpoints on a stage that another configuration owns. Neither the cluster nor the stage's defaults are
   * touched. An endpoint that is not cached gets a TTL of 0, because the stage's defaults may cache it.
   */
  public static shared(scope: Construct, id: string, props: SharedStageCacheProps): StageCache {
    return new StageCache(scope, id, sharedSite(scope, props) as unknown as StageCacheProps);
  }

  /** The stage; undefined where another configuration owns it. */
  public readonly stage?: ApiGatewayStage;

  /** The deployment that follows the cache keys, if there is one. */
  public readonly deployment?: ApiGatewayDeployment;

  /** The settings of every method that has none of its own ; undefined on a shared stage. */
  public readonly stageDefaults?: ApiGatewayMethodSettings;

  /** The settings of the methods, in the order in which they are applied. */
  public readonly methodSettings: ApiGatewayMethodSettings[];

  /** @internal */
  public readonly _plan: StageCachePlan;

  public constructor(scope: Construct, id: string, props: StageCacheProps) {
    super(scope, id);
    const site: CacheSite = isCacheSite(props) ? props : ownSite(this, props);
    const wanted: Claim = { stage: site.stage, target: site.target, methods: site.plan.methods };
    report(this, [...checkClaim(this, wanted), ...site.findings], site.acknowledgements);
    claim(this, wanted);
    const rendered = renderMethodSettings(this, site.plan, site.target, site.chain);
    site.apply(rendered);
    this._plan = site.plan;
    this.stage = site.stage;
    this.deployment = site.deployment;
    this.stageDefaults = rendered.stageDefaults;
    this.methodSettings = [...rendered.methods];
  }
}
