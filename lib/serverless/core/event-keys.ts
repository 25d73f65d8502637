import { isNear, looksLikeCaching } from "./misplaced-caching";
import { ReadValue, ValueReader } from "./value-reader";

/** What the framework reads of an http event. */
const EVENT_KEYS = [
  "async",
  "authorizer",
  "connectionId",
  "connectionType",
  "cors",
  "integration",
  "method",
  "operationId",
  "path",
  "private",
  "request",
  "response",
];

/** What plugins that write documentation read, and what looks like a key of the framework. */
const OF_PLUGINS = ["responses"];

/**
 * Finds misspelt keys of an http event: the endpoint would not be cached, or open to everybody, and nobody would know why.
 * What is no near miss belongs to another plugin.
 */
export function checkEventKeys(reader: ValueReader, event: ReadValue): void {
  for (const { name, at } of reader.keys(event)) {
    if (name === "caching" || EVENT_KEYS.includes(name) || OF_PLUGINS.includes(name)) continue;
    if (looksLikeCaching(name)) reader.unknown(event, name, at, ["caching"]);
    else if (EVENT_KEYS.some((key) => isMisspelt(name, key))) reader.unknown(event, name, at, EVENT_KEYS);
  }
}

function isMisspelt(name: string, key: string): boolean {
  return isNear(name, key, key.length < 6 ? 1 : 2);
}
