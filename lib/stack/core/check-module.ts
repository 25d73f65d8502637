import { Finding } from "../../rules/finding";
import { assetPath } from "../../rules/module/asset-path";
import { backendDeclared } from "../../rules/module/backend-declared";
import { hashedName } from "../../rules/module/hashed-name";
import { importDeclared } from "../../rules/module/import-declared";
import { providerConfigured } from "../../rules/module/provider-configured";
import { providerVersion } from "../../rules/module/provider-version";
import { unknownProvider } from "../../rules/module/unknown-provider";
import { isVersionConstraint } from "./version-constraint";

/** What is looked at of the Terraform JSON of a module. */
export interface ModuleDocument {
  readonly terraform?: { readonly backend?: object; readonly cloud?: object };
  readonly provider?: { readonly [name: string]: object | readonly object[] };
  readonly import?: readonly { readonly to?: string }[];
  readonly module?: { readonly [name: string]: { readonly source?: string } };
}

/** What was declared in a module, each by its construct path. */
export interface ModuleFacts {
  /** The construct path of the module. */
  readonly path: string;
  readonly providerVersions: { readonly [provider: string]: string };
  readonly providers: readonly {
    readonly path: string;
    /** The name that Terraform code calls it by. */
    readonly name: string;
    /** The names of the options that are set. */
    readonly options: readonly string[];
  }[];
  readonly backends: readonly { readonly path: string; readonly name: string }[];
  /** The variables and outputs. */
  readonly names: readonly {
    readonly path: string;
    readonly name: string;
    readonly id: string;
    /** Whether CDKTF made up the name. */
    readonly isGenerated: boolean;
  }[];
  readonly assets: readonly { readonly path: string; readonly file: string }[];
  /** The module as it is written: what is wrong in here that no construct declares was written by an override. */
  readonly written: ModuleDocument;
}

/** The versions that the author of the module gave. */
export function checkVersions(
  terraformVersion: string | undefined,
  providerVersions: { readonly [provider: string]: string } = {},
): Finding[] {
  const versions = Object.entries(providerVersions).map(([name, version]) => [`providerVersions.${name}`, version]);
  if (terraformVersion !== undefined) versions.push(["terraformVersion", terraformVersion]);
  return versions.flatMap(([property, version]) =>
    isConstraintOf(property!, version!) ? [] : providerVersion(property!, version!),
  );
}

/** Of a version of Terraform itself a condition on a pre-release is refused. */
function isConstraintOf(property: string, version: string): boolean {
  return isVersionConstraint(version) && !(property === "terraformVersion" && version.includes("-"));
}

/** The backend that a part of a module declares, by the word of Terraform. */
export function backendsOf({ terraform = {} }: ModuleDocument): string[] {
  return [...Object.keys(terraform.backend ?? {}), ...(terraform.cloud === undefined ? [] : ["cloud"])];
}

/** What of a finished module its callers could not use. */
export function checkModule(facts: ModuleFacts): Finding[] {
  const declared = [...new Set(facts.providers.map(({ name }) => name))].sort();
  return [
    ...Object.keys(facts.providerVersions).flatMap((name) =>
      declared.includes(name) ? [] : unknownProvider(`providerVersions.${name}`, name, declared),
    ),
    ...facts.providers.flatMap(({ path, options }) => {
      const configured = options.filter((option) => option !== "alias");
      return configured.length === 0 ? [] : providerConfigured(path, configured);
    }),
    ...facts.backends.flatMap(({ path, name }) => backendDeclared(path, name)),
    ...overridden(facts),
    ...facts.names.flatMap(({ path, name, id, isGenerated }) =>
      isGenerated && name !== id ? hashedName(path, name, id) : [],
    ),
    ...facts.assets.flatMap(({ path, file }) => (isFromRoot(facts.written, file) ? assetPath(path, file) : [])),
  ];
}

/** What only a root can have, and came into the module by an override or an import. */
function overridden({ path, written }: ModuleFacts): Finding[] {
  const { provider = {}, import: imports = [] } = written;
  return [
    ...Object.entries(provider).flatMap(([name, blocks]) =>
      providerConfigured(`${path}.provider.${name}`, [blocks].flat().flatMap(Object.keys)),
    ),
    ...backendsOf(written).flatMap((name) => backendDeclared(path, name)),
    ...(imports.length === 0
      ? []
      : importDeclared(
          path,
          imports.map(({ to = "" }) => to),
        )),
  ];
}

/** Whether the file is named anywhere without saying that it is in the directory of the module. */
function isFromRoot({ module = {}, ...rest }: ModuleDocument, file: string): boolean {
  // The source of a module is read from where it is written.
  const calls = Object.values(module).map((call) => ({ ...call, source: undefined }));
  return JSON.stringify([rest, calls])
    .split(file)
    .slice(0, -1)
    .some((before) => !before.endsWith("${path.module}/"));
}
