import { checkTlsMode } from "../../../lib/edge/core/check-tls";
import { ZonePlan } from "../../../lib/edge/core/zone-plan";
import { briefly } from "../../support/plan";

test.each<[string, ZonePlan | undefined, boolean, string[]]>([
  ["strict", ZonePlan.FREE, false, []],
  ["strict", ZonePlan.FREE, true, []],
  ["full", undefined, false, ["edge/unverified-origin at sslMode"]],
  ["flexible", undefined, false, ["edge/insecure-tls-mode at sslMode"]],
  ["off", undefined, true, ["edge/insecure-tls-mode at sslMode"]],
  ["origin_pull", undefined, false, []],
  ["origin_pull", ZonePlan.ENTERPRISE, false, []],
  ["origin_pull", ZonePlan.BUSINESS, false, ["edge/not-in-plan at sslMode"]],
  ["origin_pull", ZonePlan.ENTERPRISE, true, ["edge/refused-value at sslMode"]],
  ["Strict", undefined, false, ["edge/refused-value at sslMode"]],
  ["", undefined, false, ["edge/refused-value at sslMode"]],
])("%s on the plan %s, for the whole zone: %p", (mode, plan, isZoneWide, expected) => {
  expect(briefly(checkTlsMode("sslMode", mode, plan, isZoneWide))).toEqual(expected);
});
