import { RestIntegration } from "../../../lib";
import { ServerlessTextOptions } from "../../../lib/serverless/serverless-props";
import { ServerlessService } from "../../../lib/serverless/serverless-service";
import { TestApi } from "../../support/test-api";
import { RuleCase, fires, silent } from "./rule-case";

/** Reads a service, and shows its warnings in the stack of the case. */
function reads(text: string, options: ServerlessTextOptions = {}) {
  return ({ stack }: TestApi): void => {
    const service = ServerlessService.fromText(text, { environment: {}, ...options });
    service.sharedStageCacheOptions(stack, { restApiId: "abc" });
  };
}

/** The same, with a backend for every function. */
function renders(text: string, integrations: { [name: string]: RestIntegration }) {
  return ({ stack }: TestApi) => void ServerlessService.fromText(text).restEndpoints(stack, { integrations });
}

const SECTION = "custom.apiGatewayCaching";
const EVENT = "functions.a.events[0].http";
const section = (content: string) => `custom: { apiGatewayCaching: { ${content} } }`;
const event = (content: string) => `functions: { a: { events: [{ http: { method: get, path: /a, ${content} } }] } }`;
const cached = (content: string) => `${section("enabled: true")}\n${event(`caching: { ${content} }`)}`;
const twoEvents = (one: string, other: string) =>
  `functions: { a: { events: [{ http: { path: /a, ${one} } }, { http: { path: /a, ${other} } }] } }`;
const guarded = (...authorizers: string[]) =>
  `functions: { a: { events: [${authorizers.map((one, at) => `{ http: { method: get, path: /${at}, authorizer: ${one} } }`).join(", ")}] } }`;
const additional = (path: string) =>
  section(`enabled: true, basePath: /animals, additionalEndpoints: [{ method: GET, path: ${path} }]`);

