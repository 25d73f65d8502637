import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { certificate } from "../support/certificates";
import { type Output } from "../support/examples";
import { synthesizeExample } from "../support/synthesize-example";
import {
  type Clouds,
  type Plan,
  environmentOf,
  givenFunction,
  requirements,
  startClouds,
  terraformIn,
} from "./harness";

const ROOT = resolve(__dirname, "../..");
const CDKTF = join(ROOT, "node_modules/.bin/cdktf");
const execute = promisify(execFile);

const REGION = "eu-central-1";
const FUNCTIONS = ["cats", "dogs", "birds"];

const ca = certificate({ commonName: "Test CA", ca: true });
const leaf = certificate({ hostnames: ["users.example.com"], issuer: ca });

/** Those of examples/existing-certificate. */
const VARIABLES = {
  certificate_pem: leaf.pem,
  private_key_pem: leaf.privateKey.export({ type: "pkcs8", format: "pem" }),
  certificate_chain_pem: ca.pem,
  orders_api_id: "a1b2c3d4e5",
  users_api_id: "f1e2d3c4b5",
};

/** A user's project beside the examples, so that its imports are found. */
function project(example: string): string {
  const directory = mkdtempSync(join(ROOT, "examples", ".project-"));
  cpSync(join(ROOT, "examples", example), directory, { recursive: true });
  return directory;
}

/** Puts the provider version that this machine has in the place of the one that the bindings pin. */
function pinInstalledProvider(file: string): void {
  const { mirror } = requirements();
  if (mirror === undefined) return;
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(/("?version"?\s*[:=]\s*)"6\.\d+\.\d+"/, `$1"${mirror.version}"`),
  );
}

/** What cdktf's own command does to ask an app for HCL. */
function withHcl(synthesize: () => Output): Output {
  process.env.SYNTH_HCL_OUTPUT = "true";
  try {
    return synthesize();
  } finally {
    delete process.env.SYNTH_HCL_OUTPUT;
  }
}

/**
 * What a plan creates, by address. A heredoc of HCL ends in a newline, which means nothing in
 * a definition, but is in the hash of it.
 */
function plannedValues(plan: Plan): Record<string, unknown> {
  return Object.fromEntries(
    plan.resourceChanges.map(({ address, after, afterUnknown }) => {
      const { body, triggers, ...values } = after as { body?: string; triggers?: { body?: string } };
      return [address, { ...values, body: body?.trim(), triggers: { ...triggers, body: undefined }, afterUnknown }];
    }),
  );
}

/** What a command printed is the reason why it failed. */
function withOutput(error: Error & { stdout: string; stderr: string }): never {
  throw new Error(`${error.message}\n${error.stdout}\n${error.stderr}`);
}

describe("the command line that a user runs", () => {
  let clouds: Clouds;
  const directories: string[] = [];
  const inProject = (example: string): string => {
    const directory = project(example);
    directories.push(directory);
    return directory;
  };

  beforeAll(async () => {
    clouds = await startClouds();
    for (const name of FUNCTIONS) await givenFunction(clouds.emulator, name, REGION);
  });
  afterAll(async () => {
    await clouds.stop();
    directories.forEach((directory) => rmSync(directory, { recursive: true, force: true }));
  });

  const cdktf = (cwd: string, ...commandArguments: string[]) =>
    execute(CDKTF, commandArguments, {
      cwd,
      maxBuffer: 64 * 1024 * 1024,
      // Without a plugin cache of its own, which cdktf would leave in the home directory.
      env: {
        ...environmentOf(cwd, { endpoint: clouds.emulator.endpoint, environment: clouds.environment }),
        CDKTF_DISABLE_PLUGIN_CACHE_ENV: "true",
        CI: "true",
      },
    });

  test("cdktf synth writes what the golden file says", async () => {
    const directory = inProject("openapi");
    await cdktf(directory, "synth");
    const { resource } = JSON.parse(readFileSync(join(directory, "cdktf.out/stacks/openapi/cdk.tf.json"), "utf8"));
    expect(Object.keys(resource.aws_api_gateway_method_settings).sort()).toEqual([
      "cats_cache_GET_cats",
      "cats_cache_GET_cats_by-pawId",
      "cats_cache_default",
    ]);
  });

  /** What a plan of a stack's one file creates. */
  const planned = async (stack: string, file: string) => {
    const { emulator, environment } = clouds;
    const terraform = terraformIn(stack, { endpoint: emulator.endpoint, region: REGION, environment });
    pinInstalledProvider(join(stack, file));
    writeFileSync(join(stack, "terraform.tfvars.json"), JSON.stringify(VARIABLES));
    await terraform.init();
    const values = plannedValues(await terraform.plan());
    await terraform.run("fmt", stack);
    return values;
  };

  test("cdktf synth --hcl plans what the JSON plans", async () => {
    const directory = inProject("cats-rest-api");
    const stack = join(directory, "cdktf.out/stacks/cats-rest-api");
    await cdktf(directory, "synth", "--hcl");
    const fromHcl = await planned(stack, "cdk.tf");

    rmSync(join(stack, "cdk.tf"));
    await cdktf(directory, "synth");
    expect(fromHcl).toEqual(await planned(stack, "cdk.tf.json"));
  });

  test.each([
    ["adopt-existing-l1", "adopt-existing-l1"],
    ["shared-gateway", "gateway"],
    ["openapi", "openapi"],
    ["cloudflare-http-api", "cloudflare-http-api"],
    ["cloudflare-rest-api", "cloudflare-rest-api"],
    ["shared-zone", "zone"],
    ["shared-zone", "birds"],
    ["existing-certificate", "existing-certificate"],
  ])("the HCL of %s plans for the stack %s what the JSON plans", async (example, stackName) => {
    const [fromHcl, fromJson] = [withHcl(() => synthesizeExample(example)), synthesizeExample(example)];
    directories.push(fromHcl.directory, fromJson.directory);
    const stackOf = ({ directory }: Output) => join(directory, "stacks", stackName);
    expect(await planned(stackOf(fromHcl), "cdk.tf")).toEqual(await planned(stackOf(fromJson), "cdk.tf.json"));
  });

  test("a configuration that is refused leaves the output as it was, and says why", async () => {
    const directory = inProject("openapi");
    await cdktf(directory, "synth");
    const file = join(directory, "cdktf.out/stacks/openapi/cdk.tf.json");
    const before = readFileSync(file, "utf8");
    const main = join(directory, "main.ts");
    writeFileSync(main, readFileSync(main, "utf8").replace("ttlSeconds: 600", "ttlSeconds: 6000"));

    const refused = await cdktf(directory, "synth").catch((error) => `${error.stdout}${error.stderr}`);

    expect(refused).toContain("gateway/ttl-out-of-range: cache.ttlSeconds is 6000");
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  test("cdktf deploy and cdktf destroy", async () => {
    const directory = inProject("openapi");
    const { mirror } = requirements();
    if (mirror !== undefined) {
      const main = join(directory, "main.ts");
      const pinned = `const stack = new DocumentedApi(app, "openapi");
stack.addOverride("terraform.required_providers.aws.version", "${mirror.version}");`;
      writeFileSync(main, readFileSync(main, "utf8").replace('new DocumentedApi(app, "openapi");', pinned));
    }
    await cdktf(directory, "deploy", "--skip-provider-lock", "--auto-approve").catch(withOutput);
    expect(await clouds.emulator.inventory()).toMatchObject({ restApis: ["cats"] });
    await cdktf(directory, "destroy", "--skip-provider-lock", "--auto-approve");
    expect(await clouds.emulator.inventory()).not.toHaveProperty("restApis");
  });
});
