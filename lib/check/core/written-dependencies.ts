import { ANYTHING, Dependencies } from "./ordering";
import { Attributes } from "./plain-configuration";
import { isRecord } from "../../rules/input/shape";
import { isUnknown } from "./unknown";

/** Something that may refer to others: a resource, a local value, the call of a module. */
export interface Referring {
  /** `aws_api_gateway_stage.prod`, `data.aws_region.here`, `local.name`, `module.api`. */
  readonly address: string;
  readonly value: unknown;
}

/** Arguments whose texts are references, with `${}` around them or without. */
const REFERENCES_ONLY = ["depends_on", "replace_triggered_by"];

/** What is no resource, wherever it is declared. */
const NO_RESOURCE = /^(?:var|each|count|self|path|terraform)\./;

const REFERENCE = /(?<![\w.-])(?:data\.)?[A-Za-z_][\w-]*\.[\w-]+/g;

/**
 * What waits for what in Terraform's JSON syntax. Text that looks like a reference is taken for one.
 *
 * @param hasOthers whether there may be more than these, with references of their own
 */
export function writtenDependencies(all: readonly Referring[], hasOthers: boolean): Dependencies {
  const known = new Set(all.map(({ address }) => address));
  const found = new Map<string, readonly string[]>();
  for (const { address, value } of all) {
    const others = references(value, false).filter((one) => !NO_RESOURCE.test(one));
    const seen = others.map((one) => (hasOthers && !known.has(one) ? ANYTHING : one));
    found.set(address, [...new Set([...(found.get(address) ?? []), ...seen])]);
  }
  return found;
}

function references(value: unknown, isReference: boolean): string[] {
  if (typeof value === "string") return isReference || isUnknown(value) ? (value.match(REFERENCE) ?? []) : [];
  if (Array.isArray(value)) return value.flatMap((part) => references(part, isReference));
  return isRecord(value) ? referencesIn(value, isReference) : [];
}

/** Names are templates, too. */
function referencesIn(value: Attributes, isReference: boolean): string[] {
  return Object.entries(value).flatMap(([name, part]) => [
    ...references(name, false),
    ...references(part, isReference || REFERENCES_ONLY.includes(name)),
  ]);
}
