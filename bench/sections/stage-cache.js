const { interleave } = require("../measure/interleave");
const { medianOf, ratio } = require("../measure/statistics");
const { spread } = require("../report/goals");
const { printTable } = require("../report/table");
const { assertSameResources } = require("./output");
const { outputDirectory, synthesizeApp } = require("./synthesize-app");

const ENDPOINTS = 300;
const STAGE_CACHE = "stage-cache";
const L1_PARTS = "l1-parts";

/** What StageCache adds to an API that is declared resource by resource. For information: there is no goal. */
function measureStageCache(quick) {
  console.log(`StageCache on ${ENDPOINTS} endpoints declared resource by resource\n`);
  const apps = [STAGE_CACHE, L1_PARTS];
  for (const app of apps) synthesizeApp(app, ENDPOINTS);
  assertSameResources(outputDirectory(STAGE_CACHE), outputDirectory(L1_PARTS), withoutTriggers);
  const candidates = Object.fromEntries(apps.map((app) => [app, () => synthesizeApp(app, ENDPOINTS)]));
  const samples = interleave(quick ? 3 : 9, candidates);
  const { median, ...range } = ratio(samples[STAGE_CACHE], samples[L1_PARTS], "cpuMs");
  printTable(
    ["", "wall ms", "CPU ms", "peak MB", "CPU"],
    [
      row("cached by StageCache", samples[STAGE_CACHE], `${median.toFixed(2)} (${spread(range)})`),
      row("cached by plain CDKTF", samples[L1_PARTS], "1"),
    ],
  );
}

function row(name, samples, cpuRatio) {
  return [name, ...["wallMs", "cpuMs", "peakMb"].map((measure) => medianOf(samples, measure).toFixed(0)), cpuRatio];
}

/** The hash of a definition is everybody's own. */
function withoutTriggers(resources) {
  const { deployment } = resources.aws_api_gateway_deployment;
  return { ...resources, aws_api_gateway_deployment: { deployment: { ...deployment, triggers: undefined } } };
}

module.exports = { measureStageCache };
