import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isOurs } from "../../adopt/core/imports-document";
import { misuse } from "../misuse";

/** Refuses to write where that would destroy what somebody else wrote; standard output is always free. */
export function checkOutput(path: string | undefined, cwd: string, isForced: boolean): void {
  if (path === undefined) return;
  const absolute = resolve(cwd, path);
  if (!existsSync(dirname(absolute))) throw misuse(`${path}: there is no directory to write it to.`);
  const present = attempt(path, () => statSync(absolute, { throwIfNoEntry: false }));
  if (present === undefined) return;
  if (!present.isFile()) throw misuse(`${path}: it is there already, and is no file.`);
  if (isForced || isOurs(attempt(path, () => readFileSync(absolute, "utf8")))) return;
  throw misuse(`${path}: it is there already, and was not written by this command. Overwrite it with --force.`);
}

/** Writes a file that `checkOutput` let pass. */
export function writeOutput(path: string, cwd: string, text: string): void {
  attempt(path, () => writeFileSync(resolve(cwd, path), text));
}

/** What the system refuses, such as a full disk or a missing right, is for the user to see to. */
function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    const { code } = thrown as { code?: string };
    throw code === undefined ? thrown : misuse(`${path}: it cannot be written (${code}).`);
  }
}
