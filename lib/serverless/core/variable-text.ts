/** Text, and the variables in it. */
export type Template = readonly (string | Variable)[];

/** `${self:custom.ttl, opt:ttl, 300}` */
export interface Variable {
  /** As it is written, with its braces. */
  readonly text: string;
  /** Where its value is looked for, one after the other. */
  readonly sources: readonly VariableSource[];
}

export type VariableSource = LiteralSource | LookupSource;

export interface LiteralSource {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
}

export interface LookupSource {
  readonly kind: "lookup";
  readonly type: string;
  readonly parameters: readonly Template[];
  readonly address: Template;
}

export type ParsedTemplate =
  | { readonly template: Template; readonly problem?: undefined }
  | { readonly template?: undefined; readonly problem: string };

/** Variables are in each other this deep at most. */
const DEEPEST = 20;

/** Anything else in braces means something to somebody else: `${AWS::Region}`. */
const VARIABLE_START = /\$\{[a-z][A-Za-z0-9]*(?:\(|:(?!:))/y;
const SOURCE_START = /([a-z][A-Za-z0-9]*)([(:])/y;
const BARE_LITERAL = /[^\s,{}'"$]+(?=\s*[,}])/y;
const DOUBLE_QUOTED = /"(?:[^"\\]|\\.)*"/sy;
const SINGLE_QUOTED = /'[^']*'/y;
const SPACES = /\s*/y;

/** Reads text with variables of the Serverless Framework. A backslash before `${` takes its meaning away. */
export function parseTemplate(text: string): ParsedTemplate {
  try {
    return { template: new TemplateParser(text).template("", 0) };
  } catch (error) {
    if ((error as Error).name !== PROBLEM) throw error;
    return { problem: (error as Error).message };
  }
}

const PROBLEM = "TemplateProblem";

function fail(problem: string): never {
  throw Object.assign(new Error(problem), { name: PROBLEM });
}

class TemplateParser {
  private index = 0;

  public constructor(private readonly text: string) {}

  /** Reads up to one of the characters that end it, or to the end of the text. */
  public template(ends: string, depth: number): Template {
    const parts: (string | Variable)[] = [];
    let literal = "";
    while (this.index < this.text.length && !ends.includes(this.text.charAt(this.index))) {
      if (this.text.startsWith("\\${", this.index)) {
        literal += "${";
        this.index += 3;
      } else if (this.peek(VARIABLE_START)) {
        if (literal !== "") parts.push(literal);
        literal = "";
        parts.push(this.variable(depth + 1));
      } else {
        literal += this.text.charAt(this.index++);
      }
    }
    if (ends !== "") literal = literal.trimEnd();
    if (literal !== "") parts.push(literal);
    return parts;
  }

  private variable(depth: number): Variable {
    if (depth > DEEPEST) fail(`variables are in each other ${DEEPEST} deep at most`);
    const start = this.index;
    const sources: VariableSource[] = [];
    this.index += 2;
    do {
      if (sources.at(-1)?.kind === "literal") fail("nothing can follow a default that is no variable");
      this.take(SPACES);
      sources.push(this.source(depth));
      this.take(SPACES);
    } while (this.takeCharacter(","));
    if (!this.takeCharacter("}")) fail("a closing brace is missing");
    return { text: this.text.slice(start, this.index), sources };
  }

  private source(depth: number): VariableSource {
    const [, type, opening] = this.take(SOURCE_START) ?? [];
    if (type === undefined) return { kind: "literal", value: this.literal() };
    const parameters = opening === "(" ? this.parameters(depth) : [];
    const hasAddress = opening === ":" || this.takeCharacter(":");
    return { kind: "lookup", type, parameters, address: hasAddress ? this.argument(",}", depth) : [] };
  }

  private parameters(depth: number): Template[] {
    const parameters = [];
    do parameters.push(this.argument(",)", depth));
    while (this.takeCharacter(","));
    if (!this.takeCharacter(")")) fail("a closing parenthesis is missing");
    this.take(SPACES);
    return parameters;
  }

  private argument(ends: string, depth: number): Template {
    this.take(SPACES);
    const quoted = this.quoted();
    if (quoted === undefined) return this.template(ends, depth);
    this.take(SPACES);
    if (!ends.includes(this.text.charAt(this.index))) fail("something stands behind a text in quotes");
    return quoted === "" ? [] : [quoted];
  }

  private literal(): LiteralSource["value"] {
    const quoted = this.quoted();
    if (quoted !== undefined) return quoted;
    const [word] = this.take(BARE_LITERAL) ?? fail("a default is missing, or its closing quote or brace");
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    const number = Number(word);
    return Number.isNaN(number) ? fail(`put the default ${word} into quotes`) : number;
  }

  private quoted(): string | undefined {
    const [single] = this.take(SINGLE_QUOTED) ?? [];
    if (single !== undefined) return single.slice(1, -1);
    const [double] = this.take(DOUBLE_QUOTED) ?? [];
    if (double === undefined) return undefined;
    try {
      return JSON.parse(double) as string;
    } catch {
      return fail(`${double} is no text in quotes`);
    }
  }

  private peek(pattern: RegExp): boolean {
    pattern.lastIndex = this.index;
    return pattern.test(this.text);
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.index;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.index += match[0].length;
    return match;
  }

  private takeCharacter(character: string): boolean {
    if (this.text.charAt(this.index) !== character) return false;
    this.index += 1;
    return true;
  }
}
