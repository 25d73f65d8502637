/** What is wrong with a text that is no JSON, and where; lines and columns count from 1. */
export interface JsonProblem {
  readonly line: number;
  readonly column: number;
  readonly problem: string;
}

/** Terraform's own JSON is some twenty deep. */
const DEEPEST = 400;

/** Told the names that lead to each value of an object, and the line of the last of them. */
type OnKey = (path: readonly string[], line: number) => void;

/** What keeps a text from being JSON; undefined if nothing does. */
export function jsonProblem(text: string): JsonProblem | undefined {
  return new Scanner(text, () => undefined).scan();
}

/**
 * The first name that stands twice in one object, of which JSON keeps the last value; undefined if there is none, or the
 * text is no JSON. Comments do not count.
 */
export function repeatedName(text: string): JsonProblem | undefined {
  const scanner = new Scanner(text, () => undefined);
  return scanner.scan() === undefined ? scanner.repeated : undefined;
}

/** The line of each value that has three names, such as `resource aws_api_gateway_stage cats`; lists do not count. */
export function linesOfBlocks(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  new Scanner(text, (path, line) => {
    const name = path.join(" ");
    if (path.length === 3 && !lines.has(name)) lines.set(name, line);
  }).scan();
  return lines;
}

/** Whether a value is nested too deep to be read. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    const parts: unknown[] = [];
    for (const part of level) {
      if (typeof part !== "object" || part === null) continue;
      for (const inner of Object.values(part)) if (typeof inner === "object") parts.push(inner);
    }
    level = parts;
  }
  return false;
}

class Stop extends Error {
  public override readonly name = "Stop";
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const PLAIN = /[^"\\\u0000-\u001f]+/y;

const COMMENT = "//";

class Scanner {
  /** The first name that stands twice in one object. */
  public repeated: JsonProblem | undefined;
  private index = 0;
  private line = 1;
  private lineStart = 0;
  private readonly path: string[] = [];

  public constructor(
    private readonly text: string,
    private readonly onKey: OnKey,
  ) {}

  public scan(): JsonProblem | undefined {
    try {
      this.value(0);
      this.space();
      if (this.index < this.text.length) this.stop("there is more after the end of the value");
      return undefined;
    } catch (thrown) {
      if (!(thrown instanceof Error && thrown.name === "Stop")) throw thrown;
      return { line: this.line, column: this.index - this.lineStart + 1, problem: thrown.message };
    }
  }

  private stop(problem: string): never {
    throw new Stop(problem);
  }

  private unexpected(wanted: string): never {
    const [character] = this.text.slice(this.index, this.index + 2);
    this.stop(`${character === undefined ? "the text ends" : `${JSON.stringify(character)} stands`} where ${wanted}`);
  }

  private space(): void {
    for (; this.index < this.text.length; this.index += 1) {
      const character = this.text[this.index];
      if (character === "\n") {
        this.line += 1;
        this.lineStart = this.index + 1;
      } else if (character !== " " && character !== "\t" && character !== "\r") return;
    }
  }

  private value(depth: number): void {
    if (depth > DEEPEST) this.stop("it is nested too deep");
    this.space();
    const character = this.text[this.index];
    if (character === "{") this.object(depth);
    else if (character === "[") this.list(depth);
    else if (character === '"') this.string();
    else if (this.match(NUMBER) === undefined && this.match(WORD) === undefined) this.unexpected("a value is expected");
  }

  private object(depth: number): void {
    const lines = new Map<string, number>();
    this.items("}", () => {
      if (this.text[this.index] !== '"') this.unexpected("a name in double quotes is expected");
      const { line } = this;
      const column = this.index - this.lineStart + 1;
      const name = this.string();
      this.path.push(name);
      this.repeat(name, lines.get(name), { line, column });
      lines.set(name, line);
      this.onKey(this.path, line);
      this.space();
      if (this.text[this.index] !== ":") this.unexpected("a colon is expected");
      this.index += 1;
      this.value(depth + 1);
      this.path.pop();
    });
  }

  private repeat(name: string, first: number | undefined, place: Pick<JsonProblem, "line" | "column">): void {
    if (first === undefined || this.repeated !== undefined || this.path.includes(COMMENT)) return;
    const problem = `${JSON.stringify(name)} stands twice in one object, first in line ${first}`;
    this.repeated = { ...place, problem };
  }

  private list(depth: number): void {
    this.items("]", () => this.value(depth + 1));
  }

  private items(end: "}" | "]", item: () => void): void {
    this.index += 1;
    this.space();
    if (this.text[this.index] === end) {
      this.index += 1;
      return;
    }
    for (;;) {
      this.space();
      item();
      this.space();
      const character = this.text[this.index];
      if (character !== "," && character !== end) this.unexpected(`a comma or ${end} is expected`);
      this.index += 1;
      if (character === end) return;
    }
  }

  private string(): string {
    const start = this.index;
    this.index += 1;
    for (;;) {
      this.match(PLAIN);
      const character = this.text[this.index];
      if (character === '"') break;
      if (character === "\\" && this.match(ESCAPE) !== undefined) continue;
      this.unexpected(character === "\\" ? "an escape is expected" : "a text has not ended");
    }
    this.index += 1;
    return JSON.parse(this.text.slice(start, this.index)) as string;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.index;
    const found = pattern.exec(this.text)?.[0];
    this.index += found?.length ?? 0;
    return found;
  }
}
