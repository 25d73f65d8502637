import { CATALOGUE } from "../../rules/catalogue";
import { Finding } from "../../rules/finding";
import { ReadValue, ValueReader } from "./value-reader";

/** A part of a value, and where it is written. */
export interface Written<T> {
  readonly text: T;
  readonly at: ReadValue;
}

/** What this library calls otherwise than the framework; an origin may be written in either of two keys. */
const KEYS: { readonly [option: string]: readonly string[] } = {
  allowOrigins: ["origins", "origin"],
  allowMethods: ["methods"],
  allowHeaders: ["headers"],
  exposeHeaders: ["exposedResponseHeaders"],
  maxAgeSeconds: ["maxAge"],
};

/**
 * What is wrong with CORS as this library has it (`.allowOrigins[1]`), told of where it is written.
 *
 * @param map the `cors` of the event
 * @param written the lists, by what this library calls them
 */
export function corsInFrameworkWords(
  { rule, property, found, allowed, change }: Finding,
  reader: ValueReader,
  map: ReadValue,
  written: { readonly [option: string]: readonly Written<unknown>[] },
): Finding {
  const [, option = "", index] = /^\.(\w+)(?:\[(\d+)\])?$/.exec(property) ?? [];
  const ofItem = written[option]?.[Number(index)]?.at;
  const ofKey = (KEYS[option] ?? []).flatMap((key) => reader.get(map, key) ?? [])[0];
  const place = ofItem ?? ofKey ?? reader.get(map, "allowCredentials") ?? map;
  return CATALOGUE.find(({ id }) => id === rule)!.finding({
    property: reader.property(place),
    found,
    allowed,
    change,
  });
}
