import { CLOUDFLARE_QUESTIONS } from "../../../lib/adopt/core/cloudflare-questions";
import { reader } from "../../../lib/adopt/core/json-reader";
import { Kind } from "../../../lib/adopt/core/questions";

test.each<[Kind, string[], string]>([
  ["zone", ["example.com"], "/zones?name=example.com"],
  ["dnsRecords", ["z", "*.example.com"], "/zones/z/dns_records?name=*.example.com"],
  ["rulesets", ["z"], "/zones/z/rulesets"],
  ["ruleset", ["z", "r"], "/zones/z/rulesets/r"],
  ["pageRules", ["z"], "/zones/z/pagerules"],
  ["ruleset", ["../x", "a?b"], "/zones/..%2Fx/rulesets/a%3Fb"],
])("%s of %j: %s", (kind, about, path) => {
  expect(CLOUDFLARE_QUESTIONS[kind]!.path(about)).toBe(path);
});

test.each<[Kind, string[], object[], unknown]>([
  ["zone", ["a.b"], [{ name: "x.a.b", id: "1" }, { name: "a.b", id: "2" }], "2"], // prettier-ignore
  ["zone", ["a.b"], [{ name: "x.a.b", id: "1" }], undefined],
  ["dnsRecords", ["z", "a.b"], [{ id: "1", name: "A.b", type: "A", content: "c" }, { id: "2", name: "x.a.b", type: "A" }], [{ id: "1", type: "A", content: "c" }]], // prettier-ignore
  ["rulesets", ["z"], [{ id: "1", phase: "p", kind: "zone", name: "default", rules: [] }], [{ id: "1", phase: "p", kind: "zone", name: "default" }]], // prettier-ignore
  ["ruleset", ["z", "r"], [{ rules: [{ ref: "a", description: "b", expression: "c", id: "d" }] }], [{ ref: "a", description: "b", expression: "c" }]], // prettier-ignore
  ["ruleset", ["z", "r"], [{}], []],
  ["pageRules", ["z"], [{ id: "1", targets: [{ constraint: { value: "a.b/*" } }] }, { id: "2" }], [{ id: "1", target: "a.b/*" }, { id: "2", target: "" }]], // prettier-ignore
])("%s of %j in %j", (kind, about, results, expected) => {
  expect(CLOUDFLARE_QUESTIONS[kind]!.read(results.map(reader), about)).toEqual(expected);
});
