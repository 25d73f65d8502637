import { CacheKeyParameter } from "./cache-key-parameter";
import { MethodFacts } from "./plan-input";

/** What a cache key is made of: `method.request.path.id`, `method.request.body`, `context.authorizer.principalId`. */
export function keySources(keys: readonly CacheKeyParameter[], method: MethodFacts): ReadonlySet<string> {
  const mappings = new Map(Object.entries(method.declaredMappings ?? {}));
  const declared = (method.declaredKeys ?? []).map((name) => mappings.get(name) ?? name);
  const given = keys.map((key) =>
    key.kind === "plain" ? `method.request.${key.location}.${key.name}` : key.mappedFrom,
  );
  return new Set([...declared, ...given]);
}

export function hasBody(sources: ReadonlySet<string>): boolean {
  return some(sources, (source) => source.startsWith("method.request.body"));
}

/** Header names are compared without regard to case, as HTTP does. */
export function hasHeader(sources: ReadonlySet<string>, header: string): boolean {
  return some(sources, (source) => source.toLowerCase() === `method.request.header.${header.toLowerCase()}`);
}

/** What the context says of one caller; an account, an address and a browser are shared by many. */
const CALLER =
  /^context\.(authorizer\.|identity\.(apiKey|apiKeyId|caller|user|userArn|cognitoIdentityId|cognitoAuthenticationProvider|clientCert\..+)$)/;

/** Tells whether the key holds something that tells callers apart. */
export function hasIdentity(sources: ReadonlySet<string>, identitySources: readonly string[] = []): boolean {
  if (some(sources, (source) => CALLER.test(source))) return true;
  if (identitySources.length === 0) return hasHeader(sources, "Authorization");
  const telling = identitySources.filter((source) => source.startsWith("method.request.") || CALLER.test(source));
  const isKeyed = (source: string) => some(sources, (key) => key === source || isSameHeader(key, source));
  return telling.length > 0 && telling.every(isKeyed);
}

function isSameHeader(one: string, other: string): boolean {
  return one.startsWith("method.request.header.") && one.toLowerCase() === other.toLowerCase();
}

function some(sources: ReadonlySet<string>, test: (source: string) => boolean): boolean {
  return [...sources].some(test);
}
