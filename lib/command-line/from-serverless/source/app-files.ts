import { SharedStageCacheProps } from "../../../gateway/stage-cache-props";
import { Blueprint } from "../blueprint";
import { TerraformDocument } from "../terraform-document";
import { mainSource, stackName } from "./main-source";

/** What the app needs, besides this library. */
export const DEPENDENCIES: { readonly [name: string]: string } = {
  "@cdktf/provider-aws": "^21.22.1",
  cdktf: "^0.21.0",
  constructs: "^10.4.2",
};

export const DEV_DEPENDENCIES: { readonly [name: string]: string } = {
  "@types/node": "^20.19.0",
  "cdktf-cli": "^0.21.0",
  sucrase: "^3.35.1",
  typescript: "^5.9.3",
};

/** The files of a CDKTF app, by their names. */
export function appFiles(
  blueprint: Blueprint,
  document: TerraformDocument,
  shared: SharedStageCacheProps | undefined,
  version: string,
): ReadonlyMap<string, string> {
  return new Map([
    ["main.ts", mainSource(blueprint, document, shared)],
    ["cdktf.json", json({ language: "typescript", app: "node -r sucrase/register/ts main.ts", sendCrashReports: "false" })], // prettier-ignore
    ["package.json", json(packageOf(blueprint, version))],
    ["tsconfig.json", json(TSCONFIG)],
  ]);
}

function packageOf({ serviceName }: Blueprint, version: string): object {
  const dependencies = { ...DEPENDENCIES, "cdktf-api-caching": `^${version}` };
  return {
    name: stackName(serviceName),
    version: "0.0.0",
    private: true,
    scripts: { synth: "cdktf synth", deploy: "cdktf deploy", typecheck: "tsc" },
    dependencies: Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1))),
    devDependencies: DEV_DEPENDENCIES,
  };
}

const TSCONFIG = {
  compilerOptions: {
    target: "ES2022",
    lib: ["ES2022"],
    // TypeScript 7 has no Node10 any more.
    module: "Node16",
    moduleResolution: "Node16",
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ["node"],
  },
  include: ["main.ts"],
};

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
