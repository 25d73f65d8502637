/** One element of DER. */
export interface Element {
  readonly tag: number;
  /** With its tag and its length. */
  readonly encoded: Buffer;
  readonly content: Buffer;
}

export enum Tag {
  Boolean = 0x01,
  Integer = 0x02,
  BitString = 0x03,
  OctetString = 0x04,
  Null = 0x05,
  ObjectIdentifier = 0x06,
  Utf8String = 0x0c,
  UtcTime = 0x17,
  Sequence = 0x30,
  Set = 0x31,
}

export function element(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, "0"), "hex");
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

export const sequence = (...contents: readonly Buffer[]): Buffer => element(Tag.Sequence, ...contents);

/** An element of the context, constructed or primitive. */
export const tagged = (number: number, content: Buffer, isConstructed = true): Buffer =>
  element((isConstructed ? 0xa0 : 0x80) | number, content);

/** Of bytes without a sign. DER has no zeros before a number, but for the one that keeps it positive. */
export function integer(bytes: Buffer): Buffer {
  const start = bytes.findIndex((byte) => byte !== 0);
  const digits = start === -1 ? Buffer.from([0]) : bytes.subarray(start);
  return element(Tag.Integer, digits[0]! >= 0x80 ? Buffer.concat([Buffer.from([0]), digits]) : digits);
}

export const bitString = (bytes: Buffer, unusedBits = 0): Buffer =>
  element(Tag.BitString, Buffer.from([unusedBits]), bytes);

export const utf8String = (text: string): Buffer => element(Tag.Utf8String, Buffer.from(text));

export const utcTime = (time: Date): Buffer =>
  element(
    Tag.UtcTime,
    Buffer.from(
      `${time
        .toISOString()
        .replace(/[-:T]|\.\d+Z/g, "")
        .slice(2)}Z`,
    ),
  );

export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return element(Tag.ObjectIdentifier, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}

/** The elements that stand one after another. */
export function elementsIn(bytes: Buffer): Element[] {
  const elements: Element[] = [];
  for (let at = 0; at < bytes.length; at += elements.at(-1)!.encoded.length) {
    const first = bytes[at + 1]!;
    const sizeOfLength = first < 0x80 ? 0 : first & 0x7f;
    const length = sizeOfLength === 0 ? first : bytes.readUIntBE(at + 2, sizeOfLength);
    const start = at + 2 + sizeOfLength;
    elements.push({
      tag: bytes[at]!,
      encoded: bytes.subarray(at, start + length),
      content: bytes.subarray(start, start + length),
    });
  }
  return elements;
}

export function toPem(label: string, bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g)!;
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}

export function fromPem(label: string, pem: string): Buffer {
  const [, body] = new RegExp(`-----BEGIN ${label}-----\\s([^-]+)-----END ${label}-----`).exec(pem) ?? [];
  if (body === undefined) throw new Error(`there is no PEM block of the type ${label}`);
  return Buffer.from(body, "base64");
}
