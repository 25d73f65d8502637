import { CheckReport, LocatedFinding } from "../../../lib/command-line/check/check-report";
import { ttlOutOfRange } from "../../../lib/rules/gateway/ttl-out-of-range";
import { ttlZero } from "../../../lib/rules/gateway/ttl-zero";

const [error] = ttlOutOfRange("cache_ttl_in_seconds", 4000);
const [warning] = ttlZero("cache_ttl_in_seconds", 0);

/** An error in a resource, on a line. */
export const ERROR: LocatedFinding = {
  finding: error!,
  file: "cdktf.out/stacks/cats/cdk.tf.json",
  address: "aws_api_gateway_method_settings.cats",
  line: 12,
};

/** A warning about a whole file. */
export const WARNING: LocatedFinding = { finding: warning!, file: "plan.json" };

/** A report, with the files of its findings. */
export function reportOf(...findings: readonly LocatedFinding[]): CheckReport {
  return { version: "1.2.3", files: [...new Set(["plan.json", ...findings.map(({ file }) => file)])], findings };
}

/** A finding with another message, found value or place. */
export function changed(located: LocatedFinding, finding: Partial<LocatedFinding["finding"]>): LocatedFinding {
  return { ...located, finding: { ...located.finding, ...finding } };
}
