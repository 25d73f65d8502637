import { closest, distance } from "fastest-levenshtein";

const NAME = "Misuse";

/** A mistake of the person at the keyboard: told in a line, without a stack. */
class Misuse extends Error {
  public override readonly name = NAME;
}

/** An error that ends the command with exit status 2 and this text. */
export function misuse(text: string): Error {
  return new Misuse(text);
}

/** Whether something thrown is a mistake of the user. */
export function isMisuse(thrown: unknown): thrown is Error {
  return thrown instanceof Error && thrown.name === NAME;
}

/** ` Did you mean …?`, or nothing where no name comes near. */
export function didYouMean(written: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const near = closest(written, names);
  const mistakes = distance(written.toLowerCase(), near.toLowerCase());
  return mistakes <= Math.ceil(near.length / 3) ? ` Did you mean ${near}?` : "";
}
