import { blocksOf, decisionsOf, isComplete } from "../../../lib/command-line/adopt/adopt-report";
import { REPORT } from "../../adopt/support/report";

test("decisions by their kind", () => {
  expect(decisionsOf(REPORT, "import").map(({ outcome }) => outcome.id)).toEqual(["abc", "abc/prod"]);
  expect(decisionsOf(REPORT, "new").map(({ address }) => address)).toEqual(["tls_private_key.key"]);
  expect(decisionsOf(REPORT, "unresolved")).toHaveLength(1);
});

test("is complete when nothing is left to say", () => {
  expect(isComplete(REPORT)).toBe(false);
  const decisions = REPORT.adoption.decisions.filter(({ outcome }) => outcome.kind !== "unresolved");
  expect(isComplete({ ...REPORT, adoption: { ...REPORT.adoption, decisions } })).toBe(true);
});

test("the blocks that are written", () => {
  expect(blocksOf(REPORT)).toEqual([
    { to: "aws_api_gateway_rest_api.cats", id: "abc" },
    { to: "aws_api_gateway_stage.cats", id: "abc/prod" },
  ]);
});
