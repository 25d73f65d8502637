/** What the process tells whoever started it. */
export enum ExitStatus {
  /** Done, and nothing to complain of. */
  DONE = 0,
  /** Done, and what was looked at is not as it should be. */
  FINDINGS = 1,
  /** Not done: the command or what it was given is wrong. */
  MISUSE = 2,
  /** Not done: a mistake of this program. */
  DEFECT = 3,
  /** Stopped by the user, as shells report it. */
  INTERRUPTED = 130,
}

/** Where text goes. */
export interface Output {
  /** Whether a person reads it as it is written. */
  readonly isTerminal: boolean;
  /** Resolves when the text has left this process; a reader that has gone is no error. */
  write(text: string): Promise<void>;
}

/** One GET, nothing followed. */
export interface GetRequest {
  readonly url: URL;
  readonly headers: { readonly [name: string]: string };
  /** Ends the request; with a reason of the name `TimeoutError` where time is up. */
  readonly signal: AbortSignal;
  /** Whether any certificate will do. */
  readonly insecure: boolean;
  /** Certificates (PEM) to trust besides those of Node.js. */
  readonly certificates: string | undefined;
}

/** What came back. */
export interface GetResponse {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  /** The first kilobyte of the body. */
  readonly start: string;
  /** Whether the body ended, within time and size. */
  readonly isComplete: boolean;
}

/** The world as a command sees it; tests bring their own. */
export interface CommandIo {
  /** The version of this package. */
  readonly version: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly environment: { readonly [name: string]: string | undefined };
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Aborted when the user interrupts. A command that never reads it is killed by the system, as any other. */
  readonly interruption: AbortSignal;
  get(request: GetRequest): Promise<GetResponse>;
  /** Waits; ends early, without an error, when the user interrupts. */
  wait(milliseconds: number): Promise<void>;
}

/** One option of a command. */
export interface CommandOption {
  /** Its long name, without dashes. */
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  /** What its value is called in the help; none for a flag. */
  readonly value?: string;
  /** Whether it may be given more than once. */
  readonly isRepeatable?: boolean;
  /** What it does, in a sentence or two. */
  readonly summary: string;
}

/** What a command was given, checked against its options. */
export interface GivenArguments {
  /** What is neither an option nor the value of one. */
  readonly operands: readonly string[];
  /** Whether a flag was given. */
  flag(name: string): boolean;
  /** The value of an option. */
  text(name: string): string | undefined;
  /** The values of an option that may be given more than once. */
  texts(name: string): readonly string[];
}

/** One command, as the table of commands lists it. */
export interface Command {
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** How it is written, without the name of the program. */
  readonly usage: string;
  /** Paragraphs of help. */
  readonly description: readonly string[];
  /** Without `--help`, which every command has. */
  readonly options: readonly CommandOption[];
  /** Command lines that a reader can copy, without the name of the program. */
  readonly examples: readonly string[];
  run(given: GivenArguments, io: CommandIo): Promise<ExitStatus>;
}
