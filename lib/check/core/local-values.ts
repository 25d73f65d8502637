import { isRecord } from "../../rules/input/shape";

const LOCAL = /^local\.([A-Za-z_][\w-]*)((?:\.[\w-]+|\[\d+\]|\["[^"\\$%]*"\])*)$/;
const KEY = /\.([\w-]+)|\[(\d+)\]|\["([^"]*)"\]/g;
const WHOLE = /^\$\{\s*(local\.[^{}]*?)\s*\}$/;
// More than people write; locals that hold each other again and again would fill any memory.
const MOST_STEPS = 50;
const MOST_PARTS = 500_000;
const DEEPEST = 20;

/** The local values of a module. */
export class LocalValues {
  private readonly found = new Map<string, unknown>();
  private readonly open = new Set<string>();
  private parts = 0;

  /** @param written the local values by name, as they are written */
  public constructor(private readonly written: ReadonlyMap<string, unknown>) {}

  /** What `local.ttl`, `local.ttl.cats` or `local.hosts[0]` comes to; undefined where that is not known. */
  public get(expression: string): unknown {
    if (this.found.has(expression)) return this.found.get(expression);
    const [, name = "", path = ""] = LOCAL.exec(expression) ?? [];
    if (!this.written.has(name) || this.open.has(expression) || this.open.size === MOST_STEPS) return undefined;
    this.open.add(expression);
    const value = [...path.matchAll(KEY)].reduce<unknown>(
      (whole, [, name, index, quoted]) =>
        partOf(whole === undefined ? whole : this.end(whole), name ?? index ?? quoted!),
      this.written.get(name),
    );
    const end = this.end(value);
    this.open.delete(expression);
    this.found.set(expression, end);
    return end;
  }

  /**
   * A value in which each text that names a local value, and holds nothing more, is what that comes to. What is not
   * known stays as it is.
   */
  public put(value: unknown, depth = 0): unknown {
    if (Array.isArray(value)) return value.map((part) => this.put(part, depth));
    if (isRecord(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([name, part]) => [this.putName(name), this.put(part, depth)]),
      );
    }
    const end = this.end(value);
    if (typeof end !== "object" || end === null) return end;
    this.parts += Object.keys(end).length + 1;
    return depth === DEEPEST || this.parts > MOST_PARTS ? value : this.put(end, depth + 1);
  }

  private putName(name: string): string {
    const end = this.end(name);
    return typeof end === "string" ? end : name;
  }

  /** What a text that is a local value comes to; anything else as it is. */
  private end(value: unknown): unknown {
    const expression = typeof value === "string" ? WHOLE.exec(value)?.[1] : undefined;
    const found = expression === undefined ? undefined : this.get(expression);
    return found === undefined ? value : found;
  }
}

function partOf(whole: unknown, key: string): unknown {
  const hasParts = Array.isArray(whole) ? /^\d+$/.test(key) : isRecord(whole);
  return hasParts && Object.prototype.hasOwnProperty.call(whole, key)
    ? (whole as { [name: string]: unknown })[key]
    : undefined;
}
