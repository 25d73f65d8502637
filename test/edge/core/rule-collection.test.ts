import fc from "fast-check";
import { ExpressionWriter } from "../../../lib/edge/core/expression";
import { OwnRule, PlannedHost, PlannedRule, RuleRank } from "../../../lib/edge/core/planned-rule";
import { RuleCollection, hostExpression } from "../../../lib/edge/core/rule-collection";
import { RulesetPhase } from "../../../lib/edge/core/ruleset-phase";

const { CACHE, CONFIG } = RulesetPhase;
const write = new ExpressionWriter((value) => String(value).includes("${"));

const rule = (role: string, more: Partial<PlannedRule> = {}): PlannedRule => ({
  phase: CACHE,
  rank: RuleRank.GENERAL,
  role,
  description: role,
  action: "set_cache_settings",
  parameters: { cache: true },
  ...more,
});

const host = (name: string, rules: PlannedRule[], more: Partial<PlannedHost> = {}): PlannedHost => ({
  host: name,
  isUnknown: false,
  refBase: name.replace(/\./g, "_"),
  rules,
  ...more,
});

const own = (ref: string, more: Partial<OwnRule> = {}): OwnRule => ({
  phase: CACHE,
  rank: RuleRank.SPECIFIC,
  ref,
  description: ref,
  expression: "ssl",
  action: "set_cache_settings",
  parameters: { cache: true },
  ...more,
});

function collected(hosts: readonly PlannedHost[], owns: readonly OwnRule[] = []): RuleCollection {
  const collection = new RuleCollection(write);
  hosts.forEach((one) => collection.addHost(one));
  owns.forEach((one) => collection.addOwn(one));
  return collection;
}

const refs = (collection: RuleCollection, phase = CACHE) => collection.rules(phase).map(({ ref }) => ref);

test("a rule is as Terraform takes it", () => {
  const [only] = collected([host("api.example.com", [rule("cache")])]).rules(CACHE);
  expect(only).toEqual({
    ref: "api_example_com__cache",
    enabled: true,
    description: "cache",
    expression: '(http.host eq "api.example.com")',
    action: "set_cache_settings",
    action_parameters: { cache: true },
  });
});

test("hosts that differ in nothing else share a rule, which keeps the ref of the first", () => {
  const collection = collected(["a.x", "b.x", "c.x"].map((name) => host(name, [rule("cache")])));
  expect(collection.rules(CACHE)).toMatchObject([
    { ref: "a_x__cache", expression: '(http.host in {"a.x" "b.x" "c.x"})' },
  ]);
});

test.each<[string, Partial<PlannedRule>]>([
  ["parameters", { parameters: { cache: false } }],
  ["condition", { condition: "ssl" }],
  ["action", { action: "other" }],
  ["rank", { rank: RuleRank.BYPASS }],
  ["description", { description: "other" }],
])("hosts with another %s do not", (_what, more) => {
  const collection = collected([host("a.x", [rule("cache")]), host("b.x", [rule("cache", more)])]);
  expect(refs(collection)).toEqual(["a_x__cache", "b_x__cache"]);
});

test("a host that only Terraform knows shares with none", () => {
  const unknown = (refBase: string) => host("${var.host}", [rule("cache")], { isUnknown: true, refBase });
  const collection = collected([host("a.x", [rule("cache")]), unknown("one"), unknown("two")]);
  expect(refs(collection)).toEqual(["a_x__cache", "one__cache", "two__cache"]);
});

test("what is general comes first, then what is specific, then what is bypassed", () => {
  const hosts = ["a.x", "b.x"].map((name, index) =>
    host(name, [
      rule("bypass", { rank: RuleRank.BYPASS, condition: `${index}` }),
      rule("path", { rank: RuleRank.SPECIFIC, condition: `${index}` }),
      rule("cache"),
    ]),
  );
  const owns = [own("mine"), own("my_bypass", { rank: RuleRank.BYPASS })];
  expect(refs(collected(hosts, owns))).toEqual([
    "a_x__cache",
    "a_x__path",
    "b_x__path",
    "mine",
    "a_x__bypass",
    "b_x__bypass",
    "my_bypass",
  ]);
});

