import { escapeTemplate } from "../../gateway/core/open-api/terraform-text";
import { Decision } from "./outcome";

/** What tells a file that this command wrote. */
export const MARK = "Written by cdktf-api-caching adopt; it is replaced when that runs again.";

/** An import block. */
export interface ImportBlock {
  readonly to: string;
  readonly id: string;
}

/** The import blocks that decisions come to. */
export function importBlocks(decisions: readonly Decision[]): ImportBlock[] {
  return decisions.flatMap(({ address, outcome }) =>
    outcome.kind === "import" ? [{ to: address, id: outcome.id }] : [],
  );
}

/** Import blocks as a file of Terraform's. */
export function importsDocument(blocks: readonly ImportBlock[]): string {
  const escaped = blocks.map(({ to, id }) => ({ to, id: escapeTemplate(id) }));
  return `${JSON.stringify({ "//": MARK, import: escaped }, undefined, 2)}\n`;
}

/** Whether this command wrote a file. */
export function isOurs(text: string): boolean {
  try {
    return (JSON.parse(text) as { readonly "//"?: unknown } | null)?.["//"] === MARK;
  } catch {
    return false;
  }
}
