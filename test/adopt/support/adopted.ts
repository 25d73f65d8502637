import { adopt, Adoption } from "../../../lib/adopt/core/adopt";
import { Given, NOTHING_GIVEN } from "../../../lib/adopt/core/given";
import { Outcome } from "../../../lib/adopt/core/outcome";
import { ABSENT, Answers, found, Kind, Question, Read, UNREAD } from "../../../lib/adopt/core/questions";
import { AdoptedStack, readStack } from "../../../lib/adopt/core/stack";

export const API = "abcdefghij";
export const ZONE = "0123456789abcdef0123456789abcdef";
export const OTHER_ID = "fedcba9876543210fedcba9876543210";
export const ARN = "arn:aws:acm:eu-central-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";

export interface Resources {
  readonly [type: string]: { readonly [name: string]: object };
}

/** A stack of one file. */
export function stackWith(resource: Resources, blocks: object = {}): AdoptedStack {
  const provider = { aws: [{ region: "eu-central-1" }] };
  const { stack, problem } = readStack([{ file: "cdk.tf.json", value: { provider, resource, ...blocks } }]);
  if (stack === undefined) throw new Error(problem);
  return stack;
}

/** What the clouds hold: an answer to each kind of question, or a function of what it is about. */
export type World = {
  readonly [K in Kind]?: Answers[K] | typeof ABSENT | ((...about: string[]) => Answers[K] | typeof ABSENT);
};

/** Answers one question; what the world says nothing of was not read. */
export function answerOf(world: World, { kind, about }: Question): Read<unknown> {
  const held = world[kind] as unknown;
  const value = typeof held === "function" ? (held as (...about: string[]) => unknown)(...about) : held;
  if (value === undefined) return UNREAD;
  return value === ABSENT ? ABSENT : found(value);
}

export interface Case {
  readonly stack: AdoptedStack;
  readonly given?: Partial<Given>;
  readonly world?: World;
}

/** Decides as the command does: asks until nothing is open. */
export function adoptionOf({ stack, given, world = {} }: Case): Adoption {
  const answers = new Map<string, Read<unknown>>();
  for (;;) {
    const { adoption, problem } = adopt(stack, { ...NOTHING_GIVEN, ...given }, answers);
    if (adoption === undefined) throw new Error(problem);
    if (adoption.open.length === 0) return adoption;
    for (const question of adoption.open) {
      answers.set(
        JSON.stringify([question.kind, question.region ?? null, ...question.about]),
        answerOf(world, question),
      );
    }
  }
}

/** What becomes of one resource. */
export function outcomeOf(address: string, given: Case): Outcome | undefined {
  return adoptionOf(given).decisions.find((one) => one.address === address)?.outcome;
}

/** An outcome in one line: `import ID`, `new`, or `unresolved` with its options. */
export function told(outcome: Outcome | undefined): string {
  if (outcome === undefined) return "nothing";
  if (outcome.kind === "import") return `import ${outcome.id}`;
  return outcome.kind === "new" ? "new" : `unresolved: ${outcome.options.join(" | ")}`;
}

export { ABSENT };
