const units = require("./jest.config.js");

/** Ring 4: real Terraform and the real AWS provider against an emulator on loopback. */
module.exports = {
  ...units,
  testMatch: ["<rootDir>/test/terraform/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  testTimeout: 300_000,
  maxWorkers: 2,
};
