import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { COMMANDS } from "../../lib/command-line/commands";
import { EXAMPLES, EXAMPLE_STACKS } from "../support/examples";
import { Step, commandsOf, forStack, pipelineWorkflow } from "../support/workflow";

const BIN = join(__dirname, "../../node_modules/.bin");
const workflow = pipelineWorkflow();
const { jobs, permissions } = workflow;
const TEXT = readFileSync(join(EXAMPLES, "pipeline/.github/workflows/terraform.yml"), "utf8");
const STACKS = EXAMPLE_STACKS.filter(([example]) => example === "pipeline").map(([, stack]) => stack);

/** The lines of every script, without what the shell does with their output. */
const LINES = Object.values(jobs).flatMap((job) =>
  commandsOf(job).flatMap(({ script }) => script.split("\n").filter((line) => line !== "")),
);

const inputs = (action: string): { step: Step; job: string; with: { [input: string]: unknown } }[] =>
  Object.entries(jobs).flatMap(([job, { steps }]) =>
    steps
      .filter(({ uses = "" }) => uses.startsWith(`${action}@`))
      .map((step) => ({ step, job, with: step.with as { [input: string]: unknown } })),
  );

test("every job needs one that there is, and one that runs for the same event", () => {
  for (const { needs } of Object.values(jobs)) if (needs !== undefined) expect(Object.keys(jobs)).toContain(needs);
  expect(jobs.apply!.if).toBe("${{ github.event_name == 'push' }}");
  expect(jobs.comment!.if).toContain("github.event_name == 'pull_request'");
});

test("every step does one thing", () => {
  for (const { steps } of Object.values(jobs)) {
    for (const { uses, run } of steps) expect((uses === undefined) !== (run === undefined)).toBe(true);
  }
});

test("every action is a commit, the same one everywhere, whose version is named", () => {
  const uses = [...TEXT.matchAll(/^ *- uses: (.*)$/gm)].map(([, action]) => action!);
  const pinned = uses.map(
    (action) => /^((?:actions|hashicorp|aws-actions)\/[a-z-]+)@[0-9a-f]{40} # v\d/.exec(action)?.[1],
  );
  expect(uses).toHaveLength(Object.values(jobs).flatMap(({ steps }) => steps.filter((step) => step.uses)).length);
  expect(pinned).not.toContain(undefined);
  expect(new Set(uses).size).toBe(new Set(pinned).size);
});

test("a pull request from a fork is synthesized, and neither planned nor commented on", () => {
  expect(jobs.synth!.if).toBeUndefined();
  expect(jobs.plan!.if).toBe(
    "${{ github.event_name == 'push' || github.event.pull_request.head.repo.full_name == github.repository }}",
  );
  expect(jobs.comment!.if).toContain("needs.plan.result != 'skipped'");
  expect(Object.keys(workflow.on)).toEqual(["pull_request", "push"]);
});

test("what is checked out keeps no token", () => {
  for (const { with: options } of inputs("actions/checkout")) expect(options).toEqual({ "persist-credentials": false });
});

test("a job that is run again puts its artefacts in the place of the former ones", () => {
  const uploads = inputs("actions/upload-artifact");
  expect(uploads).toHaveLength(3);
  for (const { with: options } of uploads) expect(options.overwrite).toBe(true);
});

test("who finds the state locked waits", () => {
  const locking = LINES.filter((line) => /^terraform (plan|apply) /.test(line));
  expect(locking).toEqual([
    "terraform plan -no-color -out=tfplan -lock-timeout=5m | tee plan.txt",
    "terraform apply -lock-timeout=5m tfplan",
  ]);
});

test("a plan that fails is not hidden by what shows it", () => {
  const { script } = commandsOf(jobs.plan!).find(({ name }) => name === "Plan")!;
  expect(script).toMatch(/^set -o pipefail\n/);
});

