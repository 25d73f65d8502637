import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { App, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { CloudflareZone } from "../../lib/edge/cloudflare-zone";
import { CloudflareZoneProps } from "../../lib/edge/cloudflare-zone-props";
import { RulesetPhase } from "../../lib/edge/core/ruleset-phase";
import { EdgeHost } from "../../lib/edge/edge-host";
import { EdgeHostProps } from "../../lib/edge/edge-host-props";
import { Attributes, resources } from "../support/terraform";

export const TARGET = "d-abc123.execute-api.eu-central-1.amazonaws.com";

/** A stack with a zone of Cloudflare's, as a user writes it. */
export class EdgeStack {
  readonly stack: TerraformStack;
  private declared?: CloudflareZone;

  constructor(
    readonly app: App = Testing.app(),
    id = "stack",
  ) {
    this.stack = new TerraformStack(app, id);
    new CloudflareProvider(this.stack, "cloudflare", {});
  }

  /** The zone `example.com`; its options count when it is first asked for. */
  zone(options: Partial<CloudflareZoneProps> = {}): CloudflareZone {
    this.declared ??= new CloudflareZone(this.stack, "zone", { zoneName: "example.com", ...options });
    return this.declared;
  }

  /** A host of the zone; its id is its name with hyphens. */
  host(host: string, options: Partial<EdgeHostProps> = {}): EdgeHost {
    const id = host.includes("${") ? "unknown" : host.replace(/\./g, "-");
    const { zone = this.zone() } = options;
    return new EdgeHost(this.stack, id, { host, target: TARGET, ...options, zone });
  }

  variable(name: string, sensitive?: boolean): string {
    return new TerraformVariable(this.stack, name, { type: "string", sensitive }).stringValue;
  }

  /** The rules of the one ruleset that a phase has; none where there is no ruleset. */
  rules(phase: RulesetPhase): Attributes[] {
    const found = Object.values(resources(this.stack, "cloudflare_ruleset")).filter((one) => one.phase === phase);
    if (found.length > 1) throw new Error(`there are ${found.length} rulesets for ${phase}`);
    return (found[0]?.rules ?? []) as Attributes[];
  }

  /** Everything that can only be known at the end; throws what is refused then. */
  validate(): void {
    Testing.synth(this.stack, true);
  }
}
