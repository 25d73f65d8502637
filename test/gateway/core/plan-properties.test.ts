import fc from "fast-check";
import { keyParameterName, parseKey } from "../../../lib/gateway/core/cache-key-parameter";
import { StageCachePlan } from "../../../lib/gateway/core/plan";
import { EndpointCacheInput, StageOwnership } from "../../../lib/gateway/core/plan-input";
import { parseResourcePath, pathParameters } from "../../../lib/gateway/core/resource-path";
import { CATALOGUE } from "../../../lib/rules/catalogue";
import { Severity } from "../../../lib/rules/finding";
import { anyText, httpVerb, requestKey, resourcePath } from "../../support/arbitraries";
import { PlanEndpoint, key, planOf } from "../../support/plan";

const RULES = new Set(CATALOGUE.map(({ id }) => id));
const isRefused = (plan: StageCachePlan) => plan.findings.some(({ severity }) => severity === Severity.ERROR);

const ownership = fc.constantFrom<StageOwnership>("new", "adopted", "shared");
const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.integer({ min: -1, max: 3601 }));

const anyLayer = fc.record(
  {
    enabled: fc.boolean(),
    ttlSeconds: anyNumber,
    dataEncrypted: fc.boolean(),
    loggingLevel: fc.oneof(anyText, fc.constant("INFO")),
    dataTraceEnabled: fc.boolean(),
    metricsEnabled: fc.boolean(),
    throttlingRateLimit: anyNumber,
    throttlingBurstLimit: anyNumber,
    perKeyInvalidation: fc.record(
      { requireAuthorization: fc.boolean(), unauthorized: fc.oneof(anyText, fc.constant("fail")) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

const anyKeys = fc
  .array(fc.tuple(fc.oneof(anyText, requestKey), fc.option(anyText, { nil: undefined })), { maxLength: 3 })
  .map((texts) => texts.flatMap(([name, mappedFrom]) => parseKey(name, mappedFrom).key ?? []));

const anyCache: fc.Arbitrary<EndpointCacheInput> = fc
  .tuple(
    anyLayer,
    fc.record(
      {
        keys: anyKeys,
        cacheNamespace: anyText,
        cachedMethods: fc.array(fc.oneof(anyText, httpVerb), { maxLength: 3 }),
        inheritStageSettings: fc.boolean(),
        acknowledgements: fc.dictionary(fc.oneof(anyText, fc.constantFrom(...RULES)), anyText, { maxKeys: 2 }),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([layer, more]) => ({ ...layer, ...more }));

const anyEndpoint: fc.Arbitrary<PlanEndpoint> = fc.record({
  verb: fc.oneof(anyText, httpVerb, fc.constant("ANY")),
  path: fc.oneof(anyText, resourcePath, fc.constant("/cats")),
  cache: fc.option(anyCache, { nil: undefined }),
  method: fc.record(
    {
      integrationType: anyText,
      declaredKeys: fc.array(anyText, { maxLength: 2 }),
      declaredMappings: fc.dictionary(anyText, anyText, { maxKeys: 2 }),
      declaredNamespace: anyText,
      authorization: anyText,
      identitySources: fc.array(anyText, { maxLength: 2 }),
      siblingVerbs: fc.array(anyText, { maxLength: 2 }),
      corsOrigins: fc.array(anyText, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
});

const anyPlan = fc
  .record({
    endpoints: fc.array(anyEndpoint, { maxLength: 4 }),
    stage: fc
      .tuple(anyLayer, fc.record({ clusterSize: anyText }, { requiredKeys: [] }))
      .map(([layer, more]) => ({ ...layer, ...more })),
    ownership,
  })
  .map(({ endpoints, ...options }) => ({ endpoints, plan: planOf(endpoints, options), ...options }));

describe("any texts and numbers at all", () => {
  test("give findings of the catalogue, and never an exception", () => {
    fc.assert(
      fc.property(anyPlan, ({ plan }) => {
        for (const finding of plan.findings) {
          expect(RULES).toContain(finding.rule);
          expect(finding.message).toContain(finding.property);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("that are not refused give only numbers that API Gateway takes", () => {
    const number = fc.oneof(fc.constantFrom(undefined, -1, 0, 1, 3600, 3601, 0.5, NaN, Infinity), fc.double());
    const numbers = fc.record({ ttlSeconds: number, throttlingRateLimit: number, throttlingBurstLimit: number });
    fc.assert(
      fc.property(numbers, numbers, fc.boolean(), ownership, (stage, cache, inheritStageSettings, whose) => {
        const plan = planOf([{ cache: { ...cache, inheritStageSettings } }], { stage, ownership: whose });
        if (isRefused(plan)) return;
        for (const block of [plan.stageDefaults ?? {}, ...plan.methods.map((method) => method.block)]) {
          const { cacheTtlInSeconds: ttl = 0, throttlingRateLimit: rate, throttlingBurstLimit: burst } = block;
          expect(Number.isInteger(ttl) && ttl >= 0 && ttl <= 3600).toBe(true);
          expect(rate === undefined).toBe(burst === undefined);
          expect(Number.isFinite(rate ?? 0) && Number.isInteger(burst ?? 0)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** Endpoints that differ in their path or in their verb, with the keys that their paths need. */
const distinctEndpoints: fc.Arbitrary<PlanEndpoint[]> = fc
  .uniqueArray(
    fc.record({
      verb: fc.oneof(httpVerb, fc.constant("ANY")),
      path: fc.oneof(resourcePath, fc.constantFrom("/", "/cats", "/cats/{id}")),
      enabled: fc.option(fc.boolean(), { nil: undefined }),
      metricsEnabled: fc.option(fc.constant(true), { nil: undefined }),
      moreKeys: fc.uniqueArray(requestKey, { maxLength: 2 }),
    }),
    { maxLength: 8, selector: ({ verb, path }) => `${verb} ${path}` },
  )
  .map((endpoints) =>
    endpoints.map(({ verb, path, moreKeys, ...cache }) => {
      const needed = pathParameters(parseResourcePath(path).path!).map(({ name }) => `request.path.${name}`);
      const keys = [...needed, ...moreKeys].map((name) => key(name));
      const cachedMethods = verb === "ANY" ? ["GET", "HEAD", "POST"] : undefined;
      return { verb, path, cache: { ...cache, keys, cachedMethods }, method: { integrationType: "AWS_PROXY" } };
    }),
  );

const ids = (plan: StageCachePlan) => plan.methods.map(({ id }) => id);

describe("distinct endpoints", () => {
  test("are never refused, and have ids, method paths and namespaces of their own", () => {
    fc.assert(
      fc.property(distinctEndpoints, ownership, (endpoints, whose) => {
        const plan = planOf(endpoints, { ownership: whose });
        expect(isRefused(plan)).toBe(false);
        const methodPaths = plan.methods.map(({ methodPath }) => methodPath);
        const namespaces = plan.keys.map(({ namespace }) => namespace);
        expect(new Set(ids(plan)).size).toBe(plan.methods.length);
        expect(new Set(methodPaths).size).toBe(plan.methods.length);
        expect(new Set(namespaces).size).toBe(endpoints.length);
      }),
      { numRuns: 300 },
    );
  });

  test("have the same settings in whatever order they are written", () => {
    const shuffled = distinctEndpoints.chain((endpoints) =>
      fc.tuple(fc.constant(endpoints), fc.shuffledSubarray(endpoints, { minLength: endpoints.length })),
    );
    fc.assert(
      fc.property(shuffled, ownership, ([endpoints, others], whose) => {
        const one = planOf(endpoints, { ownership: whose });
        const other = planOf(others, { ownership: whose });
        const byId = (plan: StageCachePlan) => Object.fromEntries(plan.methods.map((method) => [method.id, method]));
        expect(byId(other)).toEqual(byId(one));
        expect(other.stageDefaults).toEqual(one.stageDefaults);
      }),
    );
  });

  test("are cached only where they say so, and the stage's defaults never", () => {
    fc.assert(
      fc.property(distinctEndpoints, ownership, (endpoints, whose) => {
        const plan = planOf(endpoints, { ownership: whose });
        expect(plan.stageDefaults?.cachingEnabled ?? false).toBe(false);
        const asked = endpoints.filter(({ cache }) => cache?.enabled !== false).map(({ path }) => path);
        const pathOf = (methodPath: string) => methodPath.split("/")[0]!.replace(/~1/g, "/").replace(/~0/g, "~");
        for (const { methodPath, block } of plan.methods) {
          if (block.cachingEnabled) expect(asked).toContain(pathOf(methodPath));
          else expect(block.cacheTtlInSeconds).toBe(0);
        }
      }),
    );
  });

  test("are refused as soon as a cached one leaves a path parameter out of its key", () => {
    const oneKeyLess = distinctEndpoints.filter((endpoints) => endpoints.some(isCachedByPath));
    fc.assert(
      fc.property(oneKeyLess, ownership, (endpoints, whose) => {
        const less = endpoints.map((endpoint) => (isCachedByPath(endpoint) ? withoutPathKey(endpoint) : endpoint));
        const plan = planOf(less, { ownership: whose });
        expect(plan.findings.map(({ rule }) => rule)).toContain("gateway/unkeyed-path-parameter");
      }),
    );
  });
});

function isCachedByPath({ path, cache }: PlanEndpoint): boolean {
  return cache?.enabled !== false && path!.includes("{");
}

function withoutPathKey(endpoint: PlanEndpoint): PlanEndpoint {
  const keys = endpoint.cache!.keys!.slice(1);
  expect(keyParameterName(endpoint.cache!.keys![0]!)).toContain("method.request.path.");
  return { ...endpoint, cache: { ...endpoint.cache, keys } };
}
