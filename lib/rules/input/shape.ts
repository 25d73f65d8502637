import { Finding } from "../finding";
import { IsUnknown } from "../known";
import { missingOption } from "./missing-option";
import { unknownOption } from "./unknown-option";
import { wrongType } from "./wrong-type";

/** What one option takes. */
export interface OptionType {
  readonly description: string;
  readonly required: boolean;
  /** Whether the value decides what is rendered, so that it has to be known at synth. */
  readonly literal: boolean;
  check(value: unknown, property: string, isUnknown: IsUnknown): Finding[];
}

/** The options of an object; the compiler sees to it that none of the interface is forgotten. */
export type Shape<T> = { readonly [name in keyof Required<T>]: OptionType };

/** Finds unknown, missing and wrongly typed options of an object that a caller without a compiler may have written. */
export function checkShape<T>(value: unknown, shape: Shape<T>, property: string, isUnknown: IsUnknown): Finding[] {
  if (!isRecord(value)) return [wrongType(property || "props", value, "an object")];
  const options = shape as { readonly [name: string]: OptionType };
  const findings: Finding[] = [];
  for (const name of Object.keys(value)) {
    const type = Object.prototype.hasOwnProperty.call(options, name) ? options[name] : undefined;
    if (type === undefined) findings.push(unknownOption(property, name, value[name], Object.keys(options)));
    else findings.push(...checkOption(value[name], type, join(property, name), isUnknown));
  }
  for (const name of requiredNames(options)) {
    if (!(name in value)) findings.push(missingOption(join(property, name), options[name]!.description));
  }
  return findings;
}

const REQUIRED_NAMES = new WeakMap<object, readonly string[]>();

/** Kept for each shape, because an API may have hundreds of endpoints of one. */
function requiredNames(options: { readonly [name: string]: OptionType }): readonly string[] {
  const known = REQUIRED_NAMES.get(options);
  if (known !== undefined) return known;
  const names = Object.keys(options).filter((name) => options[name]!.required);
  REQUIRED_NAMES.set(options, names);
  return names;
}

function checkOption(value: unknown, type: OptionType, property: string, isUnknown: IsUnknown): Finding[] {
  if (value === undefined) return type.required ? [missingOption(property, type.description)] : [];
  if (!isUnknown(value)) return type.check(value, property, isUnknown);
  return type.literal ? [wrongType(property, value, `${type.description}, known at synth`)] : [];
}

function join(property: string, name: string): string {
  return property === "" ? name : `${property}.${name}`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function simple(description: string, accepts: (value: unknown) => boolean): OptionType {
  return {
    description,
    required: false,
    literal: false,
    check: (value, property) => (accepts(value) ? [] : [wrongType(property, value, description)]),
  };
}

export const text = simple("a string", (value) => typeof value === "string");
export const flag = simple("true or false", (value) => typeof value === "boolean");
export const number = simple("a number", (value) => typeof value === "number");
/** An object whose inside is checked elsewhere, such as a resource. */
export const anyObject = simple("an object", isRecord);
export const anything = simple("any value", () => true);

/** An object with named options. */
export function objectOf<T>(shape: Shape<T>): OptionType {
  return {
    description: "an object",
    required: false,
    literal: false,
    check: (value, property, isUnknown) => checkShape(value, shape, property, isUnknown),
  };
}

/** A list whose every item has the same type. */
export function listOf(item: OptionType): OptionType {
  return {
    description: `a list, each item ${item.description}`,
    required: false,
    literal: false,
    check: (value, property, isUnknown) =>
      Array.isArray(value)
        ? value.flatMap((entry, index) => checkOption(entry, required(item), `${property}[${index}]`, isUnknown))
        : [wrongType(property, value, `a list, each item ${item.description}`)],
  };
}

/** An object with free names whose every value has the same type. */
export function mapOf(item: OptionType): OptionType {
  return {
    description: `an object whose every value is ${item.description}`,
    required: false,
    literal: false,
    check: (value, property, isUnknown) =>
      isRecord(value)
        ? Object.entries(value).flatMap(([name, entry]) =>
            checkOption(entry, required(item), `${property}[${JSON.stringify(name)}]`, isUnknown),
          )
        : [wrongType(property, value, `an object whose every value is ${item.description}`)],
  };
}

/** An object that one of this library's own functions made. */
export function made(description: string, isMade: (value: unknown) => boolean): OptionType {
  return {
    description,
    required: false,
    literal: true,
    check: (value, property) => (isMade(value) ? [] : [wrongType(property, value, description)]),
  };
}

/** The same type, but a value that only Terraform knows is refused. */
export function literal(type: OptionType): OptionType {
  return { ...type, literal: true };
}

/** The same type, but the option has to be given. */
export function required(type: OptionType): OptionType {
  return { ...type, required: true };
}
