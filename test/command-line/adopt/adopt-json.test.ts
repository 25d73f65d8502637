import { jsonReport } from "../../../lib/command-line/adopt/adopt-json";
import { REPORT } from "../../adopt/support/report";

test("has all that the text has", () => {
  expect(JSON.parse(jsonReport(REPORT))).toEqual({
    formatVersion: 1,
    version: "1.2.3",
    stack: "cdktf.out/stacks/cats",
    complete: false,
    file: "cdktf.out/stacks/cats/imports.tf.json",
    imports: [
      { address: "aws_api_gateway_rest_api.cats", id: "abc", note: "written anew" },
      { address: "aws_api_gateway_stage.cats", id: "abc/prod" },
    ],
    new: [{ address: "tls_private_key.key", reason: "in the state only" }],
    unresolved: [
      { address: "cloudflare_dns_record.api", reason: "not known", options: ["--dns-record-id ID", "--new x"] },
    ],
    alreadyImported: ["aws_lambda_function.cats"],
    undeclared: [
      { address: "cloudflare_ruleset.cache", what: 'the rule "\u001b[31mred"', deleted: true, effect: "replaced" },
      { address: "aws_api_gateway_stage.cats", what: "settings of ~1old/GET", deleted: false, effect: "they stay" },
    ],
    notRead: [{ source: "AWS", reason: "no credentials" }],
  });
});
