// An app that synthesizes nothing: it copies what is ready into the directory that the command line names.
const { cpSync } = require("node:fs");

cpSync(process.argv[2], process.env.CDKTF_OUTDIR, { recursive: true });
