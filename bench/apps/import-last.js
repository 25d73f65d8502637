// Imports the modules that are named as arguments, and prints what the last of them has cost.
const { performance } = require("node:perf_hooks");

const modules = process.argv.slice(2);
const last = modules.pop();
for (const module of modules) require(module);

const cpu = process.cpuUsage();
const start = performance.now();
require(last);
const wallMs = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
console.log(JSON.stringify({ wallMs, cpuMs: (user + system) / 1000 }));
