const { mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

/** A temporary directory that is gone when the benchmark ends. Everything measured runs and writes there. */
const SCRATCH = mkdtempSync(join(tmpdir(), "cdktf-api-caching-bench-"));

process.on("exit", () => rmSync(SCRATCH, { recursive: true, force: true }));

module.exports = { SCRATCH };
