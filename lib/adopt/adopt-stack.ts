import { Adopted, adopt } from "./core/adopt";
import { Given } from "./core/given";
import { keyOf, Question, Read, UNREAD } from "./core/questions";
import { AdoptedStack } from "./core/stack";
import { Cloud, Failure } from "./reading";

/** What becomes of a stack, and what could not be read for it. */
export type Reading = Adopted & { readonly failures: readonly Failure[] };

/** How many questions are asked at once: each is a program, or a request that a quota counts. */
const AT_ONCE = 4;

/** Decides about a stack, and reads what the decision needs until nothing is open. */
export async function adoptStack(stack: AdoptedStack, given: Given, clouds: readonly Cloud[]): Promise<Reading> {
  const answers = new Map<string, Read<unknown>>();
  for (;;) {
    const adopted = adopt(stack, given, answers);
    const open = adopted.adoption?.open ?? [];
    if (open.length === 0) return { ...adopted, failures: clouds.flatMap(({ failures }) => failures) };
    // The first one alone: without credentials there is no need for the others.
    const next = open.slice(0, answers.size === 0 ? 1 : AT_ONCE);
    const read = await Promise.all(next.map(async (one) => [keyOf(one), await answer(one, clouds)] as const));
    for (const [key, value] of read) answers.set(key, value);
  }
}

async function answer(question: Question, clouds: readonly Cloud[]): Promise<Read<unknown>> {
  for (const cloud of clouds) {
    const answered = await cloud.answer(question);
    if (answered !== undefined) return answered;
  }
  return UNREAD;
}
