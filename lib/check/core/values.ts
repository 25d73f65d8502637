import { Attributes } from "./plain-configuration";
import { isRecord } from "../../rules/input/shape";
import { isUnknown } from "./unknown";

/** The one block of a name: JSON has it as an object, or as a list of one; undefined where there is none. */
export function blockOf(value: unknown): Attributes | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return isRecord(one) ? one : undefined;
}

/** A text that is known. */
export function knownText(value: unknown): string | undefined {
  return typeof value === "string" && !isUnknown(value) ? value : undefined;
}

/** A number that is known; Terraform takes it as text, too. What is no number at all is NaN. */
export function knownNumber(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  const text = knownText(value);
  return text === undefined ? undefined : text.trim() === "" ? NaN : Number(text);
}

/** True or false, if it is known; Terraform takes it as text, too. */
export function knownFlag(value: unknown): boolean | undefined {
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : undefined;
}

/** Whether nothing is said, as opposed to something that is not known. */
export function isUnset(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** An object as it is, and an empty one for anything else. */
export function asObject(value: unknown): Attributes {
  return isRecord(value) ? value : {};
}

/** A list as it is, and an empty one for anything else. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
