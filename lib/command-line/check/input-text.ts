import { readInputFile } from "../input-file";
import { CommandIo } from "../command";
import { isMisuse, misuse } from "../misuse";
import { HOW_TO_SHOW } from "../../check/core/document-kind";

/** What is called standard input in a report. */
export const STANDARD_INPUT = "stdin";

/** Plans are large: one of some thousand resources has ten megabytes. */
export const MAXIMUM_BYTES = 64 * 1024 * 1024;

const NOT_TEXT = `A saved plan is read as JSON: ${HOW_TO_SHOW}. PowerShell writes UTF-16 with >: use Out-File -Encoding utf8.`;

/** The text of a file, or of standard input for `-`. */
export async function inputText(path: string, io: Pick<CommandIo, "cwd" | "stdin">): Promise<string> {
  if (path === "-") return decoded(await readAll(io.stdin));
  try {
    return readInputFile(path, io.cwd, MAXIMUM_BYTES);
  } catch (thrown) {
    if (isMisuse(thrown) && thrown.message.includes("not text")) throw misuse(`${thrown.message} ${NOT_TEXT}`);
    throw thrown;
  }
}

async function readAll(stream: CommandIo["stdin"]): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > MAXIMUM_BYTES) throw misuse(`${STANDARD_INPUT}: there are more than ${MAXIMUM_BYTES} bytes.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw misuse(`${STANDARD_INPUT}: this is not text in UTF-8. ${NOT_TEXT}`);
  }
}
