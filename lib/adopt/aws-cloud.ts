import { isRecord } from "../rules/input/shape";
import { AWS_QUESTIONS } from "./core/aws-questions";
import { reader } from "./core/json-reader";
import { ABSENT, found, Kind, Question, Read, UNREAD } from "./core/questions";
import { Cloud, Failures } from "./reading";

/** What a program said. */
export interface ProgramResult {
  /** Undefined if there is no such program. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `aws` with these arguments. */
export type RunAws = (args: readonly string[]) => Promise<ProgramResult>;

const NOT_FOUND = /\((NotFoundException|ResourceNotFoundException)\)/;

/** A kind of refusal, and what a user does about it. */
interface Refusal {
  readonly pattern: RegExp;
  readonly advice: string;
  /** Whether no other question would be answered. */
  readonly isFinal: boolean;
}

const LOG_IN = "Log in, set AWS_PROFILE, or set new keys. Without credentials, say what exists with options.";

/** The first one that fits counts: what is forbidden may name a role of the single sign-on, for example. */
const REFUSALS: readonly Refusal[] = [
  { pattern: /must specify a region/i, advice: "Set AWS_REGION.", isFinal: true },
  {
    pattern: /Could not connect|connect timeout|read timeout/i,
    advice: "Is there a network, and is AWS_ENDPOINT_URL right?",
    isFinal: true,
  },
  { pattern: /calling the (AssumeRole\w*|GetRoleCredentials|CreateToken) operation/, advice: LOG_IN, isFinal: true },
  {
    pattern: /AccessDenied|Forbidden|not authorized/i,
    advice: "The permissions apigateway:GET, acm:DescribeCertificate and lambda:GetPolicy are needed.",
    isFinal: false,
  },
  { pattern: /TooManyRequests|Throttl|LimitExceeded/i, advice: "Run this again in a minute.", isFinal: false },
  {
    pattern:
      /credentials|could not be found|expired|UnrecognizedClient|InvalidClientTokenId|Invalid ?Signature|SignatureDoesNotMatch|security token|SSO|aws login/i,
    advice: LOG_IN,
    isFinal: true,
  },
];

const LONGEST_REASON = 300;
const MOST_PAGES = 100;

/** What the aws command would take for an option, or for the name of a file or a page whose text is meant. */
const NO_NAME = /^-|:\/\//;

/** AWS as its own command line sees it: with its profiles, its single sign-on and its endpoints. */
export function awsCloud(run: RunAws): Cloud {
  const failures = new Failures("AWS");
  return {
    get failures() {
      return failures.all;
    },
    answer: async (question) => {
      if (AWS_QUESTIONS[question.kind] === undefined) return undefined;
      return failures.isFinal ? UNREAD : ask(question, run, failures);
    },
  };
}

async function ask<K extends Kind>(
  { kind, region, about }: Question<K>,
  run: RunAws,
  failures: Failures,
): Promise<Read<unknown>> {
  const { command, pagedList, read } = AWS_QUESTIONS[kind]!;
  const strange = about.find((one) => NO_NAME.test(one));
  if (strange !== undefined) {
    failures.add(`${JSON.stringify(strange)} is nothing that the aws command can be asked about`, false);
    return UNREAD;
  }
  const where = region === undefined ? [] : ["--region", region];
  const args = [...command(about), ...where, "--output", "json"];
  const answer = pagedList === undefined ? await printed(args, run, failures) : await allPages(args, pagedList, run, failures); // prettier-ignore
  return "state" in answer ? answer : found(read(reader(answer.document), about));
}

/** What was printed, or what it means that nothing was. */
type Printed = { readonly document: unknown } | typeof ABSENT | typeof UNREAD;

async function printed(args: readonly string[], run: RunAws, failures: Failures): Promise<Printed> {
  const { code, stdout, stderr } = await run(args);
  if (code === undefined) {
    const advice = "Install the AWS command line, or say what exists with options.";
    failures.add(`there is no program aws on the PATH. ${advice}`, true);
    return UNREAD;
  }
  if (code !== 0) return refused(stderr, failures);
  try {
    return { document: JSON.parse(stdout) };
  } catch {
    failures.add(`aws ${args.slice(0, 2).join(" ")} printed no JSON`, false);
    return UNREAD;
  }
}

async function allPages(args: readonly string[], list: string, run: RunAws, failures: Failures): Promise<Printed> {
  const items: unknown[] = [];
  let token: readonly string[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer: Printed = await printed([...args, ...token], run, failures);
    if ("state" in answer) return answer;
    const document = isRecord(answer.document) ? answer.document : {};
    items.push(...(Array.isArray(document[list]) ? document[list] : []));
    if (typeof document.NextToken !== "string" || document.NextToken === "") return { document: { [list]: items } };
    token = ["--next-token", document.NextToken];
  }
  failures.add(`aws ${args.slice(0, 2).join(" ")} has no end`, false);
  return UNREAD;
}

function refused(stderr: string, failures: Failures): Printed {
  if (NOT_FOUND.test(stderr)) return ABSENT;
  const lines = stderr.split("\n").filter((one) => one.trim() !== "");
  // Others may be warnings of the interpreter that runs the command.
  const line = lines.find((one) => /An error occurred|error\]?:/i.test(one)) ?? lines[0] ?? "aws failed without a word";
  const { advice = "", isFinal = false } = REFUSALS.find(({ pattern }) => pattern.test(stderr)) ?? {};
  failures.add(`${line.trim().slice(0, LONGEST_REASON)} ${advice}`.trim(), isFinal);
  return UNREAD;
}
