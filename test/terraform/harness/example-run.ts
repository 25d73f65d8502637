import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Edits, synthesizeExample } from "../../support/synthesize-example";
import { type StubCloudflare } from "../stub-providers";
import { startClouds } from "./clouds";
import { type Emulator } from "./emulator";
import { type LiveStage } from "./live-stage";
import { type ReadBack, readBack } from "./read-back";
import { type StackDirectory, copiedStack } from "./stack-directory";
import { type Terraform, terraformIn } from "./terraform";

/** An example's stack, with Terraform, an emulated AWS and an emulated Cloudflare of its own. */
export interface ExampleRun {
  readonly emulator: Emulator;
  readonly cloudflare: StubCloudflare;
  readonly terraform: Terraform;
  /** Synthesizes the example after an edit of its source; the state stays. */
  edit(edits: Edits): void;
  /** Gives the stack's variables their values. */
  setVariables(values: Readonly<Record<string, string>>): void;
  /** What the emulated AWS holds of an API's stage called prod. */
  readBack(restApi: string): Promise<ReadBack>;
  /** What that stage serves. */
  live(restApi: string): Promise<LiveStage>;
  /** Another stack of the same example on the same cloud. */
  stack(name: string): Pick<ExampleRun, "terraform" | "edit" | "setVariables">;
  stop(): Promise<void>;
}

const REGION = "eu-central-1";
const STAGE = "prod";

/** Puts an example before an emulator, ready for `init`. */
export async function runExample(example: string, stackName: string): Promise<ExampleRun> {
  const { emulator, cloudflare, environment, stop } = await startClouds();
  const directories: StackDirectory[] = [];
  const stack = (name: string) => {
    const directory = synthesizedStack(example, name, []);
    directories.push(directory);
    return {
      terraform: terraformIn(directory.directory, { endpoint: emulator.endpoint, region: REGION, environment }),
      edit: (edits: Edits) => replaceStack(directory, example, name, edits),
      setVariables: (values: Readonly<Record<string, string>>) =>
        writeFileSync(join(directory.directory, "terraform.tfvars.json"), JSON.stringify(values)),
    };
  };
  return {
    emulator,
    cloudflare,
    ...stack(stackName),
    stack,
    readBack: (restApi) => readBack(emulator, restApi, STAGE, REGION),
    live: async (restApi) => emulator.live((await readBack(emulator, restApi, STAGE, REGION)).restApiId, STAGE),
    stop: async () => {
      await stop();
      directories.forEach((directory) => directory.remove());
    },
  };
}

function synthesizedStack(example: string, stack: string, edits: Edits): StackDirectory {
  const output = synthesizeExample(example, edits);
  const copy = copiedStack(output.directory, stack);
  output.remove();
  return copy;
}

function replaceStack(present: StackDirectory, example: string, stack: string, edits: Edits): void {
  const next = synthesizedStack(example, stack, edits);
  cpSync(join(next.directory, "cdk.tf.json"), join(present.directory, "cdk.tf.json"));
  next.remove();
}
