const { join } = require("node:path");
const { interleave } = require("../measure/interleave");
const { runCold } = require("../measure/run-cold");
const { medianOf } = require("../measure/statistics");
const { printTable } = require("../report/table");
const { APPS, synthesizeApp } = require("./synthesize-app");

const PROVIDER_MODULE = /[\\/]node_modules[\\/](@cdktf[\\/]provider-[^\\/]+[\\/]lib)[\\/](?:([^\\/]+)[\\/])?index\.js$/;

/** What importing the library costs, against importing the CDKTF modules that it uses. */
function measureStartUp(quick) {
  console.log("Start-up: importing the library (whole processes, medians)\n");
  const { modules } = importLibrary();
  const used = ["cdktf", "constructs", ...providerModules(modules)];
  const samples = interleave(quick ? 5 : 15, {
    library: importLibrary,
    used: () => runCold([join(APPS, "import.js"), ...used]),
    cdktf: () => runCold([join(APPS, "import.js"), "cdktf"]),
    added: () => JSON.parse(runCold([join(APPS, "import-last.js"), ...used, "cdktf-api-caching"]).output),
  });
  const classes = `cdktf, constructs and the ${used.length - 2} provider modules that it uses`;
  printTable(
    ["", "wall ms", "CPU ms", "peak MB"],
    [
      row("cdktf-api-caching", samples.library),
      row(classes, samples.used),
      row("cdktf alone", samples.cdktf),
      [`cdktf-api-caching after ${classes}`, ...times(samples.added), ""],
    ],
  );
  return [
    {
      name: "CPU of start-up added by the library",
      value: medianOf(samples.added, "cpuMs"),
      limit: 15,
      unit: " ms",
      note: "of its import alone",
    },
    {
      name: "peak memory of start-up added by the library",
      value: medianOf(samples.library, "peakMb") - medianOf(samples.used, "peakMb"),
      limit: 10,
      unit: " MB",
    },
    ...moduleGoals([...modules, ...synthesizeApp("library", 1).modules]),
  ];
}

function importLibrary() {
  return runCold([join(APPS, "import.js"), "cdktf-api-caching"]);
}

/** The names under which the provider modules among some files are imported. */
function providerModules(files) {
  return files.flatMap((file) => {
    const [, provider, module] = PROVIDER_MODULE.exec(file) ?? [];
    return module === undefined ? [] : `${provider.replaceAll("\\", "/")}/${module}`;
  });
}

function row(name, samples) {
  return [name, ...times(samples), medianOf(samples, "peakMb").toFixed(1)];
}

function times(samples) {
  return ["wallMs", "cpuMs"].map((measure) => medianOf(samples, measure).toFixed(1));
}

function moduleGoals(files) {
  const isRoot = (file) => PROVIDER_MODULE.test(file) && PROVIDER_MODULE.exec(file)[2] === undefined;
  const isCloudflare = (file) => /@cdktf[\\/]provider-cloudflare/.test(file);
  return [
    { name: "provider packages loaded whole, by their root", value: files.filter(isRoot).length, limit: 0, unit: "" },
    { name: "Cloudflare modules loaded without need", value: files.filter(isCloudflare).length, limit: 0, unit: "" },
  ];
}

module.exports = { measureStartUp };
