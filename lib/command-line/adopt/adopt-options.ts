import { Addressed, addressed, Given } from "../../adopt/core/given";
import { regionOfCertificate } from "../../domain/core/certificate-arn";
import { normalizeHostname } from "../../domain/core/hostname";
import { GivenArguments } from "../command";
import { misuse } from "../misuse";

/** What `adopt` was asked to do. */
export interface AdoptOptions {
  /** The directory or the file, as the user named it. */
  readonly path: string;
  readonly stack: string | undefined;
  readonly given: Given;
  readonly isOffline: boolean;
  /** Undefined for a file beside the stack; `-` for standard output. */
  readonly out: string | undefined;
  readonly isForced: boolean;
  readonly isJson: boolean;
}

const DEFAULT_PATH = "cdktf.out";

const API_ID = /^[A-Za-z0-9]{1,64}$/;
const STAGE = /^([A-Za-z0-9_-]{1,128}|\$default)$/;
const CLOUDFLARE_ID = /^[0-9a-f]{32}$/;

/** Checks what the user typed, as far as it can be without the stack. */
export function adoptOptions(args: GivenArguments): AdoptOptions {
  const { operands } = args;
  if (operands.length > 1) throw misuse(`one directory or file is needed, and ${operands.length} are given.`);
  const out = args.text("out");
  if (out === "-" && args.flag("json")) throw misuse("--out - and --json both want standard output.");
  if (out !== undefined && out !== "-" && !out.endsWith(".tf.json")) {
    throw misuse(`--out ${out}: Terraform reads only files whose name ends with .tf.json, or .tf for another syntax.`);
  }
  return {
    path: operands[0] ?? DEFAULT_PATH,
    stack: args.text("stack"),
    given: givenOf(args),
    isOffline: args.flag("offline"),
    out,
    isForced: args.flag("force"),
    isJson: args.flag("json"),
  };
}

function givenOf(args: GivenArguments): Given {
  const ids = (name: string, isRight: (value: string) => boolean, wanted: string): Addressed[] =>
    args.texts(name).map((written) => checked(name, addressed(written), isRight, wanted));
  const matching = (pattern: RegExp) => (value: string) => pattern.test(value);
  return {
    restApiIds: ids("rest-api-id", matching(API_ID), "the id of a REST API, such as abcdefghij"),
    httpApiIds: ids("http-api-id", matching(API_ID), "the id of an HTTP API, such as abcdefghij"),
    stages: unique("stage", args.texts("stage")).map(stageOf),
    methodSettings: unique("method-settings", args.texts("method-settings")),
    domainNames: unique("domain-name", args.texts("domain-name").map(hostnameOf)),
    certificateArns: ids("certificate-arn", (value) => regionOfCertificate(value) !== undefined, "the ARN of a certificate in ACM"), // prettier-ignore
    zoneIds: ids("zone-id", matching(CLOUDFLARE_ID), "an id of 32 hexadecimal digits"),
    dnsRecordIds: ids("dns-record-id", matching(CLOUDFLARE_ID), "an id of 32 hexadecimal digits"),
    rulesets: byName("ruleset", args.texts("ruleset").map(rulesetOf)),
    ids: byName("id", args.texts("id").map(importOf)),
    isNew: args.texts("new"),
  };
}

function checked(option: string, one: Addressed, isRight: (value: string) => boolean, wanted: string): Addressed {
  if (isRight(one.value)) return one;
  throw misuse(`--${option} takes ${wanted}, and was given ${JSON.stringify(one.value)}.`);
}

function stageOf(name: string): string {
  if (STAGE.test(name)) return name;
  throw misuse(`--stage takes the name of a stage, and was given ${JSON.stringify(name)}.`);
}

function hostnameOf(written: string): string {
  const name = normalizeHostname(written);
  if (name !== undefined) return name;
  throw misuse(`--domain-name takes a host name such as api.example.com, and was given ${JSON.stringify(written)}.`);
}

function rulesetOf(written: string): [string, string] {
  const [, phase, id = ""] = /^([a-z_]+)=(.*)$/s.exec(written) ?? [];
  if (phase !== undefined && CLOUDFLARE_ID.test(id)) return [phase, id];
  throw misuse(
    `--ruleset takes PHASE=ID with an id of 32 hexadecimal digits, and was given ${JSON.stringify(written)}.`,
  );
}

function importOf(written: string): [string, string] {
  const { address, value } = addressed(written);
  if (address !== undefined && value !== "") return [address, value];
  throw misuse(
    `--id takes ADDRESS=ID, such as aws_lambda_function.cats=cats, and was given ${JSON.stringify(written)}.`,
  );
}

function unique(option: string, values: readonly string[]): readonly string[] {
  byName(option, values.map((value) => [value, value])); // prettier-ignore
  return values;
}

function byName(option: string, pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (byName.has(name)) throw misuse(`--${option} is given twice for ${name}.`);
    byName.set(name, value);
  }
  return byName;
}
