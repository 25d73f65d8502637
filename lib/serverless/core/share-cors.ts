import { CorsModel, EndpointModel } from "./caching-model";
import { compact } from "./read-caching";
import { Known } from "./value-reader";

/** The preflight answer of the whole API, or else one at each endpoint that has CORS. */
export interface SharedCors {
  readonly cors: CorsModel | undefined;
  readonly endpoints: readonly EndpointModel[];
}

/**
 * Gives each path one preflight answer, as the framework does: what any of its events allows, to the verbs whose events
 * have CORS. Where all paths have the same, it is the API's.
 */
export function shareCors(endpoints: readonly EndpointModel[]): SharedCors {
  const ofPaths = new Map<string, EndpointModel[]>();
  for (const endpoint of endpoints) ofPaths.set(endpoint.path, [...(ofPaths.get(endpoint.path) ?? []), endpoint]);
  const answers = new Map(Array.from(ofPaths, ([path, all]) => [path, answerOf(all)] as const));
  const [first, ...others] = answers.values();
  const isShared = others.every((cors) => canonical(cors) === canonical(first));
  return {
    cors: isShared ? first : undefined,
    endpoints: endpoints.map(({ cors, ...endpoint }) =>
      isShared || cors === undefined ? endpoint : { ...endpoint, cors: answers.get(endpoint.path)! },
    ),
  };
}

function answerOf(endpoints: readonly EndpointModel[]): CorsModel | undefined {
  const withCors = endpoints.filter(({ cors }) => cors !== undefined);
  const verbs = withCors.map(({ httpMethod }) => httpMethod);
  const joined = withCors.reduce<CorsModel | undefined>((before, { cors }) => union(before, cors), undefined);
  if (joined === undefined || withCors.length === endpoints.length || verbs.includes("ANY")) return joined;
  return { ...joined, allowMethods: [...new Set([...verbs, "OPTIONS"])].sort() };
}

function union(one: CorsModel | undefined, other: CorsModel | undefined): CorsModel | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const origins = joinLists(one.allowOrigins, other.allowOrigins);
  return compact<CorsModel>({
    allowOrigins: origins.includes("*") ? ["*"] : origins,
    allowHeaders: joinLists(one.allowHeaders, other.allowHeaders),
    allowCredentials: one.allowCredentials || other.allowCredentials,
    maxAgeSeconds: other.maxAgeSeconds ?? one.maxAgeSeconds,
    exposeHeaders: joinExposed(one.exposeHeaders, other.exposeHeaders),
  });
}

function joinExposed(one: CorsModel["exposeHeaders"], other: CorsModel["exposeHeaders"]): CorsModel["exposeHeaders"] {
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
