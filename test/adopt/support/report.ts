import { imports, isNew, unresolved } from "../../../lib/adopt/core/outcome";
import { AdoptReport } from "../../../lib/command-line/adopt/adopt-report";

/** Something of everything. */
export const REPORT: AdoptReport = {
  version: "1.2.3",
  stack: "cdktf.out/stacks/cats",
  file: "cdktf.out/stacks/cats/imports.tf.json",
  failures: [{ source: "AWS", reason: "no credentials" }],
  adoption: {
    decisions: [
      { address: "aws_api_gateway_rest_api.cats", outcome: imports("abc", "written anew") },
      { address: "aws_api_gateway_stage.cats", outcome: imports("abc/prod") },
      { address: "tls_private_key.key", outcome: isNew("in the state only") },
      { address: "cloudflare_dns_record.api", outcome: unresolved("not known", "--dns-record-id ID", "--new x") },
    ],
    undeclared: [
      { address: "cloudflare_ruleset.cache", what: 'the rule "\u001b[31mred"', isDeleted: true, effect: "replaced" },
      { address: "aws_api_gateway_stage.cats", what: "settings of ~1old/GET", isDeleted: false, effect: "they stay" },
    ],
    alreadyImported: ["aws_lambda_function.cats"],
    open: [],
  },
};
