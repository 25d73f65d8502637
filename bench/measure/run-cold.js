const { spawnSync } = require("node:child_process");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { SCRATCH } = require("./scratch");

const USAGE_REPORT = join(__dirname, "usage-report.js");
const USAGE_FILE = join(SCRATCH, "usage.json");

/**
 * Runs a script in a fresh Node.js process, and measures the whole of it.
 *
 * @param {string[]} args the script and its arguments
 * @returns {{ wallMs: number, cpuMs: number, peakMb: number, modules: string[], output: string }}
 */
function runCold(args) {
  const run = runTimed(["-r", USAGE_REPORT, ...args], { cwd: SCRATCH, env: { BENCH_USAGE_FILE: USAGE_FILE } });
  return { ...run, ...JSON.parse(readFileSync(USAGE_FILE, "utf8")) };
}

/**
 * Runs Node.js with arguments, and takes the time.
 *
 * @returns {{ wallMs: number, output: string }}
 */
function runTimed(args, { cwd, env }) {
  const start = process.hrtime.bigint();
  const { status, signal, error, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status ?? signal}\n${stdout}${stderr}`);
  return { wallMs, output: stdout };
}

module.exports = { runCold, runTimed };
