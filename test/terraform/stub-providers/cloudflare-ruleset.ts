import { isAbsent } from "../../support/provider-schema-checks";
import { type Cloud } from "./cloud";
import { type StubResource } from "./provider";
import { isEqual, isUnknown, UNKNOWN, type Values } from "./values";

const TYPE = "cloudflare_ruleset";

/** Rulesets: one for each phase of a zone, whose rules are known by their refs. */
export function rulesets(cloud: Cloud): StubResource {
  const withIds = (rules: unknown): Values[] =>
    (rules as Values[]).map((rule) => {
      const id = isUnknown(rule["id"]) || isAbsent(rule["id"]) ? cloud.newId() : rule["id"];
      return { ...rule, id, ref: isUnknown(rule["ref"]) || isAbsent(rule["ref"]) ? id : rule["ref"] };
    });
  return {
    replacedBy: ["kind", "name", "phase", "zone_id", "account_id"],
    defaults: { description: "", rules: [] },
    plan: (proposed, prior, config) => ({ ...proposed, rules: plannedRules(config["rules"], prior) }),
    create: (planned) => {
      refuseSecond(cloud, planned);
      const rules = withIds(planned["rules"]);
      const { id } = cloud.add(TYPE, cloud.newId(), { ...planned, rules, version: "1" });
      return { id, rules, version: "1", last_updated: "2026-01-01T00:00:00Z" };
    },
    read: ({ id }) => cloud.get(TYPE, id as string) ?? null,
    update: (planned, { id, version }) => {
      const next = { rules: withIds(planned["rules"]), version: String(Number(version) + 1) };
      cloud.change(TYPE, id as string, { ...planned, ...next });
      return { ...next, last_updated: "2026-01-01T00:00:00Z" };
    },
    delete: ({ id }) => cloud.remove(TYPE, id as string),
    import: (id) => {
      const [scope, owner, rulesetId] = id.split("/");
      return { [scope === "zones" ? "zone_id" : "account_id"]: owner, id: rulesetId };
    },
  };
}

/** The rules of the configuration, with what the provider finds by ref among those of the state. */
function plannedRules(rules: unknown, prior: Values | null): unknown {
  if (isUnknown(rules)) return UNKNOWN;
  const former = (prior?.["rules"] ?? []) as Values[];
  return ((rules ?? []) as Values[]).map((rule, index) => {
    const given = { ...rule, enabled: rule["enabled"] ?? true, description: rule["description"] ?? "" };
    const same = isAbsent(rule["ref"])
      ? [former[index]].find((one) => one !== undefined && isSameRule(one, given))
      : former.find(({ ref }) => ref === rule["ref"]);
    const { id = UNKNOWN, ref = UNKNOWN, logging = UNKNOWN } = same ?? {};
    return { ...given, id, ref: rule["ref"] ?? ref, logging: rule["logging"] ?? logging };
  });
}

function isSameRule(former: Values, given: Values): boolean {
  const { id: _id, ref: _ref, logging: _logging, ...content } = former;
  return isEqual(content, Object.fromEntries(Object.keys(content).map((name) => [name, given[name] ?? null])));
}

function refuseSecond(cloud: Cloud, { zone_id: zoneId, phase }: Values): void {
  const isSame = (one: Values): boolean => one["zone_id"] === zoneId && one["phase"] === phase;
  if (!isAbsent(zoneId) && cloud.all(TYPE).some(isSame)) {
    throw new Error(
      `'zone' is not a valid value for kind because exceeded maximum number of zone rulesets for phase ${String(phase)} (20217)`,
    );
  }
}
