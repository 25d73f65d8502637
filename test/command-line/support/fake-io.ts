import { Readable } from "node:stream";
import { CommandIo, GetRequest, GetResponse, Output } from "../../../lib/command-line/command";

/** An io whose output is kept as text. */
export interface FakeIo extends CommandIo {
  readonly out: () => string;
  readonly err: () => string;
  readonly waited: readonly number[];
  readonly asked: readonly GetRequest[];
}

export interface FakeWorld {
  readonly isTerminal?: boolean;
  readonly environment?: { readonly [name: string]: string };
  readonly cwd?: string;
  readonly interruption?: AbortSignal;
  /** Answers a request; the number counts from 0. */
  readonly get?: (request: GetRequest, count: number) => GetResponse | Promise<GetResponse>;
}

/** A world of its own: no network, no time, no process. */
export function fakeIo(world: FakeWorld = {}): FakeIo {
  const { isTerminal = false, environment = {}, cwd = "/", get } = world;
  const [out, err] = [memory(isTerminal), memory(isTerminal)];
  const waited: number[] = [];
  const asked: GetRequest[] = [];
  return {
    version: "1.2.3",
    stdout: out.output,
    stderr: err.output,
    stdin: Readable.from([]),
    environment,
    cwd,
    interruption: world.interruption ?? new AbortController().signal,
    get: async (request) => {
      asked.push(request);
      if (get === undefined) throw new Error("nothing is to be asked");
      return get(request, asked.length - 1);
    },
    wait: async (milliseconds) => void waited.push(milliseconds),
    out: out.text,
    err: err.text,
    waited,
    asked,
  };
}

function memory(isTerminal: boolean): { readonly output: Output; readonly text: () => string } {
  const chunks: string[] = [];
  return { output: { isTerminal, write: async (text) => void chunks.push(text) }, text: () => chunks.join("") };
}

/** An answer as it comes off the wire. */
export function response(
  headers: GetResponse["headers"] = {},
  { status = 200, start = "", isComplete = true }: Partial<GetResponse> = {},
): GetResponse {
  return { status, headers, start, isComplete };
}
