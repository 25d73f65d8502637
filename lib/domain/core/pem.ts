/** One block of a PEM text. */
export interface PemBlock {
  /** Such as `CERTIFICATE`. */
  readonly label: string;
  /** From its first line to its last, without a line end after it. */
  readonly text: string;
}

/** What a PEM text holds, or what is wrong with it in the words after "of which". */
export interface PemReading {
  readonly blocks: readonly PemBlock[];
  readonly problem?: string;
}

/** The problem that an editor or git makes, and mends. */
export const WINDOWS_LINE_ENDS = "the lines end with a carriage return";

const BEGIN = /^-----BEGIN ([A-Z0-9 ]+)-----$/;
const BASE64 = /^[A-Za-z0-9+/]{1,76}={0,2}$/;

/**
 * Reads PEM as strictly as ACM does: no white space, no blank line and no text outside of the blocks. Only line ends
 * after the last block are of no account.
 */
export function readPem(text: string): PemReading {
  const problem = problemOfText(text);
  if (problem !== undefined) return { blocks: [], problem };
  const blocks: PemBlock[] = [];
  let open: { readonly label: string; readonly lines: string[] } | undefined;
  for (const [index, line] of text.replace(/\n+$/, "").split("\n").entries()) {
    const label = BEGIN.exec(line)?.[1];
    const wrong = open === undefined ? problemOutside(line, label) : problemInside(line, open.label);
    if (wrong !== undefined) return { blocks: [], problem: `line ${index + 1} ${wrong}` };
    if (open === undefined) {
      open = { label: label!, lines: [line] };
      continue;
    }
    open.lines.push(line);
    if (!isEnd(line, open.label)) continue;
    blocks.push({ label: open.label, text: open.lines.join("\n") });
    open = undefined;
  }
  return open === undefined ? { blocks } : { blocks: [], problem: `the last block, ${open.label}, has no end` };
}

/** Whether it holds a private key in any form, also within a longer text. */
export function holdsPrivateKey(text: string): boolean {
  return text.includes("PRIVATE KEY-----") || ENCODED.some((encoded) => text.includes(encoded));
}

/** The words as base64 has them, by where they begin in three bytes; only what does not depend on what is around. */
const ENCODED = [0, 1, 2].map((before) => {
  const encoded = Buffer.from(`${" ".repeat(before)}PRIVATE KEY-----`).toString("base64");
  return encoded.slice([0, 2, 3][before], [21, 22, 24][before]);
});

/** Whether a private key in it needs a passphrase; such a block of the older form has lines of its own. */
export function isEncrypted(text: string): boolean {
  return /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: .*ENCRYPTED/m.test(text);
}

function problemOfText(text: string): string | undefined {
  if (text.includes("\r")) return WINDOWS_LINE_ENDS;
  if (text.includes("\\n")) return "the line ends are written as \\n";
  if (!text.includes("-----BEGIN ")) return "no line is -----BEGIN …-----";
  return undefined;
}

function problemOutside(line: string, label: string | undefined): string | undefined {
  return problemOfLine(line) ?? (label === undefined ? "stands outside of a block" : undefined);
}

function problemInside(line: string, label: string): string | undefined {
  const problem = problemOfLine(line);
  if (problem !== undefined) return problem;
  return BASE64.test(line) || isEnd(line, label)
    ? undefined
    : `is neither base64 of at most 76 characters nor the end of ${label}`;
}

function problemOfLine(line: string): string | undefined {
  if (line.trim() === "") return "is blank";
  return line === line.trim() ? undefined : "begins or ends with white space";
}

function isEnd(line: string, label: string): boolean {
  return line === `-----END ${label}-----`;
}
