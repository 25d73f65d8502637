import { CheckedResource } from "../../check/core/plain-configuration";

/** What becomes of one resource of a stack. */
export type Outcome =
  /** It exists, and is brought under its address. */
  | { readonly kind: "import"; readonly id: string; readonly note?: string }
  /** Terraform creates it, which takes nothing away. */
  | { readonly kind: "new"; readonly reason: string }
  /** Nobody knows. */
  | { readonly kind: "unresolved"; readonly reason: string; readonly options: readonly string[] };

/** A resource, and what becomes of it. */
export interface Decision {
  readonly address: string;
  readonly outcome: Outcome;
}

/** It is imported by this id. */
export function imports(id: string, note?: string): Outcome {
  return note === undefined ? { kind: "import", id } : { kind: "import", id, note };
}

/** Terraform creates it. */
export function isNew(reason: string): Outcome {
  return { kind: "new", reason };
}

/** It has to be said with one of these options. */
export function unresolved(reason: string, ...options: readonly string[]): Outcome {
  return { kind: "unresolved", reason, options };
}

/** Nothing says whether something exists that has this id if it does. */
export function mayExist({ address }: CheckedResource, reason: string, id: string): Outcome {
  return unresolved(reason, idOption(address, id), newOption(address));
}

/** `--id ADDRESS=ID`, as a shell takes it. */
export function idOption(address: string, id: string): string {
  return `--id ${quoted(`${address}=${id}`)}`;
}

/** `--new ADDRESS`, as a shell takes it. */
export function newOption(address: string): string {
  return `--new ${quoted(address)}`;
}

/** A word of a command line. */
export function quoted(word: string): string {
  return /^[\w./:=@,+-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`;
}

/** Something that has to be known before its parts can be: its id, or what becomes of the parts. */
export type Parent<T = string> =
  { readonly found: T; readonly outcome?: undefined } | { readonly found?: undefined; readonly outcome: Outcome };

/** What becomes of a part. */
export function within<T>(parent: Parent<T>, then: (found: T) => Outcome): Outcome {
  return parent.outcome === undefined ? then(parent.found) : parent.outcome;
}
