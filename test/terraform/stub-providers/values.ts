import { decode, encode, ExtensionCodec } from "@msgpack/msgpack";
import { type Attributes, type AttributeSchema, type TerraformType } from "../../support/provider-schema";

/** A value that is only known after the apply. */
export class Unknown {}

export const UNKNOWN = new Unknown();

/** An object of Terraform: null for what is absent, UNKNOWN for what is not known yet. */
export interface Values {
  readonly [attribute: string]: unknown;
}

export function isUnknown(value: unknown): boolean {
  return value === UNKNOWN;
}

/** A value of the protocol; Terraform writes MessagePack, and JSON only for what it stored. */
export interface WireValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

// Terraform marks unknown values by an extension of type 0, or 12 if it knows something about them.
const codec = new ExtensionCodec();
codec.register({ type: 0, encode: (value) => (isUnknown(value) ? new Uint8Array([0]) : null), decode: () => UNKNOWN });
codec.register({ type: 12, encode: () => null, decode: () => UNKNOWN });

/** The values of an object that Terraform sends; null for one that does not exist. */
export function fromWire(schema: Attributes, value: WireValue): Values | null {
  const decoded = decode(value.msgpack!, { extensionCodec: codec }) as Values | null;
  return decoded === null ? null : converted(schema, decoded, unwrapped);
}

export function toWire(schema: Attributes, values: Values | null): WireValue {
  const encoded = values === null ? null : converted(schema, values, wrapped);
  return { msgpack: encode(encoded, { extensionCodec: codec }) };
}

/** Values of JSON, in which a value of any type stands beside the name of its type. */
export function fromStoredJson(schema: Attributes, json: Uint8Array): Values {
  const stored = JSON.parse(Buffer.from(json).toString()) as Values;
  return converted(schema, stored, (value) => (value === null ? null : (value as { value: unknown }).value));
}

/** An object with every attribute of the schema, whose values of any type are converted. */
function converted(schema: Attributes, values: Values, dynamic: (value: unknown) => unknown): Values {
  const entries = Object.values(schema).map((attribute) => {
    const value = values[attribute.name] ?? null;
    return [attribute.name, convertedAttribute(attribute, value, dynamic)];
  });
  return Object.fromEntries(entries) as Values;
}

function convertedAttribute(attribute: AttributeSchema, value: unknown, dynamic: (value: unknown) => unknown): unknown {
  if (attribute.type === "dynamic") return isUnknown(value) ? value : dynamic(value);
  if (attribute.nested === undefined || value === null || isUnknown(value)) return value;
  const { nesting, attributes } = attribute.nested;
  const element = (one: unknown): unknown =>
    one === null || isUnknown(one) ? one : converted(attributes, one as Values, dynamic);
  if (nesting === "single") return element(value);
  if (Array.isArray(value)) return value.map(element);
  return Object.fromEntries(Object.entries(value as Values).map(([key, one]) => [key, element(one)]));
}

function unwrapped(value: unknown): unknown {
  return Array.isArray(value) ? value[1] : value;
}

function wrapped(value: unknown): unknown {
  if (value === null) return null;
  const type = typeof value === "boolean" ? "bool" : typeof value;
  if (!["string", "number", "bool"].includes(type)) throw new Error(`a ${type} is no simple value`);
  return [typeBytes(type as TerraformType), value];
}

export function typeBytes(type: TerraformType): Uint8Array {
  return Buffer.from(JSON.stringify(type));
}

/** Values in which nothing is unknown any more: what nobody set is null. */
export function known(value: unknown): unknown {
  if (isUnknown(value)) return null;
  if (Array.isArray(value)) return value.map(known);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, known(member)]));
}

export function isEqual(left: unknown, right: unknown): boolean {
  return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}

function sorted(value: unknown): unknown {
  if (isUnknown(value)) return { unknown: true };
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}