test("each phase has its own rules", () => {
  const collection = collected([host("a.x", [rule("tls", { phase: CONFIG }), rule("cache")])], [own("mine")]);
  expect(refs(collection, CONFIG)).toEqual(["a_x__tls"]);
  expect(refs(collection)).toEqual(["a_x__cache", "mine"]);
  expect(refs(collection, RulesetPhase.REDIRECT)).toEqual([]);
  expect([collection.hasOwn(CACHE, "mine"), collection.hasOwn(CONFIG, "mine"), collection.hasOwn(CACHE, "x")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("what comes later is there, and nothing is made anew without need", () => {
  const collection = collected([host("a.x", [rule("cache")])]);
  const before = collection.rules(CACHE);
  expect(collection.rules(CACHE)).toBe(before);
  collection.addHost(host("b.x", [rule("cache")]));
  expect(collection.rules(CACHE)).toMatchObject([{ expression: '(http.host in {"a.x" "b.x"})' }]);
  collection.addOwn(own("mine"));
  expect(collection.rules(CACHE)).toHaveLength(2);
});

test("no expression is longer than Cloudflare takes, and a later host changes no ref", () => {
  const names = Array.from({ length: 300 }, (_, index) => `host-${index}.example.com`);
  const hosts = names.map((name) => host(name, [rule("cache", { condition: "not ssl" })]));
  const rules = collected(hosts).rules(CACHE);
  expect(rules.length).toBeGreaterThan(1);
  for (const { expression } of rules) expect(expression.length).toBeLessThanOrEqual(4096);
  expect(rules.flatMap(({ expression }) => expression.match(/host-\d+\.example\.com/g))).toEqual(names);
  const fewer = collected(hosts.slice(0, 250))
    .rules(CACHE)
    .map(({ ref }) => ref);
  expect(rules.map(({ ref }) => ref).slice(0, fewer.length)).toEqual(fewer);
  // As many hosts as fit: one more would have been too long.
  const [first, second] = rules;
  const next = /"(host-\d+\.example\.com)"/.exec(second!.expression)![1]!;
  expect(first!.expression.length + next.length + 3).toBeGreaterThan(4096);
});

test("an expression has its condition in it", () => {
  expect(hostExpression(write, ["a.x"])).toBe('(http.host eq "a.x")');
  expect(hostExpression(write, ["a.x", "b.x"], "not ssl")).toBe('(http.host in {"a.x" "b.x"} and not ssl)');
});

test("whatever is shared, each host keeps its own order, all of its rules, and its own refs", () => {
  const arbitraryRule = fc.record({
    name: fc.constantFrom("p", "q", "r"),
    rank: fc.constantFrom(RuleRank.GENERAL, RuleRank.SPECIFIC, RuleRank.BYPASS),
  });
  const arbitraryHosts = fc.array(fc.uniqueArray(arbitraryRule, { selector: ({ name }) => name, maxLength: 3 }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(arbitraryHosts, (plans) => {
      const hosts = plans.map((plan, index) =>
        host(
          `h${index}.x`,
          plan.map(({ name, rank }) => rule(name, { rank, parameters: { name } })),
        ),
      );
      const rules = collected(hosts).rules(CACHE);
      expect(new Set(rules.map(({ ref }) => ref)).size).toBe(rules.length);
      for (const [index, plan] of plans.entries()) {
        const mine = rules.filter(({ expression }) => expression.includes(`"h${index}.x"`));
        const wanted = [...plan].sort((one, other) => one.rank - other.rank).map(({ name }) => name);
        expect(mine.map((one) => one.action_parameters.name)).toEqual(wanted);
      }
    }),
  );
});
