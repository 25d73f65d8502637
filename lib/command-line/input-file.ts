import { resolve } from "node:path";
import { firstBytes } from "../serverless/first-bytes";
import { CommandIo } from "./command";
import { misuse } from "./misuse";

const WORDS: { readonly [code: string]: string } = {
  ENOENT: "there is no such file",
  ENOTDIR: "a part of the path is not a directory",
  EISDIR: "this is a directory, a file is needed",
  EACCES: "the file may not be read",
  EPERM: "the file may not be read",
  ELOOP: "the symbolic links lead in a circle",
  ENAMETOOLONG: "the name is too long",
};

/** What is wrong with a path that could not be looked at; undefined where that is no mistake of the user's. */
export function pathProblem(thrown: unknown): string | undefined {
  const { code = "" } = thrown as { code?: string };
  return Object.prototype.hasOwnProperty.call(WORDS, code) ? WORDS[code] : undefined;
}

/**
 * Reads a text file that the user named.
 *
 * @throws a misuse that names the file as the user did, for whatever is no readable text of that size
 */
export function readInputFile(path: string, cwd: string, maximumBytes: number): string {
  return decoded(`${path}: the file`, read(path, resolve(cwd, path), maximumBytes));
}

/**
 * Reads the standard input as text.
 *
 * @throws a misuse for whatever is no readable text of that size
 */
export async function readStandardInput(stdin: CommandIo["stdin"], maximumBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > maximumBytes) throw misuse(`the standard input has more than ${maximumBytes} bytes.`);
    chunks.push(bytes);
  }
  return decoded("the standard input", Buffer.concat(chunks));
}

function decoded(what: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw misuse(`${what} is not text in UTF-8.`);
  }
}

function read(path: string, absolute: string, maximumBytes: number): Uint8Array {
  try {
    const bytes = firstBytes(absolute, maximumBytes + 1);
    if (bytes.length > maximumBytes) throw misuse(`${path}: the file has more than ${maximumBytes} bytes.`);
    return bytes;
  } catch (thrown) {
    const words = pathProblem(thrown);
    throw words === undefined ? thrown : misuse(`${path}: ${words}.`);
  }
}
