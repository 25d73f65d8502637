import { Finding } from "../../rules/finding";
import { reworded } from "./found";
import { inOpenApiWords } from "./open-api-words";

/** Other words for what is allowed, and for what to change. */
interface Words {
  readonly allowed?: string;
  readonly change?: string;
}

/** What the rules say in the words of this library, in those of Terraform. */
const WORDS: { readonly [rule: string]: (finding: Finding) => Words } = {
  "certificate/hostnames-unsorted": () => ({ change: "Write the names in this form and order." }),
  "certificate/private-key-in-text": () => ({
    allowed: "a sensitive variable, the attribute of a resource, or a file that only Terraform reads",
    change: "Take it from a variable with sensitive = true; issue the key anew if it was shared.",
  }),
  "certificate/variable-not-sensitive": () => ({ change: "Write sensitive = true in the variable." }),
  "domain/certificate-region": () => ({ change: "Make or take the certificate in that region." }),
  "domain/declared-twice": ({ allowed }) => ({
    allowed: allowed.replace("one ApiDomain for the name", "one domain for the name in a region"),
    change: "Remove one of the two, and map to the other.",
  }),
  "domain/http-api-on-edge": () => ({ change: "Make the domain REGIONAL: Cloudflare is the edge." }),
  "domain/multi-level-key-on-edge": () => ({
    allowed: "a path without a slash, or a REGIONAL domain",
    change: "Make the domain REGIONAL, or map a path of one level.",
  }),
  "domain/mutual-tls-on-edge": () => ({
    allowed: "REGIONAL",
    change: "Make the domain REGIONAL, or leave mutual_tls_authentication out.",
  }),
  "domain/origin-ca-on-edge": () => ({
    allowed: "a certificate that ACM issued in us-east-1, or an imported one of a public authority",
    change: "Make the domain REGIONAL (Cloudflare is the edge), or let ACM issue the certificate.",
  }),
  "domain/ownership-certificate": () => ({
    allowed: "the ARN of a certificate that ACM issued for the domain name",
    change: "Give one here, or use one as the domain's certificate.",
  }),
  "domain/security-policy": ({ change }) => ({
    change: change
      .replace(/\bsecurityPolicy\b/g, "security_policy")
      .replace(/\bendpointAccessMode\b/g, "endpoint_access_mode"),
  }),
  "domain/wildcard-certificate": () => ({
    allowed: "a certificate that ACM issued, or a domain for each host",
    change: "Let ACM issue the certificate, or declare a domain for each host.",
  }),
  "edge/browser-ttl-override": ({ found }) => ({
    allowed: 'mode = "respect_origin", so that browsers do what the origin says',
    change:
      found === undefined
        ? 'Write browser_ttl = { mode = "respect_origin" }: without it the zone adds four hours, unless its Browser Cache TTL says otherwise.'
        : "Let the origin send Cache-Control: max-age, or acknowledge the warning.",
  }),
  "edge/default-endpoint-target": () => ({
    change: "Declare a custom domain for the host, and lead the record to its target domain name.",
  }),
  "edge/host-too-deep": () => ({
    change:
      "Choose a shorter name; or declare cloudflare_total_tls or cloudflare_certificate_pack; or acknowledge this if a certificate for the name is there already.",
  }),
  "edge/implicit-edge-ttl": ({ property }) =>
    property.startsWith("actions.")
      ? {
          allowed: "a cache rule, which can keep only answers with Cache-Control",
          change: "Move to a cache rule; or acknowledge the warning if every answer has Cache-Control.",
        }
      : {
          allowed: 'mode = "bypass_by_default", with which only answers with Cache-Control are kept',
          change:
            'Write edge_ttl = { mode = "bypass_by_default" }; or acknowledge the warning if every answer has Cache-Control.',
        },
  "edge/insecure-tls-mode": () => ({ change: "Write strict." }),
  "edge/no-https-redirect": () => ({
    allowed: "a rule in http_request_dynamic_redirect for requests without ssl, or always_use_https for the zone",
    change: "Declare one of them, or acknowledge the warning if something else redirects.",
  }),
  "edge/override-shares-credentials": ({ property }) => ({
    allowed: "a TTL that replaces the origin's only for requests without Authorization and without cookies",
    change: property.startsWith("actions.")
      ? "Move to cache rules, which can pass such requests on; or acknowledge this if the answers are the same for every caller."
      : "Add a rule after it with cache = false for requests with either; or acknowledge this if the answers are the same for every caller.",
  }),
  "edge/proxied-ttl": () => ({ change: "Write 1. How long an answer is kept is said in cache rules." }),
  "edge/proxied-validation-record": () => ({ change: "Write proxied = false." }),
  "edge/second-ruleset": () => ({ change: "Put the rules of both into one." }),
  "edge/unproxied-origin-ca": () => ({ change: "Write proxied = true, or let ACM issue the certificate." }),
  "edge/unverified-origin": () => ({
    change: "Write strict: a custom domain of API Gateway has a certificate that Cloudflare accepts.",
  }),
  "edge/zone-id": ({ change }) => ({
    change: change.startsWith("That is the zone's name")
      ? "That is the zone's name: take the id of a cloudflare_zone data source that is filtered by it."
      : "Copy the zone ID from the overview page of the zone.",
  }),
  "gateway/body-not-in-key": () => ({
    change:
      "Map method.request.body, or a part of it, to integration.request.header.NAME, and add that to cache_key_parameters; or acknowledge the warning if the answer does not depend on the body.",
  }),
  "gateway/case-duplicate-headers": () => ({ change: "Remove one of the two mappings." }),
  "gateway/endpoint-not-in-document": ({ allowed }) => ({
    allowed: firstOf(allowed.split(", ")),
    change: "Correct the path or the verb.",
  }),
  "gateway/identity-not-in-key": () => ({
    change:
      "Add what the authorizer reads, such as method.request.header.Authorization, to cache_key_parameters and to the request parameters of the method; or acknowledge the warning if the answer is the same for every caller.",
  }),
  "gateway/no-cached-endpoint": () => ({ change: "Add a setting that caches a method, or switch the cluster off." }),
  "gateway/origin-not-in-key": () => ({
    change:
      "Add method.request.header.Origin to cache_key_parameters and to the request parameters of the method, or acknowledge the warning if the answer always carries the same header.",
  }),
  "gateway/required-not-validated": () => ({
    change: "Give the method a request validator, or do not require the parameter.",
  }),
  "gateway/shared-cache-namespace": ({ found }) =>
    typeof found === "string" ? { change: "Give each of the two a cache_namespace of its own." } : {},
  "gateway/ttl-zero": () => ({ change: "Give a TTL, or write caching_enabled = false." }),
  "gateway/unauthorized-strategy": () => ({
    allowed: "FAIL_WITH_403, SUCCEED_WITH_RESPONSE_HEADER, SUCCEED_WITHOUT_RESPONSE_HEADER",
  }),
  "gateway/unkeyed-path-parameter": ({ change }) => {
    const name = /CacheKey\.path\("([^"]+)"\)/.exec(change)?.[1] ?? "NAME";
    return {
      change: `Add method.request.path.${name} to the cache key parameters, and to the request parameters of the method.`,
    };
  },
};

const MOST_LISTED = 10;

function firstOf(names: readonly string[]): string {
  const listed = names.slice(0, MOST_LISTED).join(", ");
  return names.length > MOST_LISTED ? `${listed} and ${names.length - MOST_LISTED} more` : listed;
}

/** The rules that have other words here. */
export const REWORDED: readonly string[] = Object.keys(WORDS);

/** A finding for a reader who may never have seen this library. */
export function inTerraformWords(finding: Finding): Finding {
  const words = Object.prototype.hasOwnProperty.call(WORDS, finding.rule) ? WORDS[finding.rule] : undefined;
  return inOpenApiWords(words === undefined ? finding : reworded(finding, words(finding)));
}
