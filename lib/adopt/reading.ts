import { Question, Read } from "./core/questions";

/** Why something could not be read, for the user. */
export interface Failure {
  /** `AWS`, `Cloudflare` or a file. */
  readonly source: string;
  readonly reason: string;
}

/** Asks a cloud; a question that is not for it has no answer. */
export interface Cloud {
  answer(question: Question): Promise<Read<unknown> | undefined>;
  /** Why it did not answer, each reason once. */
  readonly failures: readonly Failure[];
}

/** Reasons why a cloud did not answer. */
export class Failures {
  private readonly reasons = new Set<string>();
  /** Set where asking again would be of no use. */
  public isFinal = false;

  public constructor(private readonly source: string) {}

  public add(reason: string, isFinal: boolean): void {
    this.reasons.add(reason);
    this.isFinal ||= isFinal;
  }

  public get all(): readonly Failure[] {
    return [...this.reasons].map((reason) => ({ source: this.source, reason }));
  }
}
