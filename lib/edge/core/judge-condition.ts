import { Condition, Token } from "./condition";

/** For which requests an expression is true: all, some or none of them; `partly` for some, and perhaps for all. */
export type Verdict = "all" | "none" | "partly" | "some" | "unknown";

/** The first one that is there decides. */
const CONJUNCTION: readonly Verdict[] = ["none", "unknown", "some", "all"];
const DISJUNCTION: readonly Verdict[] = ["all", "some", "unknown", "none"];

/** Judges an expression by its tests. */
export function judgeCondition(condition: Condition, test: (tokens: readonly Token[]) => Verdict): Verdict {
  return judge(condition, false, test);
}

function judge(condition: Condition, isNegated: boolean, test: (tokens: readonly Token[]) => Verdict): Verdict {
  switch (condition.kind) {
    case "test":
      return verdictOf(test(condition.tokens), isNegated);
    case "not":
      return judge(condition.part, !isNegated, test);
    case "xor":
      return exclusive(
        condition.parts.map((part) => judge(part, false, test)),
        isNegated,
      );
    default: {
      const verdicts = condition.parts.map((part) => judge(part, isNegated, test));
      const order = (condition.kind === "and") === isNegated ? DISJUNCTION : CONJUNCTION;
      return order.find((verdict) => verdicts.includes(verdict))!;
    }
  }
}

const OPPOSITES: { readonly [verdict in Verdict]: Verdict } = {
  all: "none",
  none: "all",
  partly: "unknown",
  some: "some",
  unknown: "unknown",
};

function verdictOf(verdict: Verdict, isNegated: boolean): Verdict {
  if (isNegated) return OPPOSITES[verdict];
  return verdict === "partly" ? "some" : verdict;
}

function exclusive(verdicts: readonly Verdict[], isNegated: boolean): Verdict {
  if (verdicts.includes("some")) return "some";
  if (verdicts.includes("unknown")) return "unknown";
  const isOdd = verdicts.filter((verdict) => verdict === "all").length % 2 === 1;
  return isOdd === isNegated ? "none" : "all";
}
