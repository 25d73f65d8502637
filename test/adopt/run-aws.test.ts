import { runAws } from "../../lib/adopt/run-aws";

const { signal } = new AbortController();
// Node.js in the place of aws; what comes after `--` is left alone.
const node = (script: string, environment: { [name: string]: string } = {}) =>
  runAws({ PATH: process.env.PATH, ...environment }, signal, process.execPath)(["-e", script, "--"]);

test("tells what a program prints, and how it ends", async () => {
  const result = await node("console.log('out'); console.error('err'); process.exitCode = 7");
  expect(result).toEqual({ code: 7, stdout: "out\n", stderr: "err\n" });
});

test("hands the environment on, without a pager, and with an end to waiting", async () => {
  const script = "console.log(JSON.stringify([process.env.MINE, process.env.AWS_PAGER, process.argv.slice(1)]))";
  const { stdout } = await node(script, { MINE: "1", AWS_PAGER: "less" });
  expect(JSON.parse(stdout)).toEqual(["1", "", ["--cli-connect-timeout", "10", "--cli-read-timeout", "30"]]);
});

test("has patience with a cloud that refuses, and as much as the user says", async () => {
  const script = "console.log(process.env.AWS_RETRY_MODE + process.env.AWS_MAX_ATTEMPTS)";
  expect((await node(script)).stdout).toBe("standard8\n");
  expect((await node(script, { AWS_RETRY_MODE: "legacy", AWS_MAX_ATTEMPTS: "2" })).stdout).toBe("legacy2\n");
});

test("no such program", async () => {
  expect(await runAws({}, signal, "/no/such/aws")(["x"])).toMatchObject({ code: undefined });
});

test("ends with the user's patience", async () => {
  const controller = new AbortController();
  const running = runAws(
    { ...process.env },
    controller.signal,
    process.execPath,
  )(["-e", "setTimeout(() => {}, 60000)"]);
  controller.abort();
  expect((await running).code).toBe(1);
});
