import { Failure } from "./answer";

/** What was asked when it failed. */
export interface Attempt {
  readonly url: URL;
  readonly timeoutSeconds: number;
}

interface Explanation {
  readonly kind: string;
  readonly what: (attempt: Attempt, detail: string) => string;
  readonly advice: readonly string[];
}

const DNS: Explanation = {
  kind: "dns",
  what: ({ url }) => `the name ${url.hostname} is not found in DNS`,
  advice: [
    "The record may not exist, may be younger than the resolver's memory of its absence, or the name is misspelt.",
  ],
};

const REFUSED: Explanation = {
  kind: "refused",
  what: ({ url }) => `the connection to ${url.host} is refused`,
  advice: [
    "Nothing listens there. An API Gateway domain has no port 80: ask with https, or through a proxied Cloudflare record.",
  ],
};

const TIMEOUT: Explanation = {
  kind: "timeout",
  what: ({ url, timeoutSeconds }) => `${url.host} does not answer within ${timeoutSeconds} s`,
  advice: ["Ask again with a longer --timeout; an integration of API Gateway may take 29 s by default."],
};

const UNREACHABLE: Explanation = {
  kind: "unreachable",
  what: ({ url }) => `there is no way from here to ${url.host}`,
  advice: ["Look at the network of this machine: a private API, a VPN or a firewall may be in between."],
};

const CLOSED: Explanation = {
  kind: "closed",
  what: ({ url }) => `${url.host} closes the connection without an answer`,
  advice: ["Where client certificates are required (mutual TLS), a client without one is cut off like this."],
};

const NOT_HTTP: Explanation = {
  kind: "protocol",
  what: ({ url }, detail) => `what ${url.host} answers is not HTTP (${detail})`,
  advice: ["Look at the port and the scheme of the URL."],
};

const UNTRUSTED: Explanation = {
  kind: "tls",
  what: ({ url }, detail) => `the certificate of ${url.hostname} is not signed by an authority known here (${detail})`,
  advice: [
    "A Cloudflare Origin CA certificate is trusted by Cloudflare only: if the record is not proxied, clients see it, and fail. Proxy the record.",
    "A private authority can be trusted with --ca-file FILE or the variable NODE_EXTRA_CA_CERTS.",
  ],
};

const EXPIRED: Explanation = {
  kind: "tls",
  what: ({ url }, detail) => `the certificate of ${url.hostname} is not valid today (${detail})`,
  advice: ["An imported certificate is renewed by nobody but you: issue a new one and import it again."],
};

const WRONG_NAME: Explanation = {
  kind: "tls",
  what: ({ url }, detail) => `the certificate is not for ${url.hostname} (${detail})`,
  advice: ["A wildcard covers one label only: *.example.com covers api.example.com, not v1.api.example.com."],
};

const HANDSHAKE: Explanation = {
  kind: "tls",
  what: ({ url }, detail) => `the TLS handshake with ${url.hostname} fails (${detail})`,
  advice: [
    "Cloudflare's universal certificate covers the zone and one label below it; a deeper host name needs an advanced certificate or Total TLS.",
    "If the port speaks plain HTTP, the URL has to begin with http:.",
  ],
};

const BY_CODE: { readonly [code: string]: Explanation } = {
  ENOTFOUND: DNS,
  ENODATA: DNS,
  EAI_AGAIN: { ...DNS, what: ({ url }) => `DNS does not answer for ${url.hostname}`, advice: [UNREACHABLE.advice[0]!] },
  ECONNREFUSED: REFUSED,
  ETIMEDOUT: TIMEOUT,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  EADDRNOTAVAIL: UNREACHABLE,
  ECONNRESET: CLOSED,
  ECONNABORTED: CLOSED,
  EPIPE: CLOSED,
  CERT_HAS_EXPIRED: EXPIRED,
  CERT_NOT_YET_VALID: EXPIRED,
  CERT_UNTRUSTED: UNTRUSTED,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  ERR_TLS_CERT_ALTNAME_INVALID: WRONG_NAME,
  EPROTO: HANDSHAKE,
};

const BY_PREFIX: readonly (readonly [string, Explanation])[] = [
  ["HPE_", NOT_HTTP],
  ["ERR_SSL_", HANDSHAKE],
  ["ERR_TLS_", HANDSHAKE],
  ["CERT_", UNTRUSTED],
];

/** Why a request got no answer, in words. */
export function networkFailure(thrown: unknown, attempt: Attempt): Failure {
  const { code, name, message } = (thrown ?? {}) as { code?: unknown; name?: unknown; message?: unknown };
  const detail = typeof code === "string" ? code : String(message ?? thrown);
  const found = name === "TimeoutError" ? TIMEOUT : explanationOf(detail);
  if (found !== undefined) return { kind: found.kind, what: found.what(attempt, detail), advice: found.advice };
  return { kind: "network", what: `the request to ${attempt.url.host} fails (${detail})`, advice: [] };
}

function explanationOf(code: string): Explanation | undefined {
  if (Object.prototype.hasOwnProperty.call(BY_CODE, code)) return BY_CODE[code];
  return BY_PREFIX.find(([prefix]) => code.startsWith(prefix))?.[1];
}
