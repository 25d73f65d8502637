import { didYouMean, misuse } from "./misuse";
import { GivenArguments } from "./command";

/** The numbers that an option takes. */
export interface NumberRange {
  readonly minimum: number;
  readonly maximum: number;
  /** Whether only whole numbers will do. */
  readonly isWhole: boolean;
  readonly otherwise: number;
}

const DECIMAL = /^\d+(\.\d+)?$/;

/** The value of an option as a number. */
export function numberOf(given: GivenArguments, name: string, range: NumberRange): number {
  const written = given.text(name);
  if (written === undefined) return range.otherwise;
  const { minimum, maximum, isWhole } = range;
  const value = DECIMAL.test(written) ? Number(written) : NaN;
  if (!(value >= minimum && value <= maximum) || (isWhole && !Number.isInteger(value))) {
    const kind = isWhole ? "a whole number" : "a number";
    throw misuse(`--${name} takes ${kind} from ${minimum} to ${maximum}, and was given ${JSON.stringify(written)}.`);
  }
  return value;
}

/** The value of an option as one of a few words, in any case. */
export function wordOf(given: GivenArguments, name: string, words: readonly string[]): string | undefined {
  const written = given.text(name);
  if (written === undefined) return undefined;
  const word = words.find((candidate) => candidate.toLowerCase() === written.toLowerCase());
  if (word === undefined) {
    const hint = didYouMean(written, words);
    throw misuse(`--${name} takes ${listed(words)}, and was given ${JSON.stringify(written)}.${hint}`);
  }
  return word;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}
