/** A part of an expression of Cloudflare's: a text in quotes, a word such as `http.host`, or a sign. */
export interface Token {
  readonly kind: "sign" | "text" | "word";
  readonly text: string;
}

/** An expression by its operators; a test is what stands between them. */
export type Condition =
  | { readonly kind: "test"; readonly tokens: readonly Token[] }
  | { readonly kind: "not"; readonly part: Condition }
  | { readonly kind: Operator; readonly parts: readonly Condition[] };

type Operator = "and" | "or" | "xor";

/** Those that bind less come first. */
const OPERATORS: readonly (readonly [operator: Operator, sign: string])[] = [
  ["or", "||"],
  ["xor", "^^"],
  ["and", "&&"],
];

const TOKEN =
  /\s+|r(#*)"([\s\S]*?)"\1|"((?:[^"\\]|\\[\s\S])*)"|(&&|\|\||\^\^|[=!<>]=|[(){}[\],!~<>])|([^\s"(){}[\],!~<>=&|^]+)/y;

const DEEPEST = 100;

/**
 * Reads an expression by its operators; undefined where it is none, or where Terraform puts in more than a text.
 *
 * Source: https://developers.cloudflare.com/ruleset-engine/rules-language/operators/
 */
export function readCondition(expression: string): Condition | undefined {
  const tokens = tokensOf(expression);
  return tokens === undefined ? undefined : new ConditionReader(tokens).read();
}

function tokensOf(expression: string): Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.length) {
    const found = TOKEN.exec(expression);
    if (found === null) return undefined;
    const token = tokenOf(found);
    if (token?.kind === "word" && /[$%]$/.test(token.text)) return undefined;
    if (token !== undefined) tokens.push(token);
  }
  return tokens;
}

function tokenOf([, , raw, quoted, sign, word]: RegExpExecArray): Token | undefined {
  if (raw !== undefined) return { kind: "text", text: raw };
  if (quoted !== undefined) return { kind: "text", text: quoted.replace(/\\([\s\S])/g, "$1") };
  if (sign !== undefined) return { kind: "sign", text: sign };
  return word === undefined ? undefined : { kind: "word", text: word };
}

class ConditionReader {
  private index = 0;
  private depth = 0;
  private isBroken = false;

  public constructor(private readonly tokens: readonly Token[]) {}

  public read(): Condition | undefined {
    const condition = this.readLevel(0);
    return this.isBroken || this.index < this.tokens.length ? undefined : condition;
  }

  private readLevel(level: number): Condition {
    const [operator, sign] = OPERATORS[level] ?? [];
    if (operator === undefined) return this.readOne();
    const parts = [this.readLevel(level + 1)];
    while (this.takes(operator, sign!)) parts.push(this.readLevel(level + 1));
    return parts.length === 1 ? parts[0]! : { kind: operator, parts };
  }

  private readOne(): Condition {
    this.depth += 1;
    const condition = this.depth > DEEPEST ? this.broken() : this.readNested();
    this.depth -= 1;
    return condition;
  }

  private readNested(): Condition {
    if (this.takes("not", "!")) return { kind: "not", part: this.readOne() };
    if (!this.takes("(")) return this.readTest();
    const condition = this.readLevel(0);
    return this.takes(")") ? condition : this.broken();
  }

  private readTest(): Condition {
    const start = this.index;
    for (let depth = 0; this.index < this.tokens.length; this.index += 1) {
      const token = this.tokens[this.index]!;
      if (depth === 0 && endsTest(token)) break;
      depth += depthOf(token);
    }
    return this.index === start ? this.broken() : { kind: "test", tokens: this.tokens.slice(start, this.index) };
  }

  private takes(...texts: readonly string[]): boolean {
    const token = this.tokens[this.index];
    const isTaken = token !== undefined && token.kind !== "text" && texts.includes(token.text);
    if (isTaken) this.index += 1;
    return isTaken;
  }

  private broken(): Condition {
    this.isBroken = true;
    return { kind: "test", tokens: [] };
  }
}

function endsTest({ kind, text }: Token): boolean {
  return kind !== "text" && (text === ")" || OPERATORS.some((names) => names.includes(text)));
}

function depthOf({ kind, text }: Token): number {
  if (kind !== "sign") return 0;
  return "([{".includes(text) ? 1 : ")]}".includes(text) ? -1 : 0;
}
