import { adoptCommand } from "../../../lib/command-line/adopt/adopt-command";
import { adoptOptions } from "../../../lib/command-line/adopt/adopt-options";
import { given, misuseOf } from "../support/given";

const ID = "0123456789abcdef0123456789abcdef";
const ARN = "arn:aws:acm:eu-central-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";
const options = (...args: readonly string[]) => adoptOptions(given(adoptCommand, ...args));

test("nothing at all: cdktf.out, with all reads, into a file beside the stack", () => {
  expect(options()).toMatchObject({ path: "cdktf.out", isOffline: false, isForced: false, isJson: false });
  expect(options().out).toBeUndefined();
  expect(options("dir", "--out", "-").out).toBe("-");
});

test("everything that can be said", () => {
  const args = ["--rest-api-id", "abc", "--http-api-id", "var.h=def", "--stage", "prod", "--stage", "$default"];
  args.push("--method-settings", "*/*", "--domain-name", "API.example.com", "--certificate-arn", ARN);
  args.push(
    "--zone-id",
    `data.cloudflare_zone.z=${ID}`,
    "--dns-record-id",
    ID,
    "--ruleset",
    `http_config_settings=${ID}`,
  );
  args.push("--id", "aws_x.y=a=b", "--new", "tls_*", "--offline", "--force", "--json", "--stack", "cats");
  expect(options(...args)).toMatchObject({
    stack: "cats",
    isOffline: true,
    isForced: true,
    isJson: true,
    given: {
      restApiIds: [{ value: "abc" }],
      httpApiIds: [{ address: "var.h", value: "def" }],
      stages: ["prod", "$default"],
      methodSettings: ["*/*"],
      domainNames: ["api.example.com"],
      certificateArns: [{ value: ARN }],
      zoneIds: [{ address: "data.cloudflare_zone.z", value: ID }],
      dnsRecordIds: [{ value: ID }],
      rulesets: new Map([["http_config_settings", ID]]),
      ids: new Map([["aws_x.y", "a=b"]]),
      isNew: ["tls_*"],
    },
  });
});

test.each<[readonly string[], string]>([
  [["a", "b"], "one directory or file is needed, and 2 are given"],
  [["--out", "imports.json"], "Terraform reads only files whose name ends with .tf.json"],
  [["--out", "-", "--json"], "both want standard output"],
  [
    ["--rest-api-id", "abc/def"],
    '--rest-api-id takes the id of a REST API, such as abcdefghij, and was given "abc/def"',
  ],
  [["--rest-api-id", "aws_x.y="], "--rest-api-id takes"],
  [["--http-api-id", "a b"], "--http-api-id takes"],
  [["--stage", "a/b"], "--stage takes the name of a stage"],
  [["--stage", "prod", "--stage", "prod"], "--stage is given twice for prod"],
  [["--method-settings", "a", "--method-settings", "a"], "--method-settings is given twice"],
  [["--domain-name", "https://api.example.com"], "--domain-name takes a host name"],
  [["--certificate-arn", "arn:aws:iam::1:role/x"], "--certificate-arn takes the ARN"],
  [["--zone-id", "example.com"], "--zone-id takes an id of 32 hexadecimal digits"],
  [["--dns-record-id", ID.toUpperCase()], "--dns-record-id takes an id"],
  [["--ruleset", ID], "--ruleset takes PHASE=ID"],
  [["--ruleset", `p=${ID}=x`], "--ruleset takes PHASE=ID"],
  [["--ruleset", `p=${ID}`, "--ruleset", `p=${ID}`], "--ruleset is given twice for p"],
  [["--id", "abc"], "--id takes ADDRESS=ID"],
  [["--id", "aws_x.y="], "--id takes ADDRESS=ID"],
  [["--id", "aws_x.y=1", "--id", "aws_x.y=2"], "--id is given twice for aws_x.y"],
])("%j is a misuse", (args, expected) => {
  expect(misuseOf(() => options(...args))).toContain(expected);
});
