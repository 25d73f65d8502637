import { Answer, AnswerHeaders, Exchange } from "../../../lib/command-line/verify/core/answer";
import { Observation, Verdict, verdictOf } from "../../../lib/command-line/verify/core/verdict";

/** An answer that came through Cloudflare, unless its `cf-ray` is taken away. */
export function answer(headers: AnswerHeaders = {}, rest: Partial<Answer> = {}): Answer {
  return {
    url: "https://api.example.com/cats",
    status: 200,
    headers: { "cf-ray": "8f1c2d3e4f5a6b7c-FRA", ...headers },
    isComplete: true,
    ...rest,
  };
}

/** Answers with these cache statuses, and otherwise the same headers. */
export function answers(statuses: readonly string[], headers: AnswerHeaders = {}): Answer[] {
  return statuses.map((status) => answer({ ...headers, "cf-cache-status": status }));
}

/** The verdict on some answers, one second apart. */
export function judged(given: readonly Answer[], rest: Partial<Observation> = {}): Verdict {
  const exchanges: Exchange[] = given.map((one) => ({ hops: [], answer: one }));
  return verdictOf({ exchanges, sent: [], intervalSeconds: 1, expected: undefined, ...rest });
}
