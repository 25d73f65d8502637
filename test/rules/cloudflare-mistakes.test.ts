import { CATALOGUE } from "../../lib/rules/catalogue";
import { CERTIFICATE_CASES } from "./cases/certificate";
import { DOMAIN_CASES } from "./cases/domain";
import { EDGE_CASES } from "./cases/edge";

/** What goes wrong for people who put API Gateway behind Cloudflare, and the rules that say so at synth. */
const MISTAKES: readonly [mistake: string, rules: string[]][] = [
  ["a record that points to the default endpoint", ["edge/default-endpoint-target"]],
  ["an edge-optimized domain with an Origin CA certificate", ["domain/origin-ca-on-edge"]],
  ["a certificate of another region", ["domain/certificate-region"]],
  ["a host that the certificate does not cover", ["certificate/does-not-cover-host"]],
  ["a TLS mode that does not reach API Gateway", ["edge/insecure-tls-mode"]],
  ["no redirect to https", ["edge/no-https-redirect"]],
  ["a missing, doubled or wrong mapping", ["domain/no-mapping", "domain/duplicate-mapping", "domain/stage-missing"]],
  ["an Origin CA certificate without the proxy", ["edge/unproxied-origin-ca"]],
  ["a TTL on a proxied record", ["edge/proxied-ttl"]],
  ["a host deeper than Universal SSL covers", ["edge/host-too-deep"]],
  ["a host outside of the zone", ["edge/host-outside-zone"]],
  ["unsorted host names", ["certificate/hostnames-unsorted", "certificate/hostname-not-literal"]],
  ["a second ruleset of a phase", ["edge/second-ruleset", "edge/zone-declared-twice"]],
  ["rules without a ref of their own", ["edge/duplicate-ref"]],
  ["a TTL below the plan's minimum", ["edge/ttl-below-plan"]],
  ["what only a higher plan has", ["edge/not-in-plan"]],
  ["more rules than the plan has", ["edge/too-many-rules"]],
  ["TLS and cache in two page rules", ["edge/second-page-rule"]],
  ["a page rule that is not active", ["edge/inactive-page-rule"]],
  ["a TTL over authenticated answers", ["edge/override-shares-credentials"]],
  ["two hours for answers without Cache-Control", ["edge/implicit-edge-ttl"]],
  ["browsers that keep answers for longer than the origin says", ["edge/browser-ttl-override"]],
  ["a method in an expression", ["edge/method-in-expression"]],
  ["POST that is to be cached", ["edge/method-never-cached"]],
  ["JSON that no rule makes eligible", ["edge/rules-not-used"]],
  ["mutual TLS with an imported certificate alone", ["domain/ownership-certificate"]],
  ["a proxied validation record", ["edge/proxied-validation-record"]],
  ["a PEM that was damaged on its way", ["certificate/pem-shape", "certificate/pem-content"]],
  ["a zone id that is none", ["edge/zone-id"]],
  ["a root that ends before its certificates", ["certificate/root-expired"]],
];

const CASES = [...CERTIFICATE_CASES, ...DOMAIN_CASES, ...EDGE_CASES];

test("there are thirty of them", () => {
  expect(MISTAKES).toHaveLength(30);
});

test.each(MISTAKES)("%s is caught", (_mistake, rules) => {
  for (const id of rules) {
    expect(CATALOGUE.map((rule) => rule.id)).toContain(id);
    expect(CASES.some(({ rule, at }) => rule === id && at !== undefined)).toBe(true);
  }
});
