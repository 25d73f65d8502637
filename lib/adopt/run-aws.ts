import { spawn } from "node:child_process";
import { ProgramResult, RunAws } from "./aws-cloud";

type Environment = { readonly [name: string]: string | undefined };

const MOST_CHARACTERS = 64 * 1024 * 1024;

/** Nothing that waits for a person, and nothing that waits for ever. */
const SETTINGS = { AWS_PAGER: "", AWS_CLI_AUTO_PROMPT: "off" };
/** API Gateway answers few requests a second, and refuses the others; what the user says of this wins. */
const PATIENCE = { AWS_RETRY_MODE: "standard", AWS_MAX_ATTEMPTS: "8" };
const TIMEOUTS = ["--cli-connect-timeout", "10", "--cli-read-timeout", "30"];

/** Runs the AWS command line of the user. */
export function runAws(environment: Environment, interruption: AbortSignal, program = "aws"): RunAws {
  return (args) =>
    new Promise<ProgramResult>((fulfil) => {
      const child = spawn(program, [...args, ...TIMEOUTS], {
        env: { ...PATIENCE, ...environment, ...SETTINGS },
        stdio: ["ignore", "pipe", "pipe"],
        signal: interruption,
      });
      const text = { stdout: "", stderr: "" };
      for (const name of ["stdout", "stderr"] as const) {
        child[name].setEncoding("utf8").on("data", (chunk: string) => {
          text[name] += chunk;
          if (text[name].length > MOST_CHARACTERS) child.kill();
        });
      }
      child.once("error", (error: Error & { code?: string }) =>
        fulfil({ ...text, code: error.code === "ENOENT" ? undefined : 1, stderr: text.stderr || error.message }),
      );
      child.once("close", (code) => fulfil({ ...text, code: code ?? 1 }));
    });
}
