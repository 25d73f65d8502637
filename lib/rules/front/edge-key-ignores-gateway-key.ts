import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const edgeKeyIgnoresGatewayKeyRule = defineRule({
  id: "front/edge-key-ignores-gateway-key",
  severity: Severity.WARNING,
  cause: "the gateway's cache tells these requests apart, and the edge's cache, which answers first, does not",
  explanation:
    "Cloudflare's key is the URL and the Origin header. If the edge keeps an answer, everyone who asks for the URL gets it, whatever else the gateway's key says: the answer in one language, say, for readers of all.",
  source: "https://developers.cloudflare.com/cache/how-to/cache-keys/",
});

/**
 * @param endpoint `GET /cats/{id}`
 * @param ignored what the gateway's key holds and the edge's does not, such as `header Accept-Language`
 */
export function edgeKeyIgnoresGatewayKey(property: string, endpoint: string, ignored: readonly string[]): Finding[] {
  if (ignored.length === 0) return [];
  return [
    edgeKeyIgnoresGatewayKeyRule.finding({
      property,
      found: `${endpoint}: ${ignored.join(", ")}`,
      allowed:
        "edge caching of paths whose gateway key is the path, the query string, and headers that the edge knows of",
      change:
        "Pass such requests on (bypass.headers, bypass.paths), put the header into the edge's key (keyHeaders, Enterprise), or acknowledge it where the origin answers them with Cache-Control: private.",
    }),
  ];
}
