// Imports the modules that are named as arguments, and prints what the last of them has cost.
const { performance } = require("node:perf_hooks");
const { load } = require("./load");

const names = process.argv.slice(2);
const last = names.pop();
for (const name of names) load(name);

const cpu = process.cpuUsage();
const start = performance.now();
load(last);
const wallMs = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
console.log(JSON.stringify({ wallMs, cpuMs: (user + system) / 1000 }));
