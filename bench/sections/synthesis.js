const { interleave } = require("../measure/interleave");
const { growthExponent, medianOf, ratio } = require("../measure/statistics");
const { spread } = require("../report/goals");
const { printTable } = require("../report/table");
const { assertSameBytes, assertSameResources } = require("./output");
const { outputDirectory, synthesizeApp } = require("./synthesize-app");

/** The two that a goal compares run more often than the others. */
const ROUNDS_OF_ALL = 3;

const ROUNDS = { 1: 5, 10: 5, 100: 7, 300: 15, 1000: 13, 3000: 3 };
const QUICK_ROUNDS = { 1: 3, 100: 3, 300: 9 };

const LIBRARY = "library";
const L1_BODY = "l1-body";
const BARE_JSON = "bare-json";
const EMPTY = "empty";
const APPS = {
  [LIBRARY]: "the library",
  [L1_BODY]: "plain CDKTF, the same bytes",
  "l1-parts": "plain CDKTF, resource by resource",
  [BARE_JSON]: "bare JSON.stringify",
};

/** What synthesis costs, against plain CDKTF code that writes the same bytes. */
function measureSynthesis(quick) {
  console.log("Synthesis: an API whose every endpoint is cached under two keys (whole processes, medians)\n");
  const rounds = Object.entries(quick ? QUICK_ROUNDS : ROUNDS);
  const bySize = new Map(rounds.map(([size, count]) => [Number(size), measureSize(Number(size), count)]));
  printTable(
    ["endpoints", "", "wall ms", "CPU ms", "peak MB", "CPU against the same bytes"],
    [
      row("-", "an empty stack", bySize.get(1)[EMPTY]),
      ...[...bySize].flatMap(([size, samples]) =>
        Object.entries(APPS).map(([app, name]) => row(String(size), name, samples[app], samples[L1_BODY])),
      ),
    ],
  );
  return [...ratioGoals(bySize), ...growthGoals(bySize)];
}

function measureSize(size, rounds) {
  const apps = [...Object.keys(APPS), ...(size === 1 ? [EMPTY] : [])];
  for (const app of apps) synthesizeApp(app, size);
  assertSameBytes(outputDirectory(LIBRARY), outputDirectory(L1_BODY));
  assertSameResources(outputDirectory(LIBRARY), outputDirectory(BARE_JSON));
  const candidates = Object.fromEntries(apps.map((app) => [app, () => synthesizeApp(app, size)]));
  const { [LIBRARY]: library, [L1_BODY]: plain } = candidates;
  const samples = interleave(Math.min(rounds, ROUNDS_OF_ALL), candidates);
  const more = interleave(rounds - ROUNDS_OF_ALL, { [LIBRARY]: library, [L1_BODY]: plain });
  return {
    ...samples,
    [LIBRARY]: [...samples[LIBRARY], ...more[LIBRARY]],
    [L1_BODY]: [...samples[L1_BODY], ...more[L1_BODY]],
  };
}

function row(size, name, samples, reference) {
  const measures = ["wallMs", "cpuMs", "peakMb"].map((measure) => medianOf(samples, measure).toFixed(0));
  return [size, name, ...measures, reference === undefined ? "" : against(samples, reference)];
}

function against(samples, reference) {
  if (samples === reference) return "1";
  const { median, ...range } = ratio(samples, reference, "cpuMs");
  return `${median.toFixed(2)} (${spread(range)})`;
}

function ratioGoals(bySize) {
  return [300, 1000]
    .filter((size) => bySize.has(size))
    .map((size) => {
      const { [LIBRARY]: library, [L1_BODY]: plain } = bySize.get(size);
      const { median, ...range } = ratio(library, plain, "cpuMs");
      const name = `CPU of synthesis at ${size} endpoints, against plain CDKTF that writes the same bytes`;
      return { name, value: median, limit: 1.05, unit: " times", note: `rounds from ${spread(range)}` };
    });
}

function growthGoals(bySize) {
  if (!bySize.has(3000)) return [];
  const [small, large] = [300, 3000].map((size) => ({ size, cost: medianOf(bySize.get(size)[LIBRARY], "cpuMs") }));
  const name = "growth of CPU from 300 to 3000 endpoints, as an exponent";
  return [{ name, value: growthExponent(small, large), limit: 1, unit: "", note: "of whole processes" }];
}

module.exports = { measureSynthesis };
