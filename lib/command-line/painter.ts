import { Output } from "./command";

/** Colours for a person; plain text for everybody else. */
export interface Painter {
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

/** Colours only on a terminal, and never where `NO_COLOR` or a dumb terminal says otherwise. */
export function painterFor(
  { isTerminal }: Output,
  environment: { readonly [name: string]: string | undefined },
): Painter {
  const isPlain = !isTerminal || (environment.NO_COLOR ?? "") !== "" || environment.TERM === "dumb";
  return isPlain ? PLAIN : COLOURED;
}

const asIs = (text: string): string => text;

/** Text as it is. */
export const PLAIN: Painter = { good: asIs, bad: asIs, warn: asIs, strong: asIs, faint: asIs };

const style =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001b[${on}m${text}\u001b[${off}m`;

const COLOURED: Painter = {
  good: style(32, 39),
  bad: style(31, 39),
  warn: style(33, 39),
  strong: style(1, 22),
  faint: style(2, 22),
};
