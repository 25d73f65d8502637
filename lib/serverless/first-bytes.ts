import { closeSync, openSync, readSync } from "node:fs";

/** As many bytes of a file as are asked for, or all of them: a device has no size, and no end. */
export function firstBytes(file: string, count: number): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(count);
    let length = 0;
    for (let read = -1; read !== 0 && length < count; length += read) {
      read = readSync(descriptor, bytes, length, count - length, null);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}
