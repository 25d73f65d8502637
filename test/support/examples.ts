import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const EXAMPLES = resolve(__dirname, "../../examples");

type ExampleStack = readonly [example: string, stack: string];

/** The stacks that cache a REST stage. */
export const STAGE_STACKS: readonly ExampleStack[] = [
  ["cats-rest-api", "cats-rest-api"],
  ["adopt-existing-l1", "adopt-existing-l1"],
  ["shared-gateway", "gateway"],
  ["shared-gateway", "animals"],
  ["openapi", "openapi"],
  ["cloudflare-rest-api", "cloudflare-rest-api"],
  ["shared-zone", "birds"],
  ["pipeline", "staging"],
  ["pipeline", "production"],
];

/** The stacks that have something at Cloudflare. */
export const EDGE_STACKS: readonly ExampleStack[] = [
  ["cloudflare-http-api", "cloudflare-http-api"],
  ["cloudflare-rest-api", "cloudflare-rest-api"],
  ["shared-zone", "zone"],
  ["shared-zone", "cats"],
  ["shared-zone", "dogs"],
  ["shared-zone", "birds"],
  ["existing-certificate", "existing-certificate"],
];

/** The examples and the stacks that each of them synthesizes. */
export const EXAMPLE_STACKS: readonly ExampleStack[] = [
  ...STAGE_STACKS,
  ...EDGE_STACKS.filter(([, stack]) => !STAGE_STACKS.some(([, other]) => other === stack)),
];

/** What an app wrote. */
export interface Output {
  readonly directory: string;
  /** The text of a stack's `cdk.tf.json`. */
  json(stack: string): string;
  /** What the app told its user, by the path of the construct. */
  annotations(stack: string): { readonly constructPath: string; readonly message: string }[];
  remove(): void;
}

/** Runs an app in this process, as `node main.ts` would, into a directory of its own. */
export function synthesizeApp(load: () => void): Output {
  const directory = mkdtempSync(join(tmpdir(), "cdktf-api-caching-"));
  const before = process.env.CDKTF_OUTDIR;
  process.env.CDKTF_OUTDIR = directory;
  try {
    load();
  } finally {
    if (before === undefined) delete process.env.CDKTF_OUTDIR;
    else process.env.CDKTF_OUTDIR = before;
  }
  return {
    directory,
    json: (stack) => readFileSync(join(directory, "stacks", stack, "cdk.tf.json"), "utf8"),
    annotations: (stack) => {
      const manifest = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8"));
      return manifest.stacks[stack].annotations;
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
