const { join } = require("node:path");
const { runCold } = require("../measure/run-cold");
const { SCRATCH } = require("../measure/scratch");

const APPS = join(__dirname, "..", "apps");

/** Synthesizes an app of `bench/apps` in a process of its own. */
function synthesizeApp(app, endpoints) {
  return runCold([join(APPS, `${app}.js`), outputDirectory(app), String(endpoints)]);
}

/** Where an app writes its output. */
function outputDirectory(app) {
  return join(SCRATCH, app);
}

module.exports = { APPS, synthesizeApp, outputDirectory };
