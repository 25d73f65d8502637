import { Condition, Token, readCondition } from "../../../lib/edge/core/condition";
import { NamedHost, tellsHosts, testHost } from "../../../lib/edge/core/host-test";

const tokensOf = (expression: string): readonly Token[] =>
  (readCondition(expression) as Extract<Condition, { kind: "test" }>).tokens;
const tested = (expression: string, host: NamedHost) => testHost(tokensOf(expression), host);
const API: NamedHost = { host: "api.example.com" };

test.each([
  ['http.host eq "api.example.com"', "all"],
  ['http.host == "API.example.com"', "all"],
  ['http.host eq r"api.example.com"', "all"],
  ['http.host eq "example.com"', "none"],
  ['lower(http.host) eq "api.example.com"', "all"],
  ['raw.http.host eq "api.example.com"', "all"],
  ['http.host ne "api.example.com"', "none"],
  ['http.host != "www.example.com"', "all"],
  ['http.host in {"www.example.com" "api.example.com"}', "all"],
  ['http.host in {"www.example.com"}', "none"],
  ["http.host in $hosts", "unknown"],
  ["http.host in {}", "unknown"],
  ['http.host wildcard "*.example.com"', "all"],
  ['http.host strict wildcard "api.*"', "all"],
  ['http.host wildcard "*.example.org"', "none"],
  ['http.host contains "example"', "all"],
  ['http.host contains "www"', "none"],
  ['starts_with(http.host, "api.")', "all"],
  ['ends_with(lower(http.host), ".example.com")', "all"],
  ['ends_with(http.host, ".example.org")', "none"],
  ['http.host matches "^api"', "unknown"],
  ['http.host eq "${unknown}"', "unknown"],
  ['http.host ne "${unknown}"', "unknown"],
  ['http.host in {"${unknown}" "api.example.com"}', "all"],
  ['http.host in {"${unknown}" "www.example.com"}', "unknown"],
  ['ends_with(http.host, "${unknown}")', "unknown"],
  ['http.request.full_uri wildcard r"https://api.example.com/*"', "partly"],
  ['http.request.full_uri wildcard "http*://*.example.com/v1/*"', "partly"],
  ['http.request.full_uri wildcard r"http://*"', "partly"],
  ['http.request.full_uri wildcard "https://www.example.com/*"', "none"],
  ['http.request.full_uri wildcard "https://www.example.com*"', "unknown"],
  ['http.request.full_uri wildcard "*/old"', "partly"],
  ['http.request.full_uri contains "api.example.com/"', "partly"],
  ['http.request.full_uri contains "/v1"', "partly"],
  ['http.request.full_uri contains "v1"', "unknown"],
  ['starts_with(http.request.full_uri, "https://api.example.com/v1")', "partly"],
  ['starts_with(http.request.full_uri, "https://www.example.com/")', "none"],
  ['http.request.full_uri eq "https://api.example.com/x"', "partly"],
  ['http.request.full_uri ne "https://api.example.com/x"', "unknown"],
  ['http.request.headers["host"][0] eq "www.example.com"', "unknown"],
  ['cf.zone.name eq "example.com"', "unknown"],
])("%s for the host: %s", (expression, expected) => {
  expect(tellsHosts(tokensOf(expression))).toBe(true);
  expect(tested(expression, API)).toBe(expected);
});

test.each([
  ["ssl"],
  ['http.request.uri.path eq "/host"'],
  ['http.referer contains "http.host"'],
  ['any(http.request.headers["authorization"][*] ne "")'],
])("%s does not ask for the host", (expression) => expect(tellsHosts(tokensOf(expression))).toBe(false));

const PART: NamedHost = { host: undefined, beginning: "api." };
const MEANT: NamedHost = { host: "api.example.com", beginning: "api." };
const WILDCARD: NamedHost = { host: "*.example.com" };
const REFERENCE: NamedHost = { host: "${token[1]}" };
const NOTHING: NamedHost = { host: undefined };

test.each<[NamedHost, string, string]>([
  [PART, 'http.host eq "api.example.org"', "unknown"],
  [PART, 'http.host eq "www.example.org"', "none"],
  [PART, 'http.host ne "www.example.org"', "all"],
  [PART, 'http.host wildcard "*.example.org"', "unknown"],
  [MEANT, 'http.host eq "api.example.com"', "all"],
  [MEANT, 'http.host eq "api.example.org"', "unknown"],
  [MEANT, 'http.host wildcard "*.example.com"', "all"],
  [MEANT, 'http.host wildcard "*.example.org"', "unknown"],
  [WILDCARD, 'http.host eq "api.example.com"', "unknown"],
  [WILDCARD, 'http.host eq "example.org"', "none"],
  [WILDCARD, 'http.host wildcard "*.example.com"', "all"],
  [WILDCARD, 'starts_with(http.host, "api.")', "unknown"],
  [REFERENCE, 'http.host eq "${token[1]}"', "all"],
  [REFERENCE, 'http.host eq "www.example.com"', "unknown"],
  [REFERENCE, 'http.host wildcard "*"', "unknown"],
  [NOTHING, 'http.host eq "www.example.com"', "unknown"],
])("for a host of which not all is known, %j: %s is %s", (host, expression, expected) => {
  expect(tested(expression, host)).toBe(expected);
});
