import { ExpressionWriter, LONGEST_EXPRESSION } from "./expression";
import { OwnRule, PlannedHost, PlannedRule, RuleRank, RulesetRule } from "./planned-rule";
import { RulesetPhase } from "./ruleset-phase";

/** One rule for all the hosts that have it in common. */
interface Group {
  readonly rule: PlannedRule;
  readonly hosts: PlannedHost[];
  /** How many rules of the same phase and rank its hosts have before it. */
  readonly ordinal: number;
}

interface Ranked {
  readonly rank: RuleRank;
  readonly ordinal: number;
  readonly rules: readonly RulesetRule[];
}

/**
 * The rules of a zone in the order in which Cloudflare is to read them: what is general first, what is bypassed last.
 * Hosts whose rules differ in nothing but the host share them, because a plan has a number of rules.
 */
export class RuleCollection {
  private readonly groups = new Map<RulesetPhase, Map<string, Group>>();
  private readonly own = new Map<RulesetPhase, OwnRule[]>();
  private readonly contents = new WeakMap<PlannedRule, string>();
  private readonly made = new Map<RulesetPhase, readonly RulesetRule[]>();

  public constructor(private readonly write: ExpressionWriter) {}

  public addHost(host: PlannedHost): void {
    const ordinals = new Map<string, number>();
    for (const rule of host.rules) {
      const place = `${rule.phase} ${rule.rank}`;
      const ordinal = ordinals.get(place) ?? 0;
      ordinals.set(place, ordinal + 1);
      this.addToGroup(host, rule, ordinal);
    }
  }

  public addOwn(rule: OwnRule): void {
    this.made.delete(rule.phase);
    this.own.set(rule.phase, [...(this.own.get(rule.phase) ?? []), rule]);
  }

  /** Whether a rule of the user's has this ref. */
  public hasOwn(phase: RulesetPhase, ref: string): boolean {
    return (this.own.get(phase) ?? []).some((rule) => rule.ref === ref);
  }

  /** The rules of a phase. */
  public rules(phase: RulesetPhase): readonly RulesetRule[] {
    const known = this.made.get(phase);
    if (known !== undefined) return known;
    const rules = this.make(phase);
    this.made.set(phase, rules);
    return rules;
  }

  private addToGroup(host: PlannedHost, rule: PlannedRule, ordinal: number): void {
    this.made.delete(rule.phase);
    const ofPhase = this.groups.get(rule.phase) ?? new Map<string, Group>();
    this.groups.set(rule.phase, ofPhase);
    const key = `${ordinal} ${host.isUnknown ? host.refBase : ""} ${this.contentOf(rule)}`;
    const group = ofPhase.get(key);
    if (group === undefined) ofPhase.set(key, { rule, hosts: [host], ordinal });
    else group.hosts.push(host);
  }

  /** All of a rule but its host; hosts with the same options have the same objects. */
  private contentOf(rule: PlannedRule): string {
    const known = this.contents.get(rule);
    if (known !== undefined) return known;
    const { rank, role, description, condition, action, parameters } = rule;
    const content = JSON.stringify([rank, role, description, condition, action, parameters]);
    this.contents.set(rule, content);
    return content;
  }

  private make(phase: RulesetPhase): RulesetRule[] {
    const groups = [...(this.groups.get(phase)?.values() ?? [])].map((group): Ranked => ({
      rank: group.rule.rank,
      ordinal: group.ordinal,
      rules: this.rulesOfGroup(group),
    }));
    const own = (this.own.get(phase) ?? []).map((rule): Ranked => ({
      rank: rule.rank,
      ordinal: Infinity,
      rules: [ownRule(rule)],
    }));
    // Sorting keeps the order of declaration among equals.
    return [...groups, ...own].sort(byPlace).flatMap(({ rules }) => rules);
  }

  /** As many rules as the longest expression makes necessary; hosts that come later change none of the earlier ones. */
  private rulesOfGroup({ rule, hosts }: Group): RulesetRule[] {
    const around =
      this.expression([hosts[0]!.host, hosts[0]!.host], rule.condition).length - 2 * quotedLength(hosts[0]!);
    const parts: PlannedHost[][] = [];
    let length = Infinity;
    for (const host of hosts) {
      length += quotedLength(host);
      if (length > LONGEST_EXPRESSION) {
        parts.push([]);
        length = around + quotedLength(host);
      }
      parts.at(-1)!.push(host);
    }
    return parts.map((part) => ({
      ref: `${part[0]!.refBase}__${rule.role}`,
      enabled: true,
      description: rule.description,
      expression: this.expression(
        part.map(({ host }) => host),
        rule.condition,
      ),
      action: rule.action,
      action_parameters: rule.parameters,
    }));
  }

  private expression(hosts: readonly string[], condition: string | undefined): string {
    return hostExpression(this.write, hosts, condition);
  }
}

/** The expression of a rule of these hosts. */
export function hostExpression(write: ExpressionWriter, hosts: readonly string[], condition?: string): string {
  const host = write.isOneOf("http.host", hosts);
  return condition === undefined ? `(${host})` : write.and(host, condition);
}

function quotedLength({ host }: PlannedHost): number {
  return host.length + 3;
}

function ownRule({ ref, description, expression, action, parameters }: OwnRule): RulesetRule {
  return { ref, enabled: true, description, expression, action, action_parameters: parameters };
}

function byPlace(one: Ranked, other: Ranked): number {
  if (one.rank !== other.rank) return one.rank - other.rank;
  return one.ordinal === other.ordinal ? 0 : one.ordinal - other.ordinal;
}
