import { parse } from "yaml";
import { page } from "../docs/pages";

/** A sample of the plugin's README, as somebody has it who runs it today. */
export interface PluginSample {
  readonly title: string;
  /** A name that a directory, a service and a module can have. */
  readonly name: string;
  readonly yaml: string;
  readonly isShared: boolean;
  /** The functions, by the names that the framework gives them in Lambda. */
  readonly functions: readonly string[];
  /** What the plugin would set, by method path; undefined where it would switch the cache off. */
  readonly wanted: ReadonlyMap<string, WantedSettings | undefined>;
  /** The endpoints that are declared elsewhere, as `GET /cats`. */
  readonly additional: readonly string[];
}

export interface WantedSettings {
  readonly ttl: number;
  readonly encrypted: boolean;
  readonly requireAuthorization: boolean;
  readonly strategy: string;
  readonly keys: readonly string[];
}

interface Caching {
  readonly enabled?: boolean;
  readonly ttlInSeconds?: number;
  readonly dataEncrypted?: boolean;
  readonly perKeyInvalidation?: { requireAuthorization?: boolean; handleUnauthorizedRequests?: string };
  readonly cacheKeyParameters?: readonly { readonly name: string }[];
}

/** An endpoint, in the words of the plugin. */
export interface PluginEndpoint {
  readonly path: string;
  readonly method: string;
  readonly caching?: Caching;
}

interface Section extends Caching {
  readonly basePath?: string;
  readonly apiGatewayIsShared?: boolean;
  readonly additionalEndpoints?: PluginEndpoint[];
}

/** A sample, as far as it is compared. */
export interface PluginConfiguration {
  readonly custom: { readonly apiGatewayCaching: Section };
  readonly functions?: { readonly [name: string]: { readonly events: readonly { readonly http: PluginEndpoint }[] } };
}

const STRATEGIES: { readonly [name: string]: string } = {
  Ignore: "SUCCEED_WITHOUT_RESPONSE_HEADER",
  IgnoreWithWarning: "SUCCEED_WITH_RESPONSE_HEADER",
  Fail: "FAIL_WITH_403",
};

const FOUND = [...page("docs/from-the-plugin.md").text.matchAll(/^### (\d+)\. (.*)\n\n```yaml\n([\s\S]*?)\n```$/gm)];

export const PLUGIN_SAMPLES: readonly PluginSample[] = FOUND.map(([, number = "", title = "", yaml = ""]) => {
  const { custom, functions = {} } = parse(yaml) as PluginConfiguration;
  const all = custom.apiGatewayCaching;
  const name = `sample-${number}`;
  return {
    title: `${number}. ${title}`,
    name,
    yaml: `service: ${name}\nprovider: { name: aws, stage: prod, region: eu-central-1 }\nplugins: [serverless-api-gateway-caching]\n${yaml}\n`,
    isShared: all.apiGatewayIsShared === true,
    functions: Object.keys(functions).map((own) => `${name}-prod-${own}`),
    wanted: wantedBy({ custom, functions }),
    additional: (all.additionalEndpoints ?? []).map(({ method, path }) => `${method.toUpperCase()} ${path}`),
  };
});

/** What the plugin would set, by method path. */
export function wantedBy({ custom, functions = {} }: PluginConfiguration): Map<string, WantedSettings | undefined> {
  const all = custom.apiGatewayCaching;
  const events = Object.values(functions).flatMap((one) => one.events.map(({ http }) => http));
  return new Map([
    ...events.map((endpoint) => [methodPath(endpoint, all.basePath), wanted(all, endpoint)] as const),
    ...(all.additionalEndpoints ?? []).map((endpoint) => [methodPath(endpoint), wanted(all, endpoint)] as const),
  ]);
}

export function methodPath({ path, method }: PluginEndpoint, basePath = ""): string {
  const bare = `${basePath}/${path}`.replace(/\/+/g, "/").replace(/^\/|\/$/g, "");
  return `~1${bare.replaceAll("/", "~1")}/${method.toUpperCase()}`;
}

function wanted(all: Section, { caching }: PluginEndpoint): WantedSettings | undefined {
  if (caching?.enabled !== true) return undefined;
  const invalidation = caching.perKeyInvalidation ?? all.perKeyInvalidation ?? {};
  return {
    ttl: caching.ttlInSeconds ?? all.ttlInSeconds ?? 3600,
    encrypted: caching.dataEncrypted ?? all.dataEncrypted ?? false,
    requireAuthorization: invalidation.requireAuthorization ?? true,
    strategy: STRATEGIES[invalidation.handleUnauthorizedRequests ?? "IgnoreWithWarning"]!,
    keys: (caching.cacheKeyParameters ?? []).map(({ name }) => name.replace(/^request\./, "method.request.")).sort(),
  };
}
