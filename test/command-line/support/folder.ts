import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder with these files: text as it is, and anything else as JSON. */
export function folder(files: { readonly [path: string]: unknown }): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "cdktf-api-caching-"));
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    const isPlain = typeof content === "string" || Buffer.isBuffer(content);
    writeFileSync(file, isPlain ? content : JSON.stringify(content, null, 2));
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
