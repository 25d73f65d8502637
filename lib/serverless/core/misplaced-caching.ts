import { ReadValue, ValueReader } from "./value-reader";

const SECTION = "apiGatewayCaching";

/** Whether a key is most likely a misspelt `caching`. */
export function looksLikeCaching(key: string): boolean {
  return /^cach/i.test(key) || isNear(key, "caching", 2);
}

/** Finds `caching` beside an event or beside `events`, where nobody reads it. */
export function checkPlaceOfCaching(reader: ValueReader, map: ReadValue, place: string): void {
  for (const { name, at } of reader.keys(map)) {
    if (name === "caching") reader.unknown(map, name, at, ["caching below http"], { caching: place });
  }
}

/** Finds the plugin's section under another name, or not below `custom`. */
export function checkPlaceOfSection(reader: ValueReader, root: ReadValue, custom: ReadValue | undefined): void {
  for (const { name, at } of reader.keys(root)) {
    if (name === SECTION) reader.unknown(root, name, at, ["custom"], { [SECTION]: "custom" });
  }
  if (custom === undefined || reader.keys(custom).some(({ name }) => name === SECTION)) return;
  for (const { name, at } of reader.keys(custom)) {
    if (isNear(name, SECTION, 3)) reader.unknown(custom, name, at, [SECTION]);
  }
}

/** Whether a key is another one, in any case, with at most so many mistakes. */
export function isNear(key: string, wanted: string, mistakes: number): boolean {
  // Loaded here, because only those who have a serverless.yml pay for it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { distance } = require("fastest-levenshtein") as typeof import("fastest-levenshtein");
  return distance(key.toLowerCase(), wanted.toLowerCase()) <= mistakes;
}
