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

/** One part of an id: letters, digits and hyphens stay, an inner underscore is doubled, the rest is escaped. */
export function encodeName(text: string): string {
  return text.replace(/^_+|-(?=x[0-9A-F])|_|[^A-Za-z0-9_-]/gu, (match, offset: number) =>
    match === "_" && offset > 0 ? "__" : Array.from(match, escapeCharacter).join(""),
  );
}

function escapeCharacter(character: string): string {
  return `-x${character.codePointAt(0)!.toString(16).toUpperCase().padStart(2, "0")}-`;
}
