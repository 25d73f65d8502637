/** A piece of TypeScript. */
export type Code = RawCode | ObjectCode | ListCode | CallCode;

/** Text that stands as it is, in one line. */
export interface RawCode {
  readonly kind: "raw";
  readonly text: string;
  /** A literal goes to the next line where it is too long for the one of its name. */
  readonly isText?: boolean;
}

export interface ObjectCode {
  readonly kind: "object";
  readonly entries: readonly (readonly [name: string, value: Code])[];
}

export interface ListCode {
  readonly kind: "list";
  readonly items: readonly Code[];
}

export interface CallCode {
  readonly kind: "call";
  /** What is called, such as `new Thing` or `Thing.of`. */
  readonly callee: string;
  readonly args: readonly Code[];
}

const WIDTH = 120;
const STEP = "  ";

export function raw(text: string): RawCode {
  return { kind: "raw", text };
}

export function call(callee: string, ...args: readonly Code[]): CallCode {
  return { kind: "call", callee, args };
}

export function object(entries: readonly (readonly [string, Code | undefined])[]): ObjectCode {
  return { kind: "object", entries: entries.filter((entry): entry is [string, Code] => entry[1] !== undefined) };
}

/** A text in the quotes that need fewer escapes. */
export function text(value: string): RawCode {
  const quoted = JSON.stringify(value);
  const count = (quote: string): number => value.split(quote).length - 1;
  if (count('"') <= count("'")) return { kind: "raw", text: quoted, isText: true };
  const inside = quoted
    .slice(1, -1)
    .replace(/\\.|'/gs, (found) => (found === '\\"' ? '"' : found.replace(/^'/, "\\'")));
  return { kind: "raw", text: `'${inside}'`, isText: true };
}

/**
 * Writes code the way prettier would.
 *
 * @param indent what stands before each of its lines
 * @param before how many characters stand before it in its first line, with the indent
 * @param after how many characters follow in its last line
 */
export function print(code: Code, indent: string, before: number, after: number): string {
  const line = oneLine(code);
  if (line !== undefined && before + line.length + after <= WIDTH) return line;
  switch (code.kind) {
    case "raw":
      return code.text;
    case "object":
      return printObject(code, indent);
    case "list":
      return printList(code, indent);
    case "call":
      return printCall(code, indent, before);
  }
}

/** A name with a value, such as `const x = 1` or `x: 1`. */
export function printNamed(name: string, code: Code, indent: string, after: number): string {
  const value = print(code, indent, indent.length + name.length + 1, after);
  const isTooLong = indent.length + name.length + 1 + value.length + after > WIDTH;
  if (code.kind === "raw" && code.isText === true && isTooLong) return `${name}\n${indent}${STEP}${value}`;
  return `${name} ${value}`;
}

function oneLine(code: Code): string | undefined {
  switch (code.kind) {
    case "raw":
      return code.text;
    case "object":
      return inOneLine(
        code.entries.map(([name, value]) => prefixed(`${keyText(name)}: `, oneLine(value))),
        "{ ",
        " }",
        "{}",
      );
    case "list":
      return isTable(code) ? undefined : inOneLine(code.items.map(oneLine), "[", "]", "[]");
    case "call":
      return prefixed(code.callee, inOneLine(code.args.map(oneLine), "(", ")", "()"));
  }
}

function inOneLine(
  parts: readonly (string | undefined)[],
  open: string,
  close: string,
  empty: string,
): string | undefined {
  if (parts.length === 0) return empty;
  return parts.includes(undefined) ? undefined : `${open}${parts.join(", ")}${close}`;
}

function prefixed(prefix: string, line: string | undefined): string | undefined {
  return line === undefined ? undefined : `${prefix}${line}`;
}

/** A list of objects stands with one object in a line. */
function isTable({ items }: ListCode): boolean {
  return items.length > 1 && items.every((item) => item.kind === "object" && item.entries.length > 1);
}

function printObject({ entries }: ObjectCode, indent: string): string {
  const inner = indent + STEP;
  const lines = entries.map(([name, value]) => `${inner}${printNamed(`${keyText(name)}:`, value, inner, 1)},\n`);
  return `{\n${lines.join("")}${indent}}`;
}

function printList({ items }: ListCode, indent: string): string {
  return `[\n${printItems(items, indent + STEP)}${indent}]`;
}

function printItems(items: readonly Code[], indent: string): string {
  return items.map((item) => `${indent}${print(item, indent, indent.length, 1)},\n`).join("");
}

function printCall({ callee, args }: CallCode, indent: string, before: number): string {
  const last = args[args.length - 1];
  const others = args.slice(0, -1).map(oneLine);
  if (last !== undefined && last.kind !== "raw" && last.kind !== "call" && !others.includes(undefined)) {
    const start = `${callee}(${others.map((other) => `${other}, `).join("")}`;
    const isObject = last.kind === "object" && last.entries.length > 0;
    if (before + start.length < WIDTH && (isObject || last.kind === "list")) {
      return `${start}${last.kind === "object" ? printObject(last, indent) : printList(last, indent)})`;
    }
  }
  return `${callee}(\n${printItems(args, indent + STEP)}${indent})`;
}

function keyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
