import { execFile } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import { commandsOf, forStack, pipelineWorkflow } from "../support/workflow";
import { type Emulator, environmentOf, givenFunction, readBack, requirements, startEmulator } from "./harness";

const ROOT = resolve(__dirname, "../..");
const REGION = "eu-central-1";
const STACKS = ["staging", "production"];
const { jobs } = pipelineWorkflow();
const execute = promisify(execFile);

/** What a runner has, and this machine may not: npm has run already, the command is built, gh writes down what it does. */
const PROGRAMS: { readonly [name: string]: string } = {
  npm: "exit 0",
  npx: `case "$1" in
tsc) exit 0;;
cdktf) shift; exec "${ROOT}/node_modules/.bin/cdktf" "$@";;
cdktf-api-caching) shift; exec node -r "${ROOT}/node_modules/sucrase/register/ts" "$(dirname "$0")/command.js" "$@";;
esac
exit 127`,
  gh: `echo "$@" > "$(dirname "$0")/gh.txt"`,
};

describe("the workflow of examples/pipeline, run by hand", () => {
  let emulator: Emulator;
  let project: string;
  let programs: string;

  beforeAll(async () => {
    emulator = await startEmulator();
    await givenFunction(emulator, "cats", REGION);
    project = mkdtempSync(join(ROOT, "examples", ".project-"));
    cpSync(join(ROOT, "examples/pipeline"), project, { recursive: true });
    programs = join(project, "programs");
    mkdirSync(programs);
    for (const [name, script] of Object.entries(PROGRAMS)) {
      writeFileSync(join(programs, name), `#!/usr/bin/env bash\n${script}\n`);
      chmodSync(join(programs, name), 0o755);
    }
    const launch = `require(${JSON.stringify(join(ROOT, "lib/command-line/launch"))}).launch(process, "0.0.0");\n`;
    writeFileSync(join(programs, "command.js"), launch);
  });
  afterAll(async () => {
    await emulator.stop();
    rmSync(project, { recursive: true, force: true });
  });

  /** Runs the scripts of a job as a runner does. */
  async function run(job: string, stack = "", directory = project): Promise<void> {
    for (const { script, directory: within } of commandsOf(jobs[job]!)) {
      const environment = environmentOf(project, { endpoint: emulator.endpoint, region: REGION });
      await execute("bash", ["-e", "-c", forStack(script, stack)], {
        cwd: join(directory, forStack(within, stack)),
        env: {
          ...environment,
          PATH: `${programs}${delimiter}${environment.PATH}`,
          CDKTF_DISABLE_PLUGIN_CACHE_ENV: "true",
          CI: "true",
          PULL_REQUEST: "7",
          GITHUB_REPOSITORY: "example/cats",
        },
      }).catch((error) => {
        throw new Error(`${job}: ${error.message}\n${error.stdout}\n${error.stderr}`);
      });
    }
  }

  const stackDirectory = (stack: string) => join(project, "cdktf.out/stacks", stack);

  /** There is no bucket here, and perhaps another version of the provider. */
  function adjust(stack: string): void {
    const version = requirements().mirror?.version;
    const providers = version === undefined ? {} : { required_providers: { aws: { source: "aws", version } } };
    const terraform = { backend: { local: {} }, ...providers };
    writeFileSync(join(stackDirectory(stack), "override.tf.json"), JSON.stringify({ terraform }));
  }

  test("writes a stack for each environment", async () => {
    await run("synth");
    expect(readdirSync(join(project, "cdktf.out/stacks")).sort()).toEqual([...STACKS].sort());
    STACKS.forEach(adjust);
  });

  test("plans each, and says in one comment what it would do", async () => {
    mkdirSync(join(project, "reports"));
    await Promise.all(STACKS.map((stack) => run("plan", stack)));
    for (const stack of STACKS) {
      cpSync(join(stackDirectory(stack), `${stack}.md`), join(project, "reports", `${stack}.md`));
    }
    await run("comment");
    const comment = readFileSync(join(project, "comment.md"), "utf8");
    for (const stack of STACKS) expect(comment).toContain(`## ${stack}\nPlan: 7 to add, 0 to change, 0 to destroy.`);
    expect(comment.match(/^### API caching: no findings in 1 file$/gm)).toHaveLength(2);
    expect(readFileSync(join(programs, "gh.txt"), "utf8")).toMatch(
      /^pr comment 7 --repo example\/cats .*comment\.md$/m,
    );
  });

  test("applies the plan that was kept, in another directory", async () => {
    const kept = join(project, "kept/stack");
    cpSync(stackDirectory("staging"), kept, {
      recursive: true,
      filter: (source) => !/[\\/](\.terraform|plan\.json)$/.test(source),
    });
    await run("apply", "staging", join(project, "kept"));
    const { stage, methodSettings } = await readBack(emulator, "cats", "live", REGION);
    expect(stage).toMatchObject({ cacheClusterSize: "0.5", tags: { environment: "staging" } });
    expect(methodSettings["~1cats/GET"]).toMatchObject({ cachingEnabled: true, cacheTtlInSeconds: 60 });
  });
});
