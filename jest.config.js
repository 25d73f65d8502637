/** Rings 1 to 3: the core, the constructs, the examples. */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/terraform/"],
  maxWorkers: "100%",
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  moduleNameMapper: {
    "^cdktf-api-caching$": "<rootDir>/lib/index.ts",
    "(/private|^\\.)/stack-trace$": "<rootDir>/test/support/no-stack-trace.js",
  },
  transform: { "^.+\\.ts$": ["@swc/jest", { sourceMaps: "inline", jsc: { target: "es2022" } }] },
  reporters: ["default", "<rootDir>/test/summary-reporter.js"],
};
