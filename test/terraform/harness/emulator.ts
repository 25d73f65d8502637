import { spawn, type ChildProcess } from "node:child_process";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { ControlPlaneLimits } from "./control-plane-limits";
import type { HeldCertificate, HeldDomain, HeldHttpApi } from "./custom-domains";
import { type LiveStage, withSortedKeys } from "./live-stage";
import { requirements } from "./requirements";
import { stopRunningProviders } from "./running-provider";

export interface EmulatorOptions {
  /** How long a cache cluster takes to be created, resized or deleted. @default 0 */
  readonly cacheClusterSeconds?: number;
  /** The limits to start with. @default none */
  readonly limits?: ControlPlaneLimits;
}

/** One request that the emulated cloud answered. */
export interface LoggedRequest {
  readonly sequence: number;
  /** When it arrived, in seconds of a monotonic clock. */
  readonly time: number;
  readonly durationSeconds: number;
  readonly service: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly status: number;
  /** The parsed body, with the code of a Lambda function left out. */
  readonly body: unknown;
}

/** An AWS on loopback with its own port and its own state. */
export interface Emulator {
  readonly endpoint: string;
  /** Every request since the start or the last clear, in the order of completion. */
  requests(): Promise<LoggedRequest[]>;
  clearRequests(): Promise<void>;
  /** Replaces all limits; without an argument switches them off. */
  setLimits(limits?: ControlPlaneLimits): Promise<void>;
  /** What a stage serves: the snapshot of its deployment, with the settings that each method obeys. */
  live(restApiId: string, stageName: string): Promise<LiveStage>;
  /** Every certificate in ACM, of all regions, by ARN. */
  certificates(): Promise<Record<string, HeldCertificate>>;
  /** Every custom domain name, of all regions, by name. */
  customDomains(): Promise<Record<string, HeldDomain>>;
  /** Every HTTP API by name. */
  httpApis(): Promise<Record<string, HeldHttpApi>>;
  /**
   * Says which CNAME records the DNS has, by name. From then on ACM issues a certificate when the records that validate
   * it are there; before, it issues each one after a second.
   */
  publishDns(records: Readonly<Record<string, string>>): Promise<void>;
  /** Names of everything in the account by kind; `{}` when there is nothing. */
  inventory(): Promise<Record<string, string[]>>;
  /** Forgets all state, limits and requests. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const START_LIMIT_MILLISECONDS = 60_000;
const STOP_LIMIT_MILLISECONDS = 5_000;

/** Starts an emulator; many can run at the same time. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const commandArguments = ["-m", "emulator", "--cache-cluster-seconds", String(options.cacheClusterSeconds ?? 0)];
  const child = spawn(requirements().python, commandArguments, {
    cwd: resolve(__dirname, ".."),
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const endpoint = await announcedEndpoint(child);
  const emulator = emulatorAt(endpoint, child);
  if (options.limits !== undefined) {
    await emulator.setLimits(options.limits);
  }
  return emulator;
}

function announcedEndpoint(child: ChildProcess): Promise<string> {
  return new Promise((fulfil, reject) => {
    let errors = "";
    child.stderr!.on("data", (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-20_000);
    });
    const fail = (reason: string): void => {
      clearTimeout(timer);
      child.kill();
      reject(new Error(`The AWS emulator ${reason}\n${errors}`));
    };
    const timer = setTimeout(() => fail("did not start in time"), START_LIMIT_MILLISECONDS);
    child.once("error", (error) => fail(`did not start: ${error.message}`));
    child.once("exit", (code) => fail(`exited with ${code}`));
    createInterface({ input: child.stdout! }).once("line", (line) => {
      clearTimeout(timer);
      child.removeAllListeners("exit");
      fulfil((JSON.parse(line) as { endpoint: string }).endpoint);
    });
  });
}

function emulatorAt(endpoint: string, child: ChildProcess): Emulator {
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${endpoint}/_emulator/${path}`, { method, body: JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`The AWS emulator refused ${method} ${path}: ${text}`);
    }
    return text === "" ? undefined : JSON.parse(text);
  };
  return {
    endpoint,
    requests: async () => (await control("GET", "requests")) as LoggedRequest[],
    clearRequests: async () => void (await control("DELETE", "requests")),
    setLimits: async (limits = {}) => void (await control("POST", "limits", limits)),
    live: async (restApiId, stageName) =>
      withSortedKeys(
        (await control("GET", `live?${new URLSearchParams({ restApiId, stageName }).toString()}`)) as LiveStage,
      ),
    certificates: async () => (await control("GET", "certificates")) as Record<string, HeldCertificate>,
    customDomains: async () => (await control("GET", "domains")) as Record<string, HeldDomain>,
    httpApis: async () => (await control("GET", "http-apis")) as Record<string, HeldHttpApi>,
    publishDns: async (records) => void (await control("POST", "dns", records)),
    inventory: async () => (await control("GET", "inventory")) as Record<string, string[]>,
    reset: async () => void (await control("POST", "reset")),
    stop: () => {
      stopRunningProviders(endpoint);
      return stopped(child);
    },
  };
}

/** The emulator exits when its stdin closes. */
function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise((fulfil) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MILLISECONDS);
    child.once("close", () => {
      clearTimeout(timer);
      fulfil();
    });
    child.stdin!.end();
  });
}
