const { join } = require("node:path");
const { interleave } = require("../measure/interleave");
const { runCold } = require("../measure/run-cold");
const { medianOf } = require("../measure/statistics");
const { printTable } = require("../report/table");
const { APPS, synthesizeApp } = require("./synthesize-app");

const PROVIDER_MODULE = /[\\/]node_modules[\\/](@cdktf[\\/]provider-[^\\/]+[\\/]lib)[\\/](?:([^\\/]+)[\\/])?index\.js$/;
const OPTIONAL_PROVIDER = /@cdktf[\\/]provider-(cloudflare|tls)[\\/]/;

/** What two kinds of app use of the library: a class is loaded, with all that it needs, when it is first read. */
const GATEWAY = "cdktf-api-caching#CacheKey,CachedRestApi,RestIntegration,StageCache";
const FRONT = "cdktf-api-caching#ApiFront,ApiStage,CloudflareZone";

/** What importing the library costs, against importing the CDKTF modules that it uses. */
function measureStartUp(quick) {
  console.log("Start-up: importing the library and the classes that an app uses (whole processes, medians)\n");
  const rounds = quick ? 5 : 15;
  const gateway = measureImport(GATEWAY, rounds);
  const front = measureImport(FRONT, rounds);
  const cdktf = interleave(rounds, { cdktf: () => importModules("cdktf") });
  printTable(
    ["", "wall ms", "CPU ms", "peak MB"],
    [
      row("cdktf alone", cdktf.cdktf),
      ...rowsOf("an app of CachedRestApi and StageCache", gateway),
      ...rowsOf("an app of ApiFront", front),
    ],
  );
  return [
    {
      name: "CPU of start-up added by the library to an app without Cloudflare",
      value: medianOf(gateway.samples.added, "cpuMs"),
      limit: 15,
      unit: " ms",
      note: "of its import alone",
    },
    {
      name: "peak memory of start-up added by the library to an app without Cloudflare",
      value: medianOf(gateway.samples.library, "peakMb") - medianOf(gateway.samples.used, "peakMb"),
      limit: 10,
      unit: " MB",
    },
    ...moduleGoals(gateway.modules, front.modules),
  ];
}

function measureImport(library, rounds) {
  const { modules } = importModules(library);
  const used = ["cdktf", "constructs", ...providerModules(modules)];
  const samples = interleave(rounds, {
    library: () => importModules(library),
    used: () => importModules(...used),
    added: () => JSON.parse(runCold([join(APPS, "import-last.js"), ...used, library]).output),
  });
  return { modules, used, samples };
}

function importModules(...names) {
  return runCold([join(APPS, "import.js"), ...names]);
}

/** The names under which the provider modules among some files are imported. */
function providerModules(files) {
  return files.flatMap((file) => {
    const [, provider, module] = PROVIDER_MODULE.exec(file) ?? [];
    return module === undefined ? [] : `${provider.replaceAll("\\", "/")}/${module}`;
  });
}

function rowsOf(app, { used, samples }) {
  return [
    row(`${app}: cdktf-api-caching`, samples.library),
    row(`${app}: cdktf, constructs and the ${used.length - 2} provider modules that it uses`, samples.used),
    [`${app}: cdktf-api-caching after these`, ...times(samples.added), ""],
  ];
}

function row(name, samples) {
  return [name, ...times(samples), medianOf(samples, "peakMb").toFixed(1)];
}

function times(samples) {
  return ["wallMs", "cpuMs"].map((measure) => medianOf(samples, measure).toFixed(1));
}

function moduleGoals(ofGateway, ofFront) {
  const isRoot = (file) => PROVIDER_MODULE.test(file) && PROVIDER_MODULE.exec(file)[2] === undefined;
  const isOptional = (file) => OPTIONAL_PROVIDER.test(file);
  const gateway = [...ofGateway, ...synthesizeApp("library", 1).modules];
  const front = [...ofFront, ...synthesizeApp("edge/library", 1).modules];
  if (!front.some(isOptional)) throw new Error("An app of ApiFront loads no Cloudflare module: what is looked for?");
  return [
    {
      name: "provider packages loaded whole, by their root",
      value: [...gateway, ...front].filter(isRoot).length,
      limit: 0,
      unit: "",
    },
    {
      name: "Cloudflare and TLS modules loaded by an app without Cloudflare",
      value: gateway.filter(isOptional).length,
      limit: 0,
      unit: "",
    },
  ];
}

module.exports = { measureStartUp };
