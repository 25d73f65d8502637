const { readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { interleave } = require("../measure/interleave");
const { runTimed } = require("../measure/run-cold");
const { SCRATCH } = require("../measure/scratch");
const { leastOf, medianOf, ratio } = require("../measure/statistics");
const { printTable } = require("../report/table");
const { APPS } = require("./synthesize-app");

const ROOT = join(__dirname, "..", "..");
const CDKTF = commandLine();

/** What `npx cdktf synth` costs with the project's first example, against an app that synthesizes an empty stack. */
function measureCommandLine(quick) {
  console.log("Command line: cdktf synth (wall time, medians)\n");
  const { app } = JSON.parse(readFileSync(join(ROOT, "cdktf.json"), "utf8"));
  synth(app, "example");
  const samples = interleave(quick ? 3 : 7, {
    example: () => synth(app, "example"),
    empty: () => synth(nodeCommand("empty.js"), "empty"),
    copy: () => synth(nodeCommand("copy-ready.js", output("example")), "copy"),
  });
  printTable(
    ["", "wall ms", "against the empty stack"],
    [
      row(`the project's own app: ${app}`, samples.example, samples.empty),
      row("an empty stack in plain JavaScript", samples.empty, samples.empty),
      row("a copy of ready JSON", samples.copy, samples.empty),
    ],
  );
  return [
    {
      name: "wall time of cdktf synth, against the same command on an empty stack",
      value: leastOf(samples.example, "wallMs") / leastOf(samples.empty, "wallMs"),
      limit: 1.25,
      unit: " times",
      note: `best of ${samples.example.length} rounds each`,
    },
  ];
}

/** The program that `npx cdktf` starts. */
function commandLine() {
  const manifest = require.resolve("cdktf-cli/package.json");
  return join(dirname(manifest), JSON.parse(readFileSync(manifest, "utf8")).bin.cdktf);
}

function nodeCommand(app, ...args) {
  return ["node", join(APPS, app), ...args].map((part) => JSON.stringify(part)).join(" ");
}

function output(name) {
  return join(SCRATCH, `cdktf-synth-${name}`);
}

function synth(app, name) {
  const env = { CHECKPOINT_DISABLE: "1" };
  return runTimed([CDKTF, "synth", "--app", app, "--output", output(name)], { cwd: ROOT, env });
}

function row(name, samples, reference) {
  const against = samples === reference ? "1" : ratio(samples, reference, "wallMs").median.toFixed(2);
  return [name, medianOf(samples, "wallMs").toFixed(0), against];
}

module.exports = { measureCommandLine };
