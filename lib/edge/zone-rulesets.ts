import { Ruleset } from "@cdktf/provider-cloudflare/lib/ruleset";
import { Lazy, TerraformProvider, TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { logicalId } from "../stack/logical-id";
import { throwOnErrors } from "../rules/configuration-error";
import { refusedValue } from "../rules/edge/refused-value";
import { ExpressionWriter } from "./core/expression";
import { OwnRule, PlannedHost, RulesetRule } from "./core/planned-rule";
import { RuleCollection } from "./core/rule-collection";
import { RulesetPhase, phaseName } from "./core/ruleset-phase";
import { markOurs } from "./plain-resources";
import { renderText, renderTexts } from "./render-text";
import { holdsExpression } from "../stack/core/expression";

/** Whose the rulesets are, and which there are already. */
export interface RulesetSite {
  readonly zoneId: string;
  readonly provider?: TerraformProvider;
  readonly isExternal: boolean;
  readonly existing: { readonly [phase: string]: string | undefined };
}

/** Whether a text is known to Terraform only; a token of CDKTF's in a text is written like a reference. */
function isReference(text: unknown): boolean {
  return holdsExpression(text as string);
}

/** The bindings' property `rules` reads names of its own, and would lose what the rule does. */
function guarded(rule: object, phase: RulesetPhase): object {
  const refuse = () =>
    throwOnErrors(
      refusedValue(
        "rules",
        phase,
        'zone.rules(...) by ruleset.addOverride("rules", ...): the property rules would lose action_parameters',
      ),
    );
  return Object.defineProperty({ ...rule }, "actionParameters", { get: refuse });
}

/** The one ruleset that a zone has for each phase; or, where they are the user's, the rules for them. */
export class ZoneRulesets {
  public readonly write = new ExpressionWriter(isReference);
  private readonly collection = new RuleCollection(this.write);
  private readonly rulesets = new Map<RulesetPhase, Ruleset>();
  private readonly rendered = new WeakMap<readonly RulesetRule[], unknown[]>();
  private readonly taken = new Set<RulesetPhase>();
  private readonly late = new Set<RulesetPhase>();

  public constructor(
    private readonly scope: Construct,
    private readonly site: RulesetSite,
  ) {}

  /** Gives the rulesets that carry the host's rules; none where they are the user's. */
  public addHost(host: PlannedHost): TerraformResource[] {
    this.collection.addHost(host);
    const phases = [...new Set(host.rules.map((rule) => rule.phase))];
    for (const phase of phases) this.expect(phase);
    return phases.flatMap((phase) => this.rulesets.get(phase) ?? []);
  }

  public addOwn(rule: OwnRule): void {
    this.collection.addOwn(rule);
    this.expect(rule.phase);
  }

  /** Whether the user has given a ref already. */
  public hasOwn(phase: RulesetPhase, ref: string): boolean {
    return this.collection.hasOwn(phase, ref);
  }

  /** The rules of a phase as they are, without rendering them. */
  public rules(phase: RulesetPhase): readonly RulesetRule[] {
    return this.collection.rules(phase);
  }

  /** The rules of a phase for a ruleset of the user's, who gets none that come later. */
  public take(phase: RulesetPhase): unknown[] {
    this.taken.add(phase);
    return this.render(phase).map((rule) => guarded(rule as object, phase));
  }

  public isTaken(phase: RulesetPhase): boolean {
    return this.taken.has(phase);
  }

  /** Whether a rule came after the phase had been taken. */
  public isLate(phase: RulesetPhase): boolean {
    return this.late.has(phase);
  }

  private expect(phase: RulesetPhase): void {
    if (this.taken.has(phase)) this.late.add(phase);
    if (!this.site.isExternal && !this.rulesets.has(phase)) this.rulesets.set(phase, this.create(phase));
  }

  private create(phase: RulesetPhase): Ruleset {
    const { zoneId, provider, existing } = this.site;
    // A ruleset that was made in the dashboard is called default, and none can be renamed.
    const ruleset = new Ruleset(this.scope, phaseName(phase), {
      zoneId,
      kind: "zone",
      name: "default",
      phase,
      provider,
    });
    ruleset.overrideLogicalId(logicalId(this.scope, phaseName(phase)));
    // The binding would render blocks in HCL, where the provider has an attribute.
    ruleset.addOverride("rules", Lazy.anyValue({ produce: () => this.render(phase) }));
    markOurs(ruleset, { zone_id: zoneId, phase, kind: "zone" });
    const id = existing[phase];
    if (id !== undefined) ruleset.importFrom(`zones/${zoneId}/${id}`, provider);
    return ruleset;
  }

  private render(phase: RulesetPhase): unknown[] {
    const rules = this.collection.rules(phase);
    const known = this.rendered.get(rules);
    if (known !== undefined) return known;
    const rendered = rules.map((rule) => ({
      ...rule,
      description: renderText(rule.description),
      expression: renderText(rule.expression),
      action_parameters: renderTexts(rule.action_parameters),
    }));
    this.rendered.set(rules, rendered);
    return rendered;
  }
}