export const SERVERLESS_CASES: readonly RuleCase[] = [
  fires("serverless/file-unreadable", "an empty text", "file", reads("")),
  silent("serverless/file-unreadable", "a text", reads("provider: aws")),

  fires("serverless/yaml-syntax", "a list without its end", "serverless.yml:2:1", reads("a: [\nb: 1\n")),
  silent("serverless/yaml-syntax", "a list", reads("a: [1]\n")),

  fires(
    "serverless/unknown-key",
    "a misspelt TTL",
    `serverless.yml:1:47 ${SECTION}.ttlinseconds`,
    reads(section("enabled: true, ttlinseconds: 5")),
  ),
  silent("serverless/unknown-key", "a TTL", reads(section("enabled: true, ttlInSeconds: 5"))),

  fires(
    "serverless/wrong-type",
    "a word for a flag",
    `serverless.yml:1:41 ${SECTION}.enabled`,
    reads(section("enabled: yes")),
  ),
  silent("serverless/wrong-type", "a flag in quotes, which the framework converts", reads(section("enabled: 'true'"))),

  fires(
    "serverless/missing-key",
    "an event without its path",
    "serverless.yml:1:36 functions.a.events[0].http.path",
    reads("functions: { a: { events: [{ http: { method: get } }] } }"),
  ),
  silent("serverless/missing-key", "an event with both", reads(event(""))),

  fires(
    "serverless/not-literal",
    "a flag from the parameter store",
    `serverless.yml:1:41 ${SECTION}.enabled`,
    reads(section("enabled: '${ssm:/on}'")),
  ),
  silent(
    "serverless/not-literal",
    "a TTL from the parameter store",
    reads(section("enabled: true, ttlInSeconds: '${ssm:/ttl}'")),
  ),

  fires(
    "serverless/variable-syntax",
    "a default without quotes",
    `serverless.yml:1:41 ${SECTION}.enabled`,
    reads(section("enabled: '${opt:on, yes}'")),
  ),
  silent("serverless/variable-syntax", "a default", reads(section("enabled: '${opt:on, true}'"))),

  fires(
    "serverless/variable-source",
    "a misspelt source",
    `serverless.yml:1:41 ${SECTION}.enabled`,
    reads(section("enabled: '${slef:a}'")),
  ),
  silent(
    "serverless/variable-source",
    "the source of a plugin",
    reads(section("enabled: true, restApiId: '${vault:a}'")),
  ),

  fires(
    "serverless/variable-not-found",
    "an environment variable that is not set",
    `serverless.yml:1:41 ${SECTION}.enabled`,
    reads(section("enabled: '${env:ON}'")),
  ),
  silent(
    "serverless/variable-not-found",
    "an environment variable that is set",
    reads(section("enabled: '${env:ON}'"), { environment: { ON: "true" } }),
  ),

  fires(
    "serverless/variable-cycle",
    "a value that refers to itself",
    "serverless.yml:1:4 a",
    reads("a: ${self:a}\ncustom: { apiGatewayCaching: { enabled: '${self:a}' } }"),
  ),
  silent(
    "serverless/variable-cycle",
    "a chain",
    reads("a: ${self:b}\nb: true\ncustom: { apiGatewayCaching: { enabled: '${self:a}' } }"),
  ),

  fires(
    "serverless/variable-limit",
    "a text that doubles",
    "serverless.yml:15:4 o",
    reads(`${doubling(20)}custom: { apiGatewayCaching: { enabled: true, restApiId: '\${self:t}' } }`),
  ),
  silent(
    "serverless/variable-limit",
    "a text that is put together",
    reads(`${doubling(5)}custom: { apiGatewayCaching: { enabled: true, restApiId: '\${self:e}' } }`),
  ),

  fires(
    "serverless/file-outside-project",
    "a file further up",
    "serverless.yml:1:12 functions",
    reads("functions: ${file(../a.yml)}", { projectDirectory: __dirname }),
  ),
  silent(
    "serverless/file-outside-project",
    "a file that is not there, with a default",
    reads("functions: ${file(a.yml), null}", { projectDirectory: __dirname }),
  ),

  fires(
    "serverless/file-not-data",
    "a program",
    "serverless.yml:1:12 functions",
    reads("functions: ${file(a.js)}", { projectDirectory: __dirname }),
  ),
  silent(
    "serverless/file-not-data",
    "data",
    reads("functions: ${file(a.json), null}", { projectDirectory: __dirname }),
  ),

  fires(
    "serverless/enabled-not-set",
    "caching that does not say whether it is on",
    `serverless.yml:2:70 ${EVENT}.caching.enabled`,
    reads(cached("ttlInSeconds: 5")),
  ),
  silent("serverless/enabled-not-set", "caching that is off", reads(event("caching: { enabled: false }"))),

  fires(
    "serverless/required-ignored",
    "a key that is required",
    `serverless.yml:2:144 ${EVENT}.caching.cacheKeyParameters[0].required`,
    reads(cached("enabled: true, cacheKeyParameters: [{ name: request.header.A, required: true }]")),
  ),
  silent(
    "serverless/required-ignored",
    "a key that is not",
    reads(cached("enabled: true, cacheKeyParameters: [{ name: request.header.A, required: false }]")),
  ),

  fires(
    "serverless/outside-base-path",
    "a path without the base path",
    `serverless.yml:1:110 ${SECTION}.additionalEndpoints[0].path`,
    reads(additional("/cats")),
  ),
  silent("serverless/outside-base-path", "a path with it", reads(additional("/animals/cats"))),

  fires(
    "serverless/cache-without-section",
    "caching in a service without the plugin's section",
    `serverless.yml:1:70 ${EVENT}.caching`,
    reads(event("caching: { enabled: true }")),
  ),
  silent("serverless/cache-without-section", "caching that is off", reads(event("caching: { enabled: false }"))),

  fires(
    "serverless/cors-cache-control",
    "a Cache-Control for preflight answers",
    `serverless.yml:1:83 ${EVENT}.cors.cacheControl`,
    reads(event("cors: { cacheControl: no-store }")),
  ),
  silent("serverless/cors-cache-control", "how long a browser keeps them", reads(event("cors: { maxAge: 60 }"))),

  fires(
    "serverless/cors-together",
    "credentials beside every origin",
    "serverless.yml:1:116 functions.a.events[1].http.cors",
    reads(
      twoEvents(
        "method: get, cors: true",
        "method: put, cors: { origin: 'https://a.example', allowCredentials: true }",
      ),
    ),
  ),
  silent(
    "serverless/cors-together",
    "credentials beside a named origin",
    reads(
      twoEvents(
        "method: get, cors: { origin: 'https://b.example' }",
        "method: put, cors: { origin: 'https://a.example', allowCredentials: true }",
      ),
    ),
  ),

  fires(
    "serverless/own-preflight",
    "CORS beside an event for OPTIONS",
    `serverless.yml:1:67 ${EVENT}.cors`,
    reads(twoEvents("method: get, cors: true", "method: options")),
  ),
  silent("serverless/own-preflight", "CORS without one", reads(twoEvents("method: get, cors: true", "method: put"))),

  fires(
    "serverless/function-twice",
    "a function that is twice in a list",
    "serverless.yml:1:26 functions[1].a",
    reads("functions: [{ a: {} }, { a: {} }]"),
  ),
  silent("serverless/function-twice", "two functions", reads("functions: [{ a: {} }, { b: {} }]")),

  fires(
    "serverless/integration-not-given",
    "a function without a backend",
    "serverless.yml:1:36 functions.a.events[0].http",
    renders(event(""), {}),
  ),
  silent("serverless/integration-not-given", "a function with one", renders(event(""), { a: RestIntegration.mock() })),

  fires(
    "serverless/authorizer-not-given",
    "an authorizer that nobody gives",
    `serverless.yml:1:36 ${EVENT}.authorizer`,
    renders(event("authorizer: a"), { a: RestIntegration.mock() }),
  ),
  silent(
    "serverless/authorizer-not-given",
    "the authorizer of AWS",
    renders(event("authorizer: aws_iam"), { a: RestIntegration.mock() }),
  ),

  fires(
    "serverless/authorizer-differs",
    "two functions of one name",
    "serverless.yml:1:158 functions.a.events[1].http.authorizer",
    reads(guarded("{ name: a, resultTtlInSeconds: 0 }", "{ name: a, resultTtlInSeconds: 5 }")),
  ),
  silent("serverless/authorizer-differs", "one function for both", reads(guarded("a", "{ name: a, scopes: [b] }"))),

  fires(
    "serverless/unknown-function",
    "a misspelt function",
    `serverless.yml:1:73 ${EVENT}.authorizer`,
    reads(event("authorizer: b")),
  ),
  silent("serverless/unknown-function", "a function of the service", reads(event("authorizer: a"))),
];

/** Texts each of which is twice the one before. */
function doubling(count: number): string {
  const names = Array.from({ length: count }, (_, index) => String.fromCharCode(97 + index));
  return names
    .map(
      (name, index) =>
        `${name}: ${index === 0 ? "xxxxxxxx" : `\${self:${names[index - 1]}}\${self:${names[index - 1]}}`}\n`,
    )
    .join("");
}
