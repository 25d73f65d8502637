import { readInputFile, readStandardInput } from "../input-file";
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
  try {
    return path === "-" ? await readStandardInput(io.stdin, MAXIMUM_BYTES) : readInputFile(path, io.cwd, MAXIMUM_BYTES);
  } catch (thrown) {
    if (isMisuse(thrown) && thrown.message.endsWith("not text in UTF-8."))
      throw misuse(`${thrown.message} ${NOT_TEXT}`);
    throw thrown;
  }
}
