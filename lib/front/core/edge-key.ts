import { inherit, overridesOrigin } from "../../edge/core/cache-parameters";
import { EdgePath, covers, readPath } from "../../edge/core/edge-path";
import { EdgeBypass, EdgeCacheOptions, EdgeCacheSettings, EdgePathCache } from "../../edge/edge-cache-options";
import { Finding } from "../../rules/finding";
import { overrideSkipsAuthorizer } from "../../rules/front/override-skips-authorizer";
import { edgeKeyIgnoresGatewayKey } from "../../rules/front/edge-key-ignores-gateway-key";

/** An endpoint that the gateway caches. */
export interface GatewayEndpoint {
  readonly path: string;
  readonly verbs: readonly string[];
  /** `method.request.header.Accept-Language` */
  readonly keySources: readonly string[];
}

/** Headers that are in Cloudflare's own key, or that it deals with itself. */
const KNOWN_TO_EDGE = ["accept-encoding", "host", "origin"];

/** What is the same for all requests of one URL. */
const SAID_BY_URL = /^context\.(domainName|domainPrefix|httpMethod|path|protocol|resourceId|resourcePath|stage)$/;

/**
 * Finds the endpoints that both caches keep, but the edge under fewer distinctions.
 *
 * @param basePath the key under which the domain maps the API; empty for the whole domain
 */
export function checkEdgeKeys(
  property: string,
  edge: EdgeCacheOptions,
  basePath: string,
  endpoints: readonly GatewayEndpoint[],
): Finding[] {
  return endpoints.flatMap(({ path, verbs, keySources }) => {
    const verb = verbs.find((name) => name === "GET" || name === "HEAD");
    if (verb === undefined) return [];
    const url = basePath === "" ? path : `/${basePath}${path}`;
    const ignored = settingsOf(edge, url).flatMap((settings) =>
      keySources.flatMap((source) => ignoredPart(source, settings, edge.bypass) ?? []),
    );
    return edgeKeyIgnoresGatewayKey(property, `${verb} ${path}`, [...new Set(ignored)]);
  });
}

/** Finds the endpoints whose answers the edge would keep for its own time, and give to whoever asks for the URL. */
export function checkGuardedEndpoints(
  property: string,
  edge: EdgeCacheOptions,
  basePath: string,
  endpoints: readonly { readonly path: string; readonly verb: string; readonly sources: readonly string[] }[],
): Finding[] {
  return endpoints.flatMap(({ path, verb, sources }) => {
    if (!["ANY", "GET", "HEAD"].includes(verb)) return [];
    const ignored = settingsOf(edge, basePath === "" ? path : `/${basePath}${path}`)
      .filter(overridesOrigin)
      .flatMap((settings) => sources.flatMap((source) => ignoredPart(source, settings, edge.bypass) ?? []));
    return overrideSkipsAuthorizer(property, `${verb} ${path}`, [...new Set(ignored)]);
  });
}

/** The settings that some requests of an endpoint meet; none where the edge passes them all on. */
function settingsOf(
  { paths = [], bypass, enabled = true, ...host }: EdgeCacheOptions,
  url: string,
): EdgeCacheSettings[] {
  const endpoint = endpointPath(url);
  const isCovered = (path: string) => covers(pathOf(path), endpoint);
  const passesOn = [...(bypass?.paths ?? []), ...paths.filter(isOff).map(({ path }) => path)];
  if (passesOn.some(isCovered)) return [];
  const lastForAll = paths.map(({ path }) => isCovered(path)).lastIndexOf(true);
  const forSome = paths.slice(lastForAll + 1).filter((entry) => !isOff(entry) && meets(entry.path, endpoint));
  const forOthers = lastForAll < 0 ? (enabled ? [host] : []) : [inherit(host, paths[lastForAll]!)];
  return [...forOthers, ...forSome.map((entry) => inherit(host, entry))];
}

function isOff({ enabled }: EdgePathCache): boolean {
  return enabled === false;
}

/** `/cats/*` for `/cats/{id}`: every request of the endpoint, and others. */
function endpointPath(url: string): EdgePath {
  return pathOf(url.replace(/\{[^}]*\}/g, "*"));
}

function pathOf(text: string): EdgePath {
  return readPath(text).path ?? { text, kind: "exact" };
}

/** Whether a path may have a request of an endpoint: what stands before their first asterisks goes together. */
function meets(path: string, endpoint: EdgePath): boolean {
  if (!path.includes("*")) return covers(endpoint, pathOf(path));
  const [one, other] = [path.split("*")[0]!, endpoint.text.split("*")[0]!];
  return one.startsWith(other) || other.startsWith(one);
}

/** `header Accept-Language`, if nothing at the edge tells two values of it apart. */
function ignoredPart(source: string, settings: EdgeCacheSettings, bypass?: EdgeBypass): string | undefined {
  const [, location, name = ""] = /^method\.request\.(header|querystring|path|body)\.?(.*)$/.exec(source) ?? [];
  if (location === "header") return knowsHeader(name.toLowerCase(), settings, bypass) ? undefined : `header ${name}`;
  if (location === "querystring") return knowsQueryString(name, settings) ? undefined : `query string ${name}`;
  if (location === "body") return "body";
  return location === "path" || SAID_BY_URL.test(source) ? undefined : source;
}

function knowsHeader(
  header: string,
  settings: EdgeCacheSettings,
  { headers = [], authorization, cookies }: EdgeBypass = {},
): boolean {
  const byDefault = overridesOrigin(settings);
  if (header === "authorization" && (authorization ?? byDefault)) return true;
  if (header === "cookie" && (cookies ?? byDefault)) return true;
  return [...KNOWN_TO_EDGE, ...(settings.keyHeaders ?? []), ...headers].some((known) => known.toLowerCase() === header);
}

function knowsQueryString(name: string, settings: EdgeCacheSettings): boolean {
  const { ignoreQueryStrings, includeQueryStrings, excludeQueryStrings = [] } = settings;
  if (ignoreQueryStrings === true || excludeQueryStrings.includes(name)) return false;
  return includeQueryStrings === undefined || includeQueryStrings.includes(name);
}
