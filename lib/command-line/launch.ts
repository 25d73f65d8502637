import { CommandIo, Output } from "./command";
import { main } from "./main";
import { misuse } from "./misuse";

/** What is used of the real process. */
export type OwnProcess = Pick<
  NodeJS.Process,
  "argv" | "cwd" | "env" | "exitCode" | "kill" | "once" | "pid" | "stderr" | "stdin" | "stdout"
>;

/** Runs the command line in a process of its own. */
export async function launch(own: OwnProcess, version: string): Promise<void> {
  const interruption = lazily(() => {
    const controller = new AbortController();
    // Once: a second interruption ends the process at once.
    own.once("SIGINT", () => controller.abort());
    return controller.signal;
  });
  const status = await main(own.argv.slice(2), processIo(own, version, interruption.value));
  // The exit code is only set, so that what is still being written gets out.
  own.exitCode = status;
  // A shell in a loop stops only if it sees that the signal ended the process.
  if (interruption.known()?.aborted) own.kill(own.pid, "SIGINT");
}

function processIo(own: OwnProcess, version: string, interruption: () => AbortSignal): CommandIo {
  return {
    version,
    stdout: output(own.stdout),
    stderr: output(own.stderr),
    environment: own.env,
    get cwd() {
      return cwdOf(own);
    },
    get stdin() {
      return own.stdin;
    },
    get interruption() {
      return interruption();
    },
    get: async (request) => (await import("./verify/http-get")).httpGet(request),
    wait: (milliseconds) => wait(milliseconds, interruption()),
  };
}

function cwdOf(own: OwnProcess): string {
  try {
    return own.cwd();
  } catch {
    throw misuse("the current directory is not there any more: change to one that is.");
  }
}

/** A stream that says when a text is out, and takes it quietly when nobody reads any more. */
export function output(stream: NodeJS.WriteStream | NodeJS.WritableStream): Output {
  let isGone = false;
  stream.on("error", () => (isGone = true));
  return {
    isTerminal: "isTTY" in stream && stream.isTTY === true,
    write: (text) =>
      new Promise((resolve, reject) => {
        if (isGone) return resolve();
        stream.write(text, (error?: (Error & { code?: string }) | null) => {
          if (error == null || error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") resolve();
          else reject(misuse(`the output cannot be written (${error.code ?? error.message}).`));
        });
      }),
  };
}

/** Waits; ends early when the signal says so. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
  });
}

interface Lazy<T> {
  value(): T;
  known(): T | undefined;
}

function lazily<T>(make: () => T): Lazy<T> {
  let made: T | undefined;
  return { value: () => (made ??= make()), known: () => made };
}
