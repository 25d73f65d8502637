import { isDeepStrictEqual } from "node:util";
import { Finding } from "../../rules/finding";
import { authorizerDiffers } from "../../rules/serverless/authorizer-differs";
import { unknownFunction } from "../../rules/serverless/unknown-function";
import { AuthorizerModel, EndpointModel } from "./caching-model";
import { ReadValue, ValueReader, closestKey } from "./value-reader";

/** Finds the authorizers that share a name and are not the same, and those whose function is not there. */
export function checkAuthorizers(
  endpoints: readonly Pick<EndpointModel, "authorizer">[],
  functions: readonly string[],
): Finding[] {
  const first = new Map<string, AuthorizerModel>();
  return endpoints.flatMap(({ authorizer }) => {
    if (authorizer === undefined) return [];
    const before = first.get(authorizer.name) ?? authorizer;
    first.set(authorizer.name, before);
    return [...difference(authorizer, before), ...missingFunction(authorizer, functions)];
  });
}

function difference({ name, identity, writtenAt }: AuthorizerModel, before: AuthorizerModel): Finding[] {
  const only = (parts: readonly string[], others: readonly string[]) =>
    parts.filter((part) => !others.includes(part)).join(", ") || "nothing more";
  const [own, other] = [only(identity, before.identity), only(before.identity, identity)];
  if (isDeepStrictEqual(identity, before.identity)) return [];
  return authorizerDiffers(writtenAt, `${name}: ${own}`, `${before.writtenAt} says: ${other}`);
}

function missingFunction({ writtenAt, functionName }: AuthorizerModel, functions: readonly string[]): Finding[] {
  if (functionName === undefined || functions.includes(functionName)) return [];
  return unknownFunction(writtenAt, functionName, functions.length === 0 ? undefined : closestKey(functionName, functions)); // prettier-ignore
}

/** What the functions of a service are called: an object, or a list of such. */
export function functionNames(reader: ValueReader, functions: ReadValue | undefined): string[] {
  const parts = functions?.node.kind === "list" ? reader.list(functions) : [functions];
  return parts.flatMap((part) => (part === undefined ? [] : reader.keys(part).map(({ name }) => name)));
}
