import { createHash } from "node:crypto";

/** A hash of plain data that does not depend on the order of an object's properties. */
export function sha1(definition: unknown): string {
  return createHash("sha1").update(canonicalJson(definition)).digest("hex");
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
