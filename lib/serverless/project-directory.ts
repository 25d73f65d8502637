import { realpathSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { ProjectFile } from "./core/file-includes";
import { LONGEST_FILE } from "./core/parse-yaml";
import { firstBytes } from "./first-bytes";

/** The directory that a configuration's files are in; nothing outside of it is read, symbolic links included. */
export class ProjectDirectory {
  public constructor(private readonly directory: string) {}

  /** Reads a file by its path from the directory. Never throws. */
  public read(path: string): ProjectFile {
    try {
      const root = realpathSync(this.directory);
      const file = realpathSync(resolve(root, path));
      if (!file.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) return { trouble: "outside" };
      return readFile(file);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOENT" || code === "ENOTDIR") return { trouble: "missing" };
      // The message of the error has the path of the machine in it.
      return { trouble: "unreadable", problem: `it cannot be read (${code ?? "no reason is given"})` };
    }
  }
}

function readFile(file: string): ProjectFile {
  const stats = statSync(file);
  if (stats.isDirectory()) return { trouble: "unreadable", problem: "it is a directory" };
  if (!stats.isFile()) return { trouble: "unreadable", problem: "it is no regular file" };
  if (stats.size > LONGEST_FILE) return { trouble: "unreadable", problem: `it has ${stats.size} bytes` };
  const bytes = firstBytes(file, LONGEST_FILE + 1);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { trouble: "unreadable", problem: "it is no text in UTF-8" };
  }
}
