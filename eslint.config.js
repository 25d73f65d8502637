const tseslint = require("typescript-eslint");

const PROVIDER_ROOTS = ["aws", "cloudflare", "tls"].map((provider) => ({
  name: `@cdktf/provider-${provider}`,
  message: `Import the resource by its own path (@cdktf/provider-${provider}/lib/...): the root costs seconds and hundreds of megabytes.`,
}));

module.exports = tseslint.config(
  { ignores: ["dist/", "node_modules/", "**/cdktf.out/", "coverage/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.ts"],
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-empty-function": ["error", { allow: ["private-constructors"] }],
      "no-restricted-imports": ["error", { paths: PROVIDER_ROOTS }],
    },
  },
  {
    files: ["lib/**/*.ts"],
    rules: {
      "@typescript-eslint/no-explicit-any": "off",
      "max-lines": ["error", { max: 300 }],
      complexity: ["error", 10],
      "no-restricted-syntax": [
        "error",
        {
          selector: "BinaryExpression[operator='instanceof'][right.name!='Error']",
          message: "A project may hold several copies of a class: ask by a property or by the class's own isXxx().",
        },
      ],
    },
  },
  {
    files: ["lib/**/core/**/*.ts", "lib/rules/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [...PROVIDER_ROOTS, "cdktf", "constructs"],
          patterns: [{ group: ["@cdktf/*"], message: "The core decides over plain data: no framework, no provider." }],
        },
      ],
    },
  },
  {
    files: ["**/*.js"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
