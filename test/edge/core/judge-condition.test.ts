import { readCondition } from "../../../lib/edge/core/condition";
import { Verdict, judgeCondition } from "../../../lib/edge/core/judge-condition";

const judged = (expression: string) => judgeCondition(readCondition(expression)!, ([token]) => token!.text as Verdict);

test.each<[string, Verdict]>([
  ["all", "all"],
  ["partly", "some"],
  ["not all", "none"],
  ["not none", "all"],
  ["not some", "some"],
  ["not partly", "unknown"],
  ["not not partly", "some"],
  ["not unknown", "unknown"],
  ["all and some", "some"],
  ["some and unknown", "unknown"],
  ["unknown and none", "none"],
  ["all and all", "all"],
  ["all or unknown", "all"],
  ["some or unknown", "some"],
  ["unknown or none", "unknown"],
  ["none or none", "none"],
  ["not (some or unknown)", "unknown"],
  ["not (some and unknown)", "some"],
  ["not (all and none)", "all"],
  ["not (all or some)", "none"],
  ["all xor none", "all"],
  ["all xor all", "none"],
  ["not (all xor all)", "all"],
  ["not (all xor none)", "none"],
  ["some xor unknown", "some"],
  ["all xor unknown", "unknown"],
])("%s: %s", (expression, expected) => expect(judged(expression)).toBe(expected));
