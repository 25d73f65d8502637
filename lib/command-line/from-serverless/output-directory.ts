import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { misuse } from "../misuse";

/** Files by their names; a name has no directory. */
export type Files = ReadonlyMap<string, string>;

/** What the command has written into a directory, so that it knows what is its own. */
export const MANIFEST = ".from-serverless.json";

interface Manifest {
  readonly files: { readonly [name: string]: string };
}

/**
 * Writes files into a directory: all of them or none. A file that this command did not write, or that has been changed
 * since, is only overwritten if that is wanted.
 *
 * @param path the directory, as the user wrote it
 * @throws a misuse that says which files are in the way
 */
export function writeFiles(path: string, cwd: string, files: Files, isForced: boolean): void {
  const directory = resolve(cwd, path);
  try {
    const known = manifestIn(directory);
    const blocked = [...files].filter(([name, text]) => isBlocked(join(directory, name), text, known[name], isForced));
    if (blocked.length > 0) throw misuse(blockedText(path, blocked.map(([name]) => name), isForced)); // prettier-ignore
    const manifest: Manifest = { files: { ...stillOurs(directory, known), ...Object.fromEntries(hashes(files)) } };
    replaceAll(directory, new Map([...files, [MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`]]));
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    throw code === undefined ? thrown : misuse(`--out ${path}: ${reasonOf(code)}. Nothing has been written.`);
  }
}

function isBlocked(file: string, text: string, known: string | undefined, isForced: boolean): boolean {
  const kind = kindOf(file);
  if (kind === "none") return false;
  if (kind === "other") return true;
  const present = readFileSync(file, "utf8");
  return !isForced && present !== text && hash(present) !== known;
}

function blockedText(path: string, names: readonly string[], isForced: boolean): string {
  const list = names.join(", ");
  if (isForced) return `--out ${path}: ${list} is no regular file.`;
  return `--out ${path}: this command did not write ${list}, or it has been changed since. Choose another directory, or overwrite it with --force.`;
}

type Kind = "none" | "file" | "other";

function kindOf(file: string): Kind {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return "none";
  return stats.isFile() ? "file" : "other";
}

function manifestIn(directory: string): Manifest["files"] {
  const file = join(directory, MANIFEST);
  if (kindSafely(file) !== "file") return {};
  try {
    const { files } = JSON.parse(readFileSync(file, "utf8")) as Partial<Manifest>;
    return typeof files === "object" && files !== null ? files : {};
  } catch {
    return {};
  }
}

/** Where a part of the path is a file, there is nothing; writing will say so. */
function kindSafely(file: string): Kind {
  try {
    return kindOf(file);
  } catch {
    return "none";
  }
}

/** What an earlier run wrote and this one does not, as long as it is there and unchanged. */
function stillOurs(directory: string, known: Manifest["files"]): Manifest["files"] {
  const kept = Object.entries(known).filter(([name, written]) => {
    const file = join(directory, name);
    return kindSafely(file) === "file" && hash(readFileSync(file, "utf8")) === written;
  });
  return Object.fromEntries(kept);
}

function hashes(files: Files): [string, string][] {
  return [...files].map(([name, text]) => [name, hash(text)]);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Everything is written beside the directory's files first; a rename that fails takes the ones before it back. */
function replaceAll(directory: string, files: Files): void {
  const made = mkdirSync(directory, { recursive: true });
  const done: (() => void)[] = [];
  let temporary: string | undefined;
  try {
    temporary = mkdtempSync(join(directory, ".from-serverless-"));
    for (const [name, text] of files) writeFileSync(join(temporary, name), text);
    for (const name of files.keys()) done.unshift(replace(directory, temporary, name));
  } catch (thrown) {
    for (const undo of done) undo();
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
    if (made !== undefined) removeEmpty(directory, made);
    throw thrown;
  }
  rmSync(temporary, { recursive: true, force: true });
}

/** Puts a file in its place; what is returned puts things back. */
function replace(directory: string, temporary: string, name: string): () => void {
  const [target, backup] = [join(directory, name), join(temporary, `${name}.before`)];
  const isThere = kindOf(target) !== "none";
  if (isThere) renameSync(target, backup);
  const restore = (): void => (isThere ? renameSync(backup, target) : rmSync(target, { force: true }));
  try {
    renameSync(join(temporary, name), target);
  } catch (thrown) {
    if (isThere) renameSync(backup, target);
    throw thrown;
  }
  return restore;
}

/** Removes the directories that were made, from the inside. */
function removeEmpty(directory: string, first: string): void {
  for (let one = directory; one.startsWith(first); one = dirname(one)) rmdirSync(one);
}

const REASONS: { readonly [code: string]: string } = {
  EACCES: "the directory may not be written to",
  EEXIST: "there is a file of that name",
  EISDIR: "a directory is in the place of a file",
  ENOSPC: "there is no space left",
  ENOTDIR: "a part of the path is not a directory",
  EPERM: "the directory may not be written to",
  EROFS: "the directory may not be written to",
};

function reasonOf(code: string): string {
  return REASONS[code] ?? `it cannot be written to (${code})`;
}
