const { dirname } = require("node:path");
const units = require("./jest.config.js");

const installed = (name) => dirname(require.resolve(`${name}/package.json`));

/**
 * Rings 1 to 3 on CDK Terrain: whoever asks for cdktf, the bindings of the providers too, gets cdktn, and the constructs
 * that cdktn asks for.
 */
module.exports = {
  ...units,
  globals: { ENGINE: "cdktn" },
  moduleNameMapper: {
    ...units.moduleNameMapper,
    "^cdktf$": installed("cdktn"),
    "^cdktf/(.*)$": `${installed("cdktn")}/$1`,
    "^constructs$": installed("constructs-cdktn"),
    "^constructs/(.*)$": `${installed("constructs-cdktn")}/$1`,
  },
};
