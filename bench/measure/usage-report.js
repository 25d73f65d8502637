// Preloaded into a measured process: writes what it has used when it exits.
const { readFileSync, writeFileSync } = require("node:fs");

/** The peak of this program alone: on Linux `maxRSS` begins with that of the process that started it. */
function peakKilobytes() {
  try {
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const usage = { cpuMs: (user + system) / 1000, peakMb: peakKilobytes() / 1024, modules: Object.keys(require.cache) };
  writeFileSync(process.env.BENCH_USAGE_FILE, JSON.stringify(usage));
});
