const { execFileSync } = require("node:child_process");
const { dirname, join } = require("node:path");
const { interleave } = require("../measure/interleave");
const { runCold } = require("../measure/run-cold");
const { leastOf, medianOf } = require("../measure/statistics");
const { printTable } = require("../report/table");
const { APPS } = require("./synthesize-app");

const TSC = require.resolve("typescript/bin/tsc");
const TYPE_ROOTS = join(dirname(require.resolve("@types/node/package.json")), "..");
const OPTIONS = [
  "--noEmit",
  "--skipLibCheck",
  "--strict",
  "--target",
  "es2022",
  "--module",
  "node16",
  "--types",
  "node",
];
const TSC_ARGS = [TSC, ...OPTIONS, "--typeRoots", TYPE_ROOTS];
const PROVIDER_ROOT = /@cdktf\/provider-[^/]+\/lib\/index\.d\.ts/;

/** What a user's type check costs, against the same app without the library. */
function measureTypeCheck(quick) {
  console.log("Type check of a small app: tsc --noEmit --skipLibCheck (whole processes, medians)\n");
  const samples = interleave(quick ? 3 : 9, {
    library: () => runCold([...TSC_ARGS, source("with-library")]),
    plain: () => runCold([...TSC_ARGS, source("with-l1")]),
  });
  printTable(
    ["", "wall ms", "CPU ms", "peak MB"],
    [row("with the library", samples.library), row("with plain CDKTF classes", samples.plain)],
  );
  return [
    {
      name: "CPU added to a user's type check",
      value: leastOf(samples.library, "cpuMs") - leastOf(samples.plain, "cpuMs"),
      limit: 300,
      unit: " ms",
      note: `best of ${samples.library.length} rounds each`,
    },
    {
      name: "peak memory added to a user's type check",
      value: medianOf(samples.library, "peakMb") - medianOf(samples.plain, "peakMb"),
      limit: 30,
      unit: " MB",
    },
    { name: "provider packages declared whole, by their root", value: countRoots(), limit: 0, unit: "" },
  ];
}

function source(name) {
  return join(APPS, "type-check", `${name}.ts`);
}

function row(name, samples) {
  return [name, ...["wallMs", "cpuMs", "peakMb"].map((measure) => medianOf(samples, measure).toFixed(0))];
}

function countRoots() {
  const files = execFileSync(process.execPath, [...TSC_ARGS, "--listFilesOnly", source("with-library")], {
    encoding: "utf8",
  });
  return files.split("\n").filter((file) => PROVIDER_ROOT.test(file.replaceAll("\\", "/"))).length;
}

module.exports = { measureTypeCheck };
