import { Testing } from "cdktf";
import { parse } from "yaml";
import { CachedRestApi, RestEndpoint, RestIntegration, StageCache } from "../../lib";
import { ServerlessService } from "../../lib/serverless/serverless-service";
import { page } from "../docs/pages";
import { PluginConfiguration, wantedBy } from "../support/plugin-samples";
import { Part, bodyOf, newStack, readTemplate } from "../support/rest-api";

/** The samples of the plugin's README, as the page for its users has them. */
const SAMPLES = [
  ...page("docs/from-the-plugin.md").text.matchAll(/^### (\d+\. .*)\n\n```yaml\n([\s\S]*?)\n```$/gm),
].map(([, title = "", yaml = ""]) => [title, yaml] as const);

/** The owner of a shared gateway has its endpoints elsewhere. */
const HEALTH: RestEndpoint = { method: "GET", path: "/health", integration: RestIntegration.mock() };

test("every sample is there", () => {
  expect(SAMPLES).toHaveLength(15);
});

describe.each(SAMPLES)("%s", (_title, yaml) => {
  const sample = parse(yaml) as PluginConfiguration;
  // As somebody has it who runs it today: with a provider, plugins and handlers.
  const text = `service: cats\nprovider: { name: aws, stage: prod }\nplugins: [serverless-api-gateway-caching]\n${yaml}\n`;
  const service = ServerlessService.fromText(text, { environment: {} });

  test("reads without a warning", () => {
    expect(service.warnings).toEqual([]);
  });

  test("asks for what the plugin sets", () => {
    const stack = newStack();
    const integrations = Object.fromEntries([
      ...Object.keys(sample.functions ?? {}).map((name) => [name, RestIntegration.mock()]),
      ...service.endpoints
        .filter(({ functionName }) => functionName === undefined)
        .map(({ httpMethod, path }) => [`${httpMethod} ${path}`, RestIntegration.mock()]),
    ]);
    if (service.isShared) StageCache.shared(stack, "cache", service.sharedStageCacheOptions(stack));
    else {
      const endpoints = service.restEndpoints(stack, { integrations });
      new CachedRestApi(stack, "cats", {
        stageName: service.stageName,
        cache: service.cache,
        endpoints: endpoints.length === 0 ? [HEALTH] : endpoints,
      });
    }
    const { resource } = JSON.parse(Testing.synth(stack));
    const all = Object.values(resource.aws_api_gateway_method_settings) as {
      method_path: string;
      settings: Record<string, unknown>;
    }[];
    const found = new Map(all.map(({ method_path, settings }) => [method_path, settings]));
    for (const [methodPath, wanted] of wantedBy(sample)) {
      const settings = found.get(methodPath);
      if (wanted === undefined) expect([methodPath, settings?.caching_enabled ?? false]).toEqual([methodPath, false]);
      // A shared stage's encryption is left as it is where nothing is said of it.
      else
        expect([methodPath, { cache_data_encrypted: false, ...settings }]).toEqual([
          methodPath,
          expect.objectContaining({
            caching_enabled: true,
            cache_ttl_in_seconds: wanted.ttl,
            cache_data_encrypted: wanted.encrypted,
            require_authorization_for_cache_control: wanted.requireAuthorization,
            unauthorized_cache_control_header_strategy: wanted.strategy,
          }),
        ]);
    }
    expect(found.size - (found.has("*/*") ? 1 : 0)).toBeGreaterThanOrEqual(
      [...wantedBy(sample).values()].filter((one) => one).length,
    );
  });

  test("has the plugin's keys", () => {
    const wanted = [
      ...Object.values(sample.functions ?? {}).flatMap(({ events }) => events.map(({ http }) => http)),
      ...(sample.custom.apiGatewayCaching.additionalEndpoints ?? []),
    ];
    const keys = (names: readonly string[]) =>
      names.map((name) => name.replace(/^request\./, "method.request.")).sort();
    expect(
      service.endpoints.map(({ cache }) => keys((cache?.keys ?? []).map(({ parameterName }) => parameterName))),
    ).toEqual(wanted.map(({ caching }) => keys((caching?.cacheKeyParameters ?? []).map(({ name }) => name))));
  });
});

test("keys reach the definition of the API", () => {
  const [, yaml = ""] = SAMPLES[4]!;
  const stack = newStack();
  const service = ServerlessService.fromText(yaml);
  const api = new CachedRestApi(stack, "api", {
    stageName: "prod",
    endpoints: service.restEndpoints(stack, { integrations: { "get-cats": RestIntegration.mock() } }),
  });
  const { paths } = readTemplate(bodyOf(api)) as Part;
  expect(paths["/cats/{city}/{shelterId}"].get["x-amazon-apigateway-integration"].cacheKeyParameters).toHaveLength(5);
});
