import { asRecord } from "./document";
import { isPlainObject } from "./terraform-text";

/** One object laid over another, deeply: lists and values replace, `null` removes. */
export function mergeDeep(base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const merged = new Map(Object.entries(base));
  for (const [name, value] of Object.entries(over)) {
    if (value === null) merged.delete(name);
    else merged.set(name, isPlainObject(value) ? mergeDeep(asRecord(merged.get(name)), value) : value);
  }
  return Object.fromEntries(merged);
}
