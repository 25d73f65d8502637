import { isRecord } from "../../rules/input/shape";

/** JSON that somebody else wrote, read without trust: what is missing or of another type is undefined, or empty. */
export interface JsonReader {
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  flag(name: string): boolean;
  object(name: string): JsonReader;
  list(name: string): readonly JsonReader[];
  texts(name: string): readonly string[];
  /** The objects of an object, by name. */
  members(name: string): readonly (readonly [string, JsonReader])[];
  names(name: string): readonly string[];
}

/** Reads a value; anything but an object has nothing in it. */
export function reader(value: unknown): JsonReader {
  const object = isRecord(value) ? value : {};
  const at = (name: string): unknown => (Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined);
  const listAt = (name: string): readonly unknown[] => {
    const list = at(name);
    return Array.isArray(list) ? list : [];
  };
  const objectAt = (name: string): { readonly [name: string]: unknown } => {
    const inner = at(name);
    return isRecord(inner) ? inner : {};
  };
  return {
    text: (name) => textOf(at(name)),
    number: (name) => numberOf(at(name)),
    flag: (name) => at(name) === true,
    object: (name) => reader(at(name)),
    list: (name) => listAt(name).map(reader),
    texts: (name) => listAt(name).flatMap((item) => textOf(item) ?? []),
    members: (name) => Object.entries(objectAt(name)).map(([key, inner]) => [key, reader(inner)] as const),
    names: (name) => Object.keys(objectAt(name)),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
