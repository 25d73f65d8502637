import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const assetPathRule = defineRule({
  id: "module/asset-path",
  severity: Severity.ERROR,
  cause: "Terraform looks for the file in the directory of the root that calls the module",
  explanation:
    "A relative path in a module is read from where Terraform runs. The asset lies in the directory of the module, so every plan would fail with a missing file.",
  source: "https://developer.hashicorp.com/terraform/language/expressions/references#filesystem-and-workspace-info",
});

/** @param property the construct path of the asset */
export function assetPath(property: string, path: string): Finding[] {
  const allowed = `\${path.module}/${path}`;
  return [
    assetPathRule.finding({
      property,
      found: path,
      allowed,
      change: "Write the path of the asset as `\\${path.module}/${asset.path}`.",
    }),
  ];
}
