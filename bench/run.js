// Measures the library against plain CDKTF code, side by side, and fails when a goal is missed: `npm run bench`.
const { cpus } = require("node:os");
const { parseArgs } = require("node:util");
const { printGoals } = require("./report/goals");
const { checkBuild } = require("./sections/check-build");
const { measureCommandLine } = require("./sections/command-line");
const { measureEdge } = require("./sections/edge");
const { measureStageCache } = require("./sections/stage-cache");
const { measureStartUp } = require("./sections/start-up");
const { measureSynthesis } = require("./sections/synthesis");
const { measureTypeCheck } = require("./sections/type-check");

const { quick } = parseArgs({ options: { quick: { type: "boolean", default: false } } }).values;

console.log(`Node.js ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? "unknown processor"}\n`);
checkBuild();
const goals = [...measureSynthesis(quick)];
measureStageCache(quick);
goals.push(...measureEdge(quick));
goals.push(...measureStartUp(quick), ...measureTypeCheck(quick), ...measureCommandLine(quick));
process.exitCode = printGoals(goals) ? 0 : 1;
