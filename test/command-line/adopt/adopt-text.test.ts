import { unresolved } from "../../../lib/adopt/core/outcome";
import { textReport } from "../../../lib/command-line/adopt/adopt-text";
import { PLAIN } from "../../../lib/command-line/painter";
import { REPORT } from "../../adopt/support/report";

test("tells what is imported, new, not found, not declared and not read", () => {
  expect(textReport(REPORT, PLAIN)).toBe(`To import (2):
  aws_api_gateway_rest_api.cats abc (written anew)
  aws_api_gateway_stage.cats abc/prod

New (1):
  tls_private_key.key: in the state only
  imported by the stack itself: aws_lambda_function.cats

Not found (1):
  cloudflare_dns_record.api: not known
    --dns-record-id ID  or  --new x

Exists, and is not declared (2):
  cloudflare_ruleset.cache: the rule "\\u001b[31mred": deleted by the apply, replaced
  aws_api_gateway_stage.cats: settings of ~1old/GET: they stay

AWS was not read: no credentials

Wrote 2 import blocks to cdktf.out/stacks/cats/imports.tf.json. Look at terraform plan before you apply.
`);
});

test("nothing to tell is one line", () => {
  const adoption = { decisions: [], undeclared: [], alreadyImported: [], open: [] };
  expect(textReport({ ...REPORT, adoption, failures: [], file: undefined }, PLAIN)).toBe(
    "Wrote 0 import blocks to standard output. Look at terraform plan before you apply.\n",
  );
});

test("what is missing for many is told once", () => {
  const missing = unresolved("its API is not known", "--rest-api-id ID");
  const decisions = ["a", "b", "c"].map((name) => ({ address: `aws_x.${name}`, outcome: missing }));
  const adoption = { ...REPORT.adoption, decisions, undeclared: [], alreadyImported: [] };
  expect(textReport({ ...REPORT, adoption }, PLAIN)).toContain(
    "Not found (3):\n  aws_x.a,\n  aws_x.b,\n  aws_x.c: its API is not known\n    --rest-api-id ID\n",
  );
});
