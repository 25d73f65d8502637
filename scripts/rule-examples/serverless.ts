/** A service as text, and what becomes of it. */
function service(lines: readonly string[], rest = ""): string {
  const text = ["`", ...lines.map((line) => line.replaceAll("${", "\\${")), "`"].join("\n");
  return rest === ""
    ? `ServerlessService.fromText(${text});`
    : `const service = ServerlessService.fromText(${text});${rest}`;
}

/** The warnings of a service are shown by the stack that uses it. */
const USED = `\nservice.sharedStageCacheOptions(this, { restApiId: "a1b2c3d4e5" });`;

const SECTION = ["custom:", "  apiGatewayCaching:"];

function event(...lines: readonly string[]): string[] {
  const http = ["path: /items", "method: get", ...lines].map((line) => `          ${line}`);
  return ["functions:", "  list:", "    events:", "      - http:", ...http];
}

export const SERVERLESS_EXAMPLES: { readonly [rule: string]: string } = {
  "serverless/authorizer-differs": service([
    "functions:",
    "  list:",
    "    events:",
    "      - http: { path: /items, method: get, authorizer: { name: guard, resultTtlInSeconds: 0 } }",
    "      - http: { path: /items, method: post, authorizer: guard }",
    "  guard: {}",
  ]),

  "serverless/authorizer-not-given": service(
    [...event("authorizer: verifyToken"), "  verifyToken: {}"],
    `\nservice.restEndpoints(this, { integrations: { list: RestIntegration.mock() } });`,
  ),

  "serverless/cache-without-section": service(event("caching: { enabled: true }"), USED),

  "serverless/cors-cache-control": service(event("cors: { cacheControl: no-store }"), USED),

  "serverless/cors-together": service([
    "functions:",
    "  list:",
    "    events:",
    "      - http: { path: /items, method: get, cors: true }",
    "      - http: { path: /items, method: put, cors: { origin: https://shop.example.com, allowCredentials: true } }",
  ]),

  "serverless/enabled-not-set": service([...SECTION, "    ttlInSeconds: 300"], USED),

  "serverless/file-not-data": service(["functions: ${file(functions.js)}"]),

  "serverless/file-outside-project": service(["functions: ${file(../functions.yml)}"]),

  "serverless/file-unreadable": `ServerlessService.fromFile("no-such-service.yml");`,

  "serverless/function-twice": service([
    "functions:",
    "  - list: { events: [{ http: get /items }] }",
    "  - list: { events: [{ http: get /orders }] }",
  ]),

  "serverless/integration-not-given": service(event(), `\nservice.restEndpoints(this, {});`),

  "serverless/missing-key": service([
    "functions:",
    "  list:",
    "    events:",
    "      - http:",
    "          path: /items",
  ]),

  "serverless/not-literal": service([...SECTION, "    enabled: ${ssm:/cache/enabled}"]),

  "serverless/outside-base-path": service(
    [
      ...SECTION,
      "    enabled: true",
      "    basePath: /shop",
      "    additionalEndpoints:",
      "      - { method: GET, path: /dynamodb, caching: { enabled: true } }",
    ],
    USED,
  ),

  "serverless/own-preflight": service(
    [
      "functions:",
      "  list:",
      "    events:",
      "      - http: { path: /items, method: get, cors: true }",
      "      - http: { path: /items, method: options }",
    ],
    USED,
  ),

  "serverless/required-ignored": service(
    [
      ...SECTION,
      "    enabled: true",
      ...event(
        "caching:",
        "  enabled: true",
        "  cacheKeyParameters:",
        "    - { name: request.querystring.page, required: true }",
      ),
    ],
    USED,
  ),

  "serverless/unknown-function": service([...event("authorizer: gaurd"), "  guard: {}"]),

  "serverless/unknown-key": service([...SECTION, "    enabled: true", "    ttlinseconds: 60"]),

  "serverless/variable-cycle": service([...SECTION, "    enabled: ${self:custom.apiGatewayCaching.enabled}"]),

  "serverless/variable-limit": service([
    ...SECTION,
    "    enabled: true",
    "    basePath: ${self:custom.l}",
    "  a: /0123456789abcdef",
    ...[..."bcdefghijkl"].map((name, index) => {
      const before = `\${self:custom.${"abcdefghijk".charAt(index)}}`;
      return `  ${name}: ${before}${before}${before}`;
    }),
  ]),

  "serverless/variable-not-found": service([...SECTION, "    enabled: ${opt:cache}"]),

  "serverless/variable-source": service([...SECTION, "    enabled: ${slef:custom.cacheEnabled}"]),

  "serverless/variable-syntax": service([...SECTION, "    enabled: ${opt:cache, yes}"]),

  "serverless/wrong-type": service([...SECTION, "    enabled: yes"]),

  "serverless/yaml-syntax": service(["custom:", "  apiGatewayCaching: { enabled: true", "functions: {}"]),
};
