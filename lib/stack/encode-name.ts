/** One part of an id: letters, digits and hyphens stay, an inner underscore is doubled, the rest is escaped. */
export function encodeName(text: string): string {
  return text.replace(/^_+|-(?=x[0-9A-F])|_|[^A-Za-z0-9_-]/gu, (match, offset: number) =>
    match === "_" && offset > 0 ? "__" : Array.from(match, escapeCharacter).join(""),
  );
}

export function escapeCharacter(character: string): string {
  return `-x${character.codePointAt(0)!.toString(16).toUpperCase().padStart(2, "0")}-`;
}
