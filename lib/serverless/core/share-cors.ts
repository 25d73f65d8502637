import { Finding } from "../../rules/finding";
import { corsTogether } from "../../rules/serverless/cors-together";
import { ownPreflight } from "../../rules/serverless/own-preflight";
import { CorsModel, EndpointModel } from "./caching-model";
import { compact } from "./read-caching";
import { propertyOf } from "./resolver";
import { describeNode } from "./source-node";
import { Known } from "./value-reader";

/** The preflight answer of the whole API, or else one at each endpoint that has CORS. */
export interface SharedCors {
  readonly cors: CorsModel | undefined;
  readonly endpoints: readonly EndpointModel[];
  readonly findings: readonly Finding[];
}

type WithCors = EndpointModel & { readonly cors: CorsModel };

/**
 * Gives each path one preflight answer, as the framework does: what any of its events allows, to the verbs whose events
 * have CORS. Where all paths have the same, it is the API's. A path with an event for OPTIONS answers by itself.
 */
export function shareCors(endpoints: readonly EndpointModel[]): SharedCors {
  const ofPaths = new Map<string, EndpointModel[]>();
  for (const endpoint of endpoints) ofPaths.set(endpoint.path, [...(ofPaths.get(endpoint.path) ?? []), endpoint]);
  const answers = new Map(Array.from(ofPaths, ([path, all]) => [path, answerOf(all)] as const));
  const [first, ...others] = answers.values();
  const isShared = others.every((cors) => canonical(cors) === canonical(first));
  return {
    cors: isShared ? first : undefined,
    endpoints: endpoints.map(({ cors, ...endpoint }) => {
      const answer = answers.get(endpoint.path);
      return isShared || cors === undefined || answer === undefined ? endpoint : { ...endpoint, cors: answer };
    }),
    findings: [...ofPaths.values()].flatMap(checkPath),
  };
}

function withCorsOf(endpoints: readonly EndpointModel[]): WithCors[] {
  return endpoints.filter((endpoint): endpoint is WithCors => endpoint.cors !== undefined);
}

function answersByItself({ httpMethod }: EndpointModel): boolean {
  return httpMethod === "OPTIONS";
}

function answerOf(endpoints: readonly EndpointModel[]): CorsModel | undefined {
  if (endpoints.some(answersByItself)) return undefined;
  const withCors = withCorsOf(endpoints);
  const [first, ...others] = withCors.map(({ cors }) => cors);
  if (first === undefined) return undefined;
  const joined = others.reduce(union, first);
  return compact<CorsModel>({ ...joined, allowMethods: methodsOf(endpoints, withCors, joined.allowMethods ?? []) });
}

/** The verbs that a page may use, unless they are just those of the path. */
function methodsOf(
  endpoints: readonly EndpointModel[],
  withCors: readonly EndpointModel[],
  listed: readonly string[],
): string[] | undefined {
  const verbs = withCors.map(({ httpMethod }) => httpMethod);
  if (verbs.includes("ANY")) return undefined;
  const allowed = new Set([...listed, ...verbs, "OPTIONS"]);
  const ofPath = new Set([...endpoints.map(({ httpMethod }) => httpMethod), "OPTIONS"]);
  const isSame = allowed.size === ofPath.size && [...allowed].every((verb) => ofPath.has(verb));
  return isSame ? undefined : [...allowed].sort();
}

/** What the events of a path say that cannot be true together. */
function checkPath(endpoints: readonly EndpointModel[]): Finding[] {
  const withCors = withCorsOf(endpoints);
  const own = endpoints.find(answersByItself);
  const [first] = withCors;
  if (first === undefined) return [];
  if (own !== undefined) return ownPreflight(placeOf(first), sayingOf(first), own.property);
  const open = withCors.find(({ cors }) => allowsAll(cors));
  const withCredentials = withCors.find(({ cors }) => cors.allowCredentials && !allowsAll(cors));
  if (open === undefined || withCredentials === undefined) return [];
  return corsTogether(placeOf(withCredentials), sayingOf(withCredentials), placeOf(open));
}

function allowsAll({ allowOrigins }: CorsModel): boolean {
  return allowOrigins.includes("*");
}

function placeOf({ corsSection, property }: EndpointModel): string {
  return corsSection === undefined
    ? `${property}.cors`
    : propertyOf({ at: corsSection.node.at, path: corsSection.path });
}

function sayingOf({ corsSection }: EndpointModel): unknown {
  return corsSection && describeNode(corsSection.node);
}

function union(one: CorsModel, other: CorsModel): CorsModel {
  const origins = joinLists(one.allowOrigins, other.allowOrigins);
  return compact<CorsModel>({
    allowOrigins: origins.includes("*") ? ["*"] : origins,
    allowMethods: joinIfAny(one.allowMethods, other.allowMethods),
    allowHeaders: joinLists(one.allowHeaders, other.allowHeaders),
    allowCredentials: one.allowCredentials || other.allowCredentials,
    maxAgeSeconds: other.maxAgeSeconds ?? one.maxAgeSeconds,
    exposeHeaders: joinIfAny(one.exposeHeaders, other.exposeHeaders),
  });
}

function joinIfAny(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): readonly string[] | undefined {
  return one && other ? joinLists(one, other) : (one ?? other);
}

function joinLists<T extends Known<string>>(one: readonly T[], other: readonly T[]): T[] {
  return [...new Map([...one, ...other].map((text) => [textOf(text), text] as const)).values()];
}

function textOf(text: Known<string>): string {
  return typeof text === "string" ? text : text.template;
}

/** The same text for what is the same in any order. */
function canonical(cors: CorsModel | undefined): string {
  if (cors === undefined) return "";
  const { allowOrigins, allowHeaders, exposeHeaders = [], ...rest } = cors;
  return JSON.stringify([allowOrigins.map(textOf).sort(), [...allowHeaders].sort(), [...exposeHeaders].sort(), rest]);
}
