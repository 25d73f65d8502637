import { join } from "node:path";
import { adoptStack } from "../../adopt/adopt-stack";
import { awsCloud, RunAws } from "../../adopt/aws-cloud";
import { cloudflareCloud, FetchText } from "../../adopt/cloudflare-cloud";
import { importsDocument } from "../../adopt/core/imports-document";
import { AdoptedStack, readStack } from "../../adopt/core/stack";
import { networkFetch } from "../../adopt/fetch-text";
import { Cloud, Failure } from "../../adopt/reading";
import { runAws } from "../../adopt/run-aws";
import { CommandIo, ExitStatus, GivenArguments } from "../command";
import { misuse } from "../misuse";
import { painterFor } from "../painter";
import { jsonReport } from "./adopt-json";
import { adoptOptions } from "./adopt-options";
import { AdoptReport, blocksOf, isComplete } from "./adopt-report";
import { textReport } from "./adopt-text";
import { checkOutput, writeOutput } from "./output-file";
import { stackFiles, StackPlace, stackPlace } from "./stack-files";

/** The clouds as the command reaches them; tests bring their own. */
export interface Reach {
  readonly aws: RunAws;
  readonly fetch: FetchText;
}

const IMPORTS = "imports.tf.json";
const STANDARD_OUTPUT = "-";
const IN_HCL = "it is in HCL. What it declares or imports is not known here.";
const CLOUDFLARE = "https://api.cloudflare.com/client/v4";

/** Decides about every resource of a stack, writes the import blocks, and tells what is left. */
export async function adopt(given: GivenArguments, io: CommandIo, reach = realReach(io)): Promise<ExitStatus> {
  const options = adoptOptions(given);
  const place = stackPlace(options.path, options.stack, io.cwd);
  const beside = join(place.directory, IMPORTS);
  const out = options.out === STANDARD_OUTPUT ? undefined : (options.out ?? beside);
  const { stack, unread } = stackIn(place, out ?? beside, io.cwd);
  checkOutput(out, io.cwd, options.isForced);

  const clouds = options.isOffline ? [] : cloudsOf(io, reach);
  const { adoption, problem, failures } = await adoptStack(stack, options.given, clouds);
  if (adoption === undefined) throw misuse(problem);
  if (io.interruption.aborted) return ExitStatus.INTERRUPTED;
  const report = {
    version: io.version,
    stack: place.file ?? place.directory,
    adoption,
    failures: [...unread, ...failures],
    file: out,
  };
  await tell(report, options.isJson, io);
  return isComplete(report) ? ExitStatus.DONE : ExitStatus.FINDINGS;
}

function stackIn(place: StackPlace, out: string, cwd: string): { stack: AdoptedStack; unread: Failure[] } {
  const { files, unread } = stackFiles(place, out, cwd);
  const { stack, problem } = readStack(files);
  if (stack === undefined) throw misuse(problem);
  return { stack, unread: unread.map((source) => ({ source, reason: IN_HCL })) };
}

/** Whoever wants the blocks on standard output gets nothing else there. */
async function tell(report: AdoptReport, isJson: boolean, io: CommandIo): Promise<void> {
  const document = importsDocument(blocksOf(report));
  if (report.file === undefined) await io.stdout.write(document);
  else writeOutput(report.file, io.cwd, document);
  const teller = report.file === undefined ? io.stderr : io.stdout;
  await teller.write(isJson ? jsonReport(report) : textReport(report, painterFor(teller, io.environment)));
}

function realReach({ environment, interruption }: CommandIo): Reach {
  return { aws: runAws(environment, interruption), fetch: networkFetch(interruption) };
}

function cloudsOf({ environment }: CommandIo, { aws, fetch }: Reach): Cloud[] {
  const { CLOUDFLARE_API_TOKEN: token, CLOUDFLARE_BASE_URL: baseUrl } = environment;
  return [awsCloud(aws), cloudflareCloud({ token, baseUrl: baseUrlOf(baseUrl) }, fetch)];
}

/** The same variable that the Cloudflare provider reads. The token goes there. */
function baseUrlOf(written: string | undefined): string {
  if (written === undefined || written === "") return CLOUDFLARE;
  const isSafe = /^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/]|$)/.test(written);
  if (isSafe && URL.canParse(written)) return written.replace(/\/+$/, "");
  throw misuse("CLOUDFLARE_BASE_URL is no URL that begins with https://.");
}
