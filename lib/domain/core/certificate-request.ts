import { createPublicKey } from "node:crypto";
import { KeyFacts, keyFacts } from "./certificate-facts";
import { PemBlock } from "./pem";

/** One value of a DER text, by the offsets of its first byte, of its contents and of what follows it. */
interface DerValue {
  readonly start: number;
  readonly contents: number;
  readonly end: number;
}

/** The key that a PKCS#10 request asks a certificate for; undefined where the block is no such request. */
export function requestedKey({ text }: PemBlock): KeyFacts | undefined {
  const der = Buffer.from(text.replace(/-----[^-]+-----/g, ""), "base64");
  try {
    const info = valueAt(der, valueAt(der, 0).contents);
    const version = valueAt(der, info.contents);
    const subject = valueAt(der, version.end);
    const { start, end } = valueAt(der, subject.end);
    return keyFacts(createPublicKey({ key: der.subarray(start, end), format: "der", type: "spki" }));
  } catch {
    return undefined;
  }
}

/** Source: X.690, 8.1.3: a length of 128 and more is preceded by how many bytes it takes. */
function valueAt(der: Buffer, start: number): DerValue {
  const short = der.readUInt8(start + 1);
  if (short < 0x80) return { start, contents: start + 2, end: start + 2 + short };
  const bytes = short - 0x80;
  const contents = start + 2 + bytes;
  return { start, contents, end: contents + der.readUIntBE(start + 2, bytes) };
}
