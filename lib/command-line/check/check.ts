import { checkConfigurations } from "../../check/core/check-configuration";
import { readCheckedDocument } from "../../check/core/document-kind";
import { linesOfBlocks } from "../../check/core/json-text";
import { PlainConfiguration } from "../../check/core/plain-configuration";
import { readConfiguration } from "../../check/core/read-configuration";
import { readPlan } from "../../check/core/read-plan";
import { unusedAcknowledgement } from "../../rules/input/unused-acknowledgement";
import { RuleCatalogue } from "../../rules/rule-catalogue";
import { presentTime } from "../../stack/present-time";
import { CommandIo, ExitStatus, GivenArguments } from "../command";
import { misuse } from "../misuse";
import { painterFor } from "../painter";
import { CheckOptions, checkOptions } from "./check-options";
import { CheckReport, LocatedFinding, countsOf } from "./check-report";
import { InputUnit, findInput } from "./find-input";
import { formatReport } from "./formats";
import { STANDARD_INPUT, inputText } from "./input-text";

/** Checks what the user named, and tells what was found. */
export async function check(given: GivenArguments, io: CommandIo): Promise<ExitStatus> {
  const options = checkOptions(given);
  const { units, notes } = await findInput(options.operand, io);
  const read = await Promise.all(units.map((unit) => readUnit(unit, io)));
  for (const note of notes) await io.stderr.write(`${note}\n`);
  const files = read.flatMap(({ texts }) => [...texts.keys()]);
  const report: CheckReport = { version: io.version, files, findings: findingsOf(read, options) };
  const context = { painter: painterFor(io.stdout, io.environment), rules: RuleCatalogue.rules() };
  await io.stdout.write(formatReport(options.format, report, context));
  const { errors, warnings } = countsOf(report.findings);
  return errors > 0 || (options.failsOnWarnings && warnings > 0) ? ExitStatus.FINDINGS : ExitStatus.DONE;
}

interface ReadUnit {
  readonly configuration: PlainConfiguration;
  /** The files by their names in the report. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether lines of the files mean something to a person. */
  readonly hasLines: boolean;
}

async function readUnit({ files, isConfiguration, hasOthers }: InputUnit, io: CommandIo): Promise<ReadUnit> {
  const texts = new Map<string, string>();
  const parsed = [];
  for (const file of files) {
    const text = await inputText(file, io);
    const name = file === "-" ? STANDARD_INPUT : file;
    const { document, problem } = readCheckedDocument(text, isConfiguration);
    if (document === undefined) throw misuse(`${name}: ${problem}`);
    texts.set(name, text);
    if (document.kind === "plan") {
      return { configuration: readPlan(document.value, name), texts, hasLines: false };
    }
    parsed.push({ file: name, value: document.value });
  }
  const { configuration, problem } = readConfiguration(parsed, hasOthers);
  if (configuration === undefined) throw misuse(`${problem} Terraform would refuse this.`);
  return { configuration, texts, hasLines: true };
}

function findingsOf(read: readonly ReadUnit[], { reasons }: CheckOptions): LocatedFinding[] {
  const all = checkConfigurations(
    read.map(({ configuration }) => configuration),
    presentTime(),
  );
  const lines = linesIn(read);
  const raised = new Set(all.map(({ finding }) => finding.rule));
  const [first = STANDARD_INPUT] = read.flatMap(({ texts }) => [...texts.keys()]);
  const unused = [...reasons].filter(([rule]) => !raised.has(rule));
  return [
    ...all
      .filter(({ finding }) => !reasons.has(finding.rule))
      .map(({ file, address, finding }) => ({
        finding,
        file,
        ...(address === undefined ? {} : { address, line: lines(file, address) }),
      })),
    ...unused
      .flatMap(([rule, reason]) => unusedAcknowledgement(`--acknowledge ${rule}`, reason))
      .map((finding) => ({ finding, file: first })),
  ];
}

/** The line of a resource in its file; each file is gone through when something is found in it. */
function linesIn(read: readonly ReadUnit[]): (file: string, address: string) => number | undefined {
  const known = new Map<string, ReadonlyMap<string, number>>();
  return (file, address) => {
    const unit = read.find(({ texts }) => texts.has(file));
    if (unit === undefined || !unit.hasLines) return undefined;
    const lines = known.get(file) ?? linesOfBlocks(unit.texts.get(file)!);
    known.set(file, lines);
    const isData = address.startsWith("data.");
    return lines.get(`${isData ? "data" : "resource"} ${address.replace(/^data\./, "").replace(".", " ")}`);
  };
}
