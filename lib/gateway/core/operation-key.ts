import { parseVerb } from "./http-verb";
import { parseResourcePath } from "./resource-path";

/** `GET /cats`, for comparison and for messages, however verb and path are written. */
export function operationKey(verb: string, path: string): string {
  return `${parseVerb(verb) ?? verb} ${parseResourcePath(path).path?.text ?? path}`;
}
