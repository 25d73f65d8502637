import fc from "fast-check";
import { stringify } from "yaml";
import { RuleCatalogue } from "../../lib";
import { ServerlessService } from "../../lib/serverless/serverless-service";
import { anyText, httpVerb, resourcePath } from "../support/arbitraries";

/** Reads a text; fails if anything but findings is thrown. */
function attempt(text: string): ServerlessService | undefined {
  try {
    return ServerlessService.fromText(text, { environment: {} });
  } catch (thrown) {
    const findings = RuleCatalogue.findingsOf(thrown);
    expect(findings).not.toEqual([]);
    for (const { message } of findings) expect(message).not.toContain("\n");
    return undefined;
  }
}

const KEYS = [
  "provider",
  "custom",
  "functions",
  "events",
  "http",
  "apiGatewayCaching",
  "enabled",
  "caching",
  "cacheKeyParameters",
  "name",
  "mappedFrom",
  "path",
  "method",
  "additionalEndpoints",
  "ttlInSeconds",
  "perKeyInvalidation",
  "cors",
  "origin",
  "origins",
  "methods",
  "maxAge",
  "allowCredentials",
  "authorizer",
  "request",
  "parameters",
  "querystrings",
  "required",
  "stage",
  "apiGateway",
  "restApiId",
  "basePath",
  "Ref",
  "Fn::Sub",
  "<<",
  "a",
  "0",
];
const VARIABLES = [
  "${self:custom}",
  "${self:a.b}",
  "${self:}",
  "${opt:stage, 'dev'}",
  "${cf:a.b}",
  "x-${self:a}",
  "${file(a.yml)}",
  "${self:a",
  "${}",
  "\\${self:a}",
  "${env:A, self:custom.a, null}",
  "${strToBool(x)}",
  "${sls:stage}",
  "get /a",
  "${self:a\n}",
  '${opt:a, "\n\\x"}',
  "${file('a\n.yml')}",
  "request.body\n",
  "/a/{id}",
  "request.path.id",
  "GET",
];

const { value: configuration } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, depthSize: "medium" },
    fc.oneof(fc.constantFrom(...VARIABLES), fc.boolean(), fc.integer(), fc.double(), fc.constant(null), anyText),
    fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 3 })), tie("value"), { maxKeys: 5 }),
    fc.array(tie("value"), { maxLength: 4 }),
  ),
}));

test("whatever a configuration holds, there is a service or findings", () => {
  const top = fc.record(
    {
      provider: configuration,
      custom: fc.record({ apiGatewayCaching: configuration }),
      functions: configuration,
      a: configuration,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(top, configuration), (value) => void attempt(stringify(value))),
    { numRuns: 100 },
  );
});

test("whatever stands at an event, there is a service or findings", () => {
  const event = fc.dictionary(fc.constantFrom(...KEYS), configuration, { maxKeys: 6 });
  fc.assert(
    fc.property(event, event, (http, caching) => {
      attempt(
        stringify({
          provider: "aws",
          functions: { a: { events: [{ http: { method: "get", path: "/a", caching, ...http } }] } },
        }),
      );
    }),
    { numRuns: 200 },
  );
});

test("whatever the text, there is a service or findings", () => {
  const piece = fc.constantFrom(
    "a",
    ": ",
    "- ",
    "\n",
    "  ",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "!Ref ",
    "|",
    ">",
    "'",
    '"',
    "#",
    "?",
    "---",
    "<<: *a",
    "\t",
    "${",
    ",",
  );
  const text = fc.oneof(
    anyText,
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(text, (one) => void attempt(one)),
    { numRuns: 200 },
  );
});

const endpoint = fc.record({
  path: resourcePath,
  method: httpVerb,
  ttl: fc.option(fc.integer({ min: 1, max: 3600 }), { nil: undefined }),
  encrypted: fc.option(fc.boolean(), { nil: undefined }),
  enabled: fc.boolean(),
  pages: fc.boolean(),
});

test("what is written is what is read, whichever way it is written", () => {
  const service = fc.record({
    endpoints: fc.uniqueArray(endpoint, {
      minLength: 1,
      maxLength: 5,
      selector: ({ path, method }) => `${method} ${path}`,
    }),
    style: fc.constantFrom<"BLOCK" | "FLOW" | "JSON">("BLOCK", "FLOW", "JSON"),
    lower: fc.boolean(),
    indirect: fc.boolean(),
  });
  fc.assert(
    fc.property(service, ({ endpoints, style, lower, indirect }) => {
      const names = (path: string) => [...path.matchAll(/\{([^+}]+)\+?\}/g)].map(([, name]) => name!);
      const written = endpoints.map(({ path, method, ttl, encrypted, enabled, pages }) => ({
        http: {
          path,
          method: lower ? method.toLowerCase() : method,
          caching: {
            enabled,
            ttlInSeconds: ttl ?? null,
            dataEncrypted: encrypted ?? null,
            cacheKeyParameters: [
              ...names(path).map((name) => ({ name: `request.path.${name}` })),
              ...(pages ? [{ name: "request.querystring.page" }] : []),
            ],
          },
        },
      }));
      const functions = { a: { handler: "x", events: indirect ? "${self:custom.events}" : written } };
      const value = { provider: "aws", custom: { apiGatewayCaching: { enabled: true }, events: written }, functions };
      const text =
        style === "JSON"
          ? JSON.stringify(value)
          : stringify(value, { collectionStyle: style === "FLOW" ? "flow" : "block" });
      const read = ServerlessService.fromText(text);
      expect(
        read.endpoints.map(({ path, httpMethod, cache }) => ({
          path,
          method: httpMethod,
          ttl: cache?.ttlSeconds,
          encrypted: cache?.dataEncrypted,
          enabled: cache?.enabled,
          keys: cache?.keys?.map(({ parameterName }) => parameterName) ?? [],
        })),
      ).toEqual(
        endpoints.map(({ pages, path, ...rest }) => ({
          ...rest,
          path: path.replace(/(?<=.)\/$/, ""),
          keys: [
            ...names(path).map((name) => `method.request.path.${name}`),
            ...(pages ? ["method.request.querystring.page"] : []),
          ],
        })),
      );
    }),
    { numRuns: 100 },
  );
});
