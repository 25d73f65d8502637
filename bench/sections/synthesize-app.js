const { join } = require("node:path");
const { runCold } = require("../measure/run-cold");
const { SCRATCH } = require("../measure/scratch");

const APPS = join(__dirname, "..", "apps");

/** Synthesizes an app of `bench/apps` with a number of endpoints, or of hosts, in a process of its own. */
function synthesizeApp(app, size) {
  return runCold([join(APPS, `${app}.js`), outputDirectory(app), String(size)]);
}

/** Where an app writes its output. */
function outputDirectory(app) {
  return join(SCRATCH, app.replaceAll("/", "-"));
}

module.exports = { APPS, synthesizeApp, outputDirectory };
