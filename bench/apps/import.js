// Imports the modules that are named as arguments, and does nothing with them.
const { load } = require("./load");

for (const name of process.argv.slice(2)) load(name);
