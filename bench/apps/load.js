/**
 * Imports a module, and reads the exports that are named after `#`: `cdktf-api-caching` loads a class with all that it
 * needs when it is first read, so that to import it is not to have it.
 */
function load(name) {
  const [module, exports = ""] = name.split("#");
  const loaded = require(module);
  for (const wanted of exports.split(",").filter(Boolean)) {
    if (typeof loaded[wanted] !== "function") throw new Error(`${module} exports no class ${wanted}`);
  }
}

module.exports = { load };