test("the status of the check is that of its step, and a failed step leaves its report", () => {
  const [check, upload] = jobs.plan!.steps.filter(
    ({ name, with: options }) => name === "Check" || String(options?.name).startsWith("report-"),
  );
  expect(check!.run!.trim().split("\n").at(-1)).toMatch(/^npx cdktf-api-caching check [^|&;]*$/);
  expect(upload!.if).toBe("${{ !cancelled() && github.event_name == 'pull_request' }}");
  expect(jobs.comment!.if).toContain("!cancelled()");
  expect(jobs.apply!.if).not.toMatch(/cancelled|always|failure/);
});

test("the matrix is the stacks of the app, and what is applied first is staging", () => {
  expect(jobs.plan!.strategy!.matrix.stack).toEqual(STACKS);
  expect(jobs.apply!.strategy).toEqual({ "max-parallel": 1, matrix: { stack: STACKS } });
  expect(STACKS[0]).toBe("staging");
});

test("whatever is downloaded was uploaded by a job before", () => {
  const uploads = inputs("actions/upload-artifact").flatMap(({ job, with: { name } }) =>
    STACKS.map((stack) => ({ job, name: forStack(String(name), stack) })),
  );
  for (const { job, with: wanted } of inputs("actions/download-artifact")) {
    const name = forStack(String(wanted.name ?? String(wanted.pattern).replace("*", "staging")), "staging");
    const [upload] = uploads.filter((one) => one.name === name);
    expect(upload).toBeDefined();
    expect([jobs[job]!.needs, jobs[jobs[job]!.needs!]!.needs]).toContain(upload!.job);
  }
});

test("a plan leaves the machine only to be applied, with the lock of the providers, for a day", () => {
  const [plan, ...others] = inputs("actions/upload-artifact").filter(({ with: { name } }) =>
    String(name).startsWith("plan-"),
  );
  expect(others).toEqual([]);
  expect(plan!.step.if).toBe("${{ github.event_name == 'push' }}");
  expect(plan!.with).toMatchObject({ "include-hidden-files": true, "retention-days": 1 });
  expect(String(plan!.with.path)).toContain("/plan.json");
});

test("no more is permitted than a job needs", () => {
  expect(permissions).toEqual({ contents: "read" });
  const written = Object.entries(jobs).flatMap(([name, job]) =>
    Object.entries(job.permissions ?? {}).flatMap(([scope, what]) => (what === "write" ? [`${name} ${scope}`] : [])),
  );
  expect(written).toEqual(["plan id-token", "comment pull-requests", "apply id-token"]);
  expect(jobs.apply!.environment).toBe("${{ matrix.stack }}");
});

test("no text of an event gets into a script", () => {
  for (const line of LINES) {
    expect([...line.matchAll(/\$\{\{ (.*?) \}\}/g)].filter(([, name]) => name !== "matrix.stack")).toEqual([]);
  }
});

test("every command is there", () => {
  const first = LINES.map((line) => line.split(" ")[0]!);
  expect([...new Set(first)].sort()).toEqual(["cat", "echo", "gh", "grep", "npm", "npx", "set", "terraform"]);
  const programs = [...new Set(LINES.flatMap((line) => /^npx (\S+)/.exec(line)?.[1] ?? []))];
  expect(programs.sort()).toEqual(["cdktf", "cdktf-api-caching", "tsc"]);
  for (const program of ["cdktf", "tsc"]) expect(existsSync(join(BIN, program))).toBe(true);
});

test("check is asked for what it can do", () => {
  const [line] = LINES.filter((one) => one.includes("cdktf-api-caching"));
  const [, , name, , ...options] = line!.split(" ");
  const command = COMMANDS.find((one) => one.name === name)!;
  const named = options.filter((option) => option.startsWith("--")).map((option) => option.slice(2));
  expect(named).toEqual(["format"]);
  expect(command.options.map((option) => option.name)).toEqual(expect.arrayContaining(named));
  expect(command.options.find((option) => option.name === "format")!.summary).toContain("markdown");
});

test("the README names files that there are", () => {
  const text = readFileSync(join(EXAMPLES, "pipeline/README.md"), "utf8");
  const targets = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, target]) => target!);
  expect(targets.length).toBeGreaterThan(2);
  expect(targets.filter((target) => !existsSync(join(EXAMPLES, "pipeline", target)))).toEqual([]);
});
