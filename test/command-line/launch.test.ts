import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { buildSync } from "esbuild";
import { output, wait } from "../../lib/command-line/launch";
import { EdgeServer, fixture, startServer, statuses } from "./support/edge-server";

const ROOT = resolve(__dirname, "../..");

let home: string;
let server: EdgeServer;
/** Runs when a request arrives that gets no answer. */
let onNever = (): void => undefined;

// Processes are slow to start on a machine that has other things to do.
jest.setTimeout(30_000);

// The launcher as it is, beside a command line that is compiled and bundled as the package's is.
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "launch-"));
  mkdirSync(join(home, "bin"));
  copyFileSync(join(ROOT, "bin/cdktf-api-caching.js"), join(home, "bin/cdktf-api-caching.js"));
  writeFileSync(join(home, "package.json"), '{ "version": "9.8.7" }');
  buildSync({
    entryPoints: [join(ROOT, "lib/command-line/launch.ts")],
    outfile: join(home, "dist/command-line.js"),
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
  });
  server = await startServer((request, response, count) => {
    if (request.url === "/never") return onNever();
    statuses("HIT")(request, response, count);
  }, "localhost");
});

afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

interface Way {
  readonly environment?: NodeJS.ProcessEnv;
  readonly onStart?: (child: ReturnType<typeof spawn>) => void;
}

function start(args: readonly string[], { environment = {}, onStart }: Way = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(home, "bin/cdktf-api-caching.js"), ...args], {
    cwd: fixture("."),
    env: { PATH: process.env.PATH, ...environment },
  });
  const texts = { out: "", err: "" };
  onStart?.(child);
  child.stdout.on("data", (chunk) => (texts.out += chunk));
  child.stderr.on("data", (chunk) => (texts.err += chunk));
  return new Promise((ended) => child.on("close", (code, signal) => ended({ code, signal, ...texts })));
}

test("a current directory that is gone is told in a line", async () => {
  const gone = mkdtempSync(join(tmpdir(), "gone-"));
  const program = [process.execPath, join(home, "bin/cdktf-api-caching.js"), "check"];
  const child = spawn("sh", ["-c", 'rmdir "$PWD"; exec "$0" "$@"', ...program], {
    cwd: gone,
    env: { PATH: process.env.PATH },
  });
  let err = "";
  child.stderr.on("data", (chunk) => (err += chunk));
  expect(await new Promise((ended) => child.on("close", ended))).toBe(2);
  expect(err).toMatch(/^cdktf-api-caching check: the current directory is not there any more/);
});

test("the process ends with the status and the whole output of the command", async () => {
  const [version, misused, found] = await Promise.all([
    start(["--version"]),
    start(["verfy"]),
    start(["verify", server.url, "--ca-file=localhost.pem", "--interval=0", "--json"]),
  ]);
  expect(version).toEqual({ code: 0, signal: null, out: "9.8.7\n", err: "" });
  expect(misused).toMatchObject({ code: 2, out: "" });
  expect(misused.err).toContain("Did you mean verify?");
  expect(found).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(found.out)).toMatchObject({ ok: true });
  expect(server.requests[0]!.headers["user-agent"]).toBe("cdktf-api-caching/9.8.7");
});

test("authorities that Node.js was told to trust are trusted, and a reader that goes away is no error", async () => {
  const [trusted, unread] = await Promise.all([
    start(["verify", server.url, "--interval=0"], { environment: { NODE_EXTRA_CA_CERTS: fixture("localhost.pem") } }),
    start(["verify", "--help"], { onStart: ({ stdout }) => stdout!.destroy() }),
  ]);
  expect(trusted.code).toBe(0);
  expect(trusted.out).not.toContain("\u001b");
  expect(unread).toEqual({ code: 0, signal: null, out: "", err: "" });
});

test("an interruption ends the process as the signal would, quietly", async () => {
  const found = await start(["verify", `${server.url}/never`, "--insecure"], {
    onStart: (child) => (onNever = () => void child.kill("SIGINT")),
  });
  expect(found).toMatchObject({ code: null, signal: "SIGINT", err: "" });
});

describe("an output", () => {
  test("waits until a text is out", async () => {
    const stream = new PassThrough();
    await output(stream).write("text");
    expect(String(stream.read())).toBe("text");
  });

  const failing = (code: string) =>
    new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });

  test("is quiet when nobody reads any more, now and later", async () => {
    const gone = output(failing("EPIPE"));
    await gone.write("text");
    await gone.write("more");
  });

  test("that cannot be written is no mistake of the program", async () => {
    const writing = output(failing("ENOSPC")).write("text");
    await expect(writing).rejects.toMatchObject({ name: "Misuse", message: "the output cannot be written (ENOSPC)." });
  });

  test("is a terminal if the stream says so", () => {
    expect(output(new PassThrough()).isTerminal).toBe(false);
    expect(output(Object.assign(new PassThrough(), { isTTY: true })).isTerminal).toBe(true);
  });
});

describe("waiting", () => {
  test("takes its time", async () => {
    const before = performance.now();
    await wait(30, new AbortController().signal);
    expect(performance.now() - before).toBeGreaterThan(25);
  });

  test("ends early when the user interrupts", async () => {
    const user = new AbortController();
    const waiting = wait(60_000, user.signal);
    user.abort();
    await waiting;
    await wait(60_000, user.signal);
  });
});
