import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { fileUnreadable } from "../rules/certificate/file-unreadable";
import { pemSource } from "../rules/certificate/pem-source";
import { Finding } from "../rules/finding";
import { isUnknown } from "../stack/is-unknown";

/** A PEM text that is given directly or by the name of its file, with the names of both options. */
export interface PemOptions {
  readonly options: readonly [text: string, file: string];
  readonly text: string | undefined;
  readonly file: string | undefined;
  readonly isRequired: boolean;
}

/** What is known of it at synth. */
export interface PemSource {
  /** The option that was used. */
  readonly property: string;
  /** Undefined where only Terraform knows it, or where there is none. */
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
}

/** The text that an option or a file holds, unless only Terraform knows it. */
export function pemSourceOf({ options, text, file, isRequired }: PemOptions): PemSource {
  const [textOption, fileOption] = options;
  const given = [text, file].filter((value) => value !== undefined).length;
  if (given === 2 || (given === 0 && isRequired)) {
    return { property: fileOption, text: undefined, findings: pemSource(options, given) };
  }
  if (file !== undefined) return { property: fileOption, ...readText(fileOption, file) };
  return { property: textOption, text: isUnknown(text) ? undefined : text, findings: [] };
}

function readText(property: string, file: string): Pick<PemSource, "text" | "findings"> {
  try {
    return { text: readFileSync(file, "utf8"), findings: [] };
  } catch (error) {
    const { code = "unknown error" } = error as NodeJS.ErrnoException;
    return { text: undefined, findings: fileUnreadable(property, file, code) };
  }
}

/** PEM as an expression of one line: as text it would get one more line end in HCL than in JSON. */
export function pemExpression(pem: string): string {
  return isUnknown(pem) ? pem : `\${trimspace(${JSON.stringify(pem.trim())})}`;
}

/** Reads a file when Terraform runs, by its path from the directory of the stack. */
export function fileExpression(scope: Construct, file: string): string {
  const directory = resolve(App.of(scope).outdir, "stacks", TerraformStack.of(scope).node.id);
  const path = relative(directory, resolve(file)).split(sep).join("/");
  return `\${file("\${path.module}/${path.replace(/["\\]/g, "\\$&").replace(/[$%](?=\{)/g, "$&$&")}")}`;
}
