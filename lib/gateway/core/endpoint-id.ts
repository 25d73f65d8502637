import { encodeName, escapeCharacter } from "../../stack/encode-name";
import { ResourcePath } from "./resource-path";

/**
 * The construct id of an endpoint: `GET_cats_by-id` for `GET /cats/{id}`, `GET_cats_all-proxy` for
 * `GET /cats/{proxy+}`, `GET` for the root.
 *
 * It is a Terraform name, and no two endpoints share one: a slash is `_`, an underscore `__`, a parameter carries
 * `by-` or `all-`, and whatever is left (or would be read as one of these) is `-xHH-`, its code point in
 * hexadecimal.
 */
export function endpointId(path: ResourcePath, verb: string): string {
  const segments = path.segments.map(({ text, parameter }) => {
    if (parameter === undefined)
      return encodeName(text).replace(/^(by|all)-(?!x[0-9A-F])/, `$1${escapeCharacter("-")}`);
    const name = encodeName(parameter.name).replace(/^x(?=[0-9A-F]+-)/, escapeCharacter);
    return `${parameter.greedy ? "all" : "by"}-${name}`;
  });
  return [verb, ...segments].join("_");
}
