const MODULES: readonly (readonly [module: string, names: readonly string[]])[] = [
  ["@cdktf/provider-aws/lib/data-aws-lambda-alias", ["DataAwsLambdaAlias"]],
  ["@cdktf/provider-aws/lib/data-aws-lambda-function", ["DataAwsLambdaFunction"]],
  ["@cdktf/provider-aws/lib/lambda-permission", ["LambdaPermission"]],
  ["@cdktf/provider-aws/lib/provider", ["AwsProvider"]],
  ["cdktf", ["App", "TerraformOutput", "TerraformVariable", "Token"]],
  [
    "cdktf-api-caching",
    [
      "CacheKey",
      "CachedRestApi",
      "PortableStack",
      "RestAuthorizer",
      "RestIntegration",
      "StageCache",
      "UnauthorizedInvalidation",
    ],
  ],
  ["constructs", ["Construct"]],
];

/** The imports of what a source uses. */
export function importLines(source: string): string {
  const lines = MODULES.flatMap(([module, names]) => {
    const used = names.filter((name) => new RegExp(`(?<![\\w"'.-])${name}\\b(?!["'-])`).test(source));
    return used.length === 0 ? [] : [importLine(used, module)];
  });
  return lines.join("");
}

function importLine(names: readonly string[], module: string): string {
  const line = `import { ${names.join(", ")} } from "${module}";`;
  if (line.length <= 120) return `${line}\n`;
  return `import {\n${names.map((name) => `  ${name},\n`).join("")}} from "${module}";\n`;
}
