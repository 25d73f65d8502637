import { spawnSync } from "node:child_process";
import { findProviderMirror, type ProviderMirror } from "./provider-mirror";

/** The programs that the tests with real Terraform need. */
export interface Requirements {
  readonly terraform: string;
  readonly python: string;
  /** Where a local copy of the AWS provider is; without one Terraform takes it from its registry. */
  readonly mirror?: ProviderMirror;
}

const PYTHON_MODULES = ["moto", "flask", "flask_cors", "werkzeug", "yaml", "openapi_spec_validator"];
const OLDEST_TERRAFORM = [1, 5];

let found: Requirements | undefined;

/** Finds every program, or throws one error that says what to install. */
export function requirements(): Requirements {
  found ??= findRequirements();
  return found;
}

function findRequirements(): Requirements {
  const terraform = findTerraform();
  const python = findPython();
  const missing = [terraform.missing, python.missing].filter((text) => text !== undefined);
  if (missing.length > 0) {
    throw new Error(`The tests with real Terraform cannot run:\n${missing.map((text) => `  - ${text}`).join("\n")}`);
  }
  return { terraform: terraform.command, python: python.command, mirror: findProviderMirror() };
}

interface Search {
  readonly command: string;
  readonly missing?: string;
}

function findTerraform(): Search {
  const command = "terraform";
  const output = outputOf(command, ["version", "-json"]);
  const version = output === undefined ? undefined : (JSON.parse(output) as { terraform_version: string });
  const [major = 0, minor = 0] = (version?.terraform_version ?? "").split(".").map(Number);
  const isRecent = major > OLDEST_TERRAFORM[0]! || (major === OLDEST_TERRAFORM[0] && minor >= OLDEST_TERRAFORM[1]!);
  return isRecent
    ? { command }
    : { command, missing: "Terraform 1.5 or newer, on the PATH: https://developer.hashicorp.com/terraform/install" };
}

function findPython(): Search {
  const probe = `import importlib.util, sys; sys.exit(any(importlib.util.find_spec(name) is None for name in ${JSON.stringify(PYTHON_MODULES)}))`;
  const command = ["python3", "python"].find((name) => outputOf(name, ["-c", probe]) !== undefined);
  return command === undefined
    ? { command: "", missing: "Python 3.10 or newer with moto's server: python3 -m pip install 'moto[server]>=5.1'" }
    : { command };
}

function outputOf(command: string, commandArguments: readonly string[]): string | undefined {
  const result = spawnSync(command, commandArguments, {
    encoding: "utf8",
    env: { ...process.env, CHECKPOINT_DISABLE: "1" },
  });
  return result.status === 0 ? result.stdout : undefined;
}
