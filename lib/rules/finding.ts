/** How serious a broken rule is. */
export enum Severity {
  /** Stops the synthesis. */
  ERROR = "error",
  /** May be intended; it can be acknowledged with a reason. */
  WARNING = "warning",
}

/** What a rule has against one value, in the words of the person who wrote it. */
export interface Violation {
  /** The property as the user wrote it, for example `endpoints[2].cache.ttlSeconds`. */
  readonly property: string;
  /** The value that was found there. */
  readonly found: any;
  /** What would be accepted. */
  readonly allowed: string;
  /** What to change. */
  readonly change: string;
}

/** One broken rule, as data. */
export interface Finding extends Violation {
  /** The id of the rule, for example `gateway/ttl-out-of-range`. */
  readonly rule: string;
  /** Whether it stops the synthesis. */
  readonly severity: Severity;
  /** The whole finding in one sentence or two. */
  readonly message: string;
}
