const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { interleave } = require("../measure/interleave");
const { medianOf, ratio } = require("../measure/statistics");
const { spread } = require("../report/goals");
const { printTable } = require("../report/table");
const { assertSameBytes } = require("./output");
const { outputDirectory, synthesizeApp } = require("./synthesize-app");

const ROUNDS = { 1: 5, 10: 5, 100: 15, 300: 7 };
const QUICK_ROUNDS = { 1: 3, 10: 3, 100: 9 };

/** The number of hosts that a goal is about. */
const COMPARED = 100;
const SHARING = 50;

const LIBRARY = "edge/library";
const L1 = "edge/l1";

/** What synthesis of a zone costs, against plain CDKTF code that writes the same bytes. */
function measureEdge(quick) {
  console.log("Edge: one zone, each host an ApiFront with a certificate of its own (whole processes, medians)\n");
  const rounds = Object.entries(quick ? QUICK_ROUNDS : ROUNDS);
  const bySize = new Map(rounds.map(([size, count]) => [Number(size), measureSize(Number(size), count)]));
  printTable(
    ["hosts", "", "wall ms", "CPU ms", "peak MB", "CPU against the same bytes"],
    [...bySize].flatMap(([size, samples]) => [
      row(size, "the library", samples[LIBRARY], against(samples)),
      row(size, "plain CDKTF, the same bytes", samples[L1], "1"),
    ]),
  );
  return [ratioGoal(bySize.get(COMPARED)), rulesetGoal()];
}

function measureSize(size, rounds) {
  const apps = [LIBRARY, L1];
  for (const app of apps) synthesizeApp(app, size);
  assertSameBytes(outputDirectory(LIBRARY), outputDirectory(L1));
  return interleave(rounds, Object.fromEntries(apps.map((app) => [app, () => synthesizeApp(app, size)])));
}

function row(size, name, samples, cpuRatio) {
  const measures = ["wallMs", "cpuMs", "peakMb"].map((measure) => medianOf(samples, measure).toFixed(0));
  return [String(size), name, ...measures, cpuRatio];
}

function against(samples) {
  const { median, ...range } = ratio(samples[LIBRARY], samples[L1], "cpuMs");
  return `${median.toFixed(2)} (${spread(range)})`;
}

function ratioGoal(samples) {
  const { median, ...range } = ratio(samples[LIBRARY], samples[L1], "cpuMs");
  const name = `CPU of synthesis at ${COMPARED} hosts, against plain CDKTF that writes the same bytes`;
  return { name, value: median, limit: 1.1, unit: " times", note: `rounds from ${spread(range)}` };
}

/** A zone has one ruleset for each phase; a second one would fail, or take the place of the first. */
function rulesetGoal() {
  synthesizeApp(LIBRARY, SHARING);
  const file = join(outputDirectory(LIBRARY), "stacks", "bench", "cdk.tf.json");
  const { cloudflare_ruleset: rulesets = {} } = JSON.parse(readFileSync(file, "utf8")).resource;
  const phases = Object.values(rulesets).map(({ phase }) => phase);
  if (phases.length === 0) throw new Error("No ruleset is emitted: what is counted?");
  const counts = phases.map((phase) => phases.filter((other) => other === phase).length);
  const note = `in ${new Set(phases).size} phases`;
  return {
    name: `rulesets emitted for ${SHARING} hosts, of one phase`,
    value: Math.max(...counts),
    limit: 1,
    unit: "",
    note,
  };
}

module.exports = { measureEdge };
