import { networkFailure } from "../../../../lib/command-line/verify/core/network-failure";

const attempt = { url: new URL("https://v1.api.example.com:8443/cats"), timeoutSeconds: 7 };

function error(code: string): Error {
  return Object.assign(new Error("long story\nin lines"), { code });
}

test.each<[string, string, RegExp, RegExp]>([
  ["ENOTFOUND", "dns", /v1\.api\.example\.com is not found in DNS/, /misspelt/],
  ["EAI_AGAIN", "dns", /DNS does not answer/, /network of this machine/],
  ["ECONNREFUSED", "refused", /v1\.api\.example\.com:8443 is refused/, /no port 80/],
  ["ECONNRESET", "closed", /without an answer/, /mutual TLS/],
  ["ETIMEDOUT", "timeout", /within 7 s/, /--timeout/],
  ["EHOSTUNREACH", "unreachable", /no way from here/, /private API/],
  ["ENETUNREACH", "unreachable", /no way from here/, /VPN/],
  ["HPE_INVALID_CONSTANT", "protocol", /not HTTP \(HPE_INVALID_CONSTANT\)/, /scheme/],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls", /authority known here/, /Origin CA certificate is trusted by Cloudflare only/],
  ["SELF_SIGNED_CERT_IN_CHAIN", "tls", /authority known here/, /Proxy the record/],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls", /authority known here/, /Origin CA/],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "tls", /authority known here/, /Origin CA/],
  ["CERT_REVOKED", "tls", /CERT_REVOKED/, /Origin CA/],
  ["CERT_HAS_EXPIRED", "tls", /not valid today/, /renewed by nobody/],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "tls", /not for v1\.api\.example\.com/, /one label only/],
  ["EPROTO", "tls", /handshake .* fails \(EPROTO\)/, /Total TLS/],
  ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "tls", /handshake/, /one label below/],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "tls", /handshake/, /begin with http:/],
])("%s is of the kind %s", (code, kind, what, advice) => {
  const failure = networkFailure(error(code), attempt);
  expect(failure.kind).toBe(kind);
  expect(failure.what).toMatch(what);
  expect(failure.what).not.toContain("\n");
  expect(failure.advice.join(" ")).toMatch(advice);
});

test("time that is up is told with how much there was", () => {
  const failure = networkFailure(Object.assign(new Error("time is up"), { name: "TimeoutError" }), attempt);
  expect(failure).toMatchObject({ kind: "timeout", what: "v1.api.example.com:8443 does not answer within 7 s" });
});

test.each<[unknown, string]>([
  [error("EWEIRD"), "EWEIRD"],
  [error("toString"), "toString"],
  [new Error("no code"), "no code"],
  ["a text", "a text"],
  [undefined, "undefined"],
])("%p is told as it is", (thrown, detail) => {
  expect(networkFailure(thrown, attempt)).toMatchObject({
    kind: "network",
    what: `the request to v1.api.example.com:8443 fails (${detail})`,
  });
});
