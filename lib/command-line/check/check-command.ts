import { Command } from "../command";

const FORMATS = "text, json, markdown or sarif";

export const checkCommand: Command = {
  name: "check",
  summary: "Run the rules over Terraform JSON, or over a plan, whoever wrote it.",
  usage: "check [DIR|FILE|-] [options]",
  description: [
    "DIR is a directory of cdktf (cdktf.out, with all its stacks) or one with .tf.json files, which are one module to Terraform. FILE is a .tf.json file, or a plan that terraform show -json has printed. - reads either from standard input. Without any, cdktf.out is checked if it is there, or else the current directory.",
    "HCL is checked as a plan, with all its modules: terraform plan -out=tfplan, then terraform show -json tfplan, into a file or through a pipe.",
    "A value that is known only when Terraform runs is not judged, and a sensitive one is never shown. Warnings alone leave the exit status at 0, unless --fail-on says otherwise. A file may have 64 MiB.",
  ],
  options: [
    { name: "format", value: "FORMAT", summary: `How to write the findings: ${FORMATS}. Default: text.` },
    { name: "json", summary: "The same as --format json." },
    {
      name: "acknowledge",
      value: "RULE=REASON",
      isRepeatable: true,
      summary: "Let a warning pass, for a reason.",
    },
    {
      name: "fail-on",
      value: "SEVERITY",
      summary: "What makes the exit status 1: error, or warning (which is both). Default: error.",
    },
  ],
  examples: [
    "check",
    "check infrastructure --fail-on warning",
    "check plan.json --format markdown",
    "check cdktf.out --acknowledge gateway/body-not-in-key='the body is always empty'",
  ],
  run: async (given, io) => (await import("./check")).check(given, io),
};
