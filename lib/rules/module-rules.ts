import { Rule } from "./rule";
import { assetPathRule } from "./module/asset-path";
import { backendDeclaredRule } from "./module/backend-declared";
import { hashedNameRule } from "./module/hashed-name";
import { importDeclaredRule } from "./module/import-declared";
import { otherStateRule } from "./module/other-state";
import { providerConfiguredRule } from "./module/provider-configured";
import { providerVersionRule } from "./module/provider-version";
import { unknownProviderRule } from "./module/unknown-provider";

/** Every rule of `module/`. */
export const MODULE_RULES: readonly Rule[] = [
  assetPathRule,
  backendDeclaredRule,
  hashedNameRule,
  importDeclaredRule,
  otherStateRule,
  providerConfiguredRule,
  providerVersionRule,
  unknownProviderRule,
];
