import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { PAGES, Page, ROOT, withoutCode } from "./pages";

/** The anchors of a page: its headings as GitHub writes them, and the ids that it gives itself. */
function anchorsOf({ text }: Page): Set<string> {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "");
  const headings = [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => slug(heading));
  return new Set([...headings, ...[...prose.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id)]);
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replace(/ /g, "-");
}

/** Links in text, also those whose text is code. */
function linksOf({ text }: Page): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
}

function isBroken(page: Page, target: string): boolean {
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? page.file : posix.join(dirname(page.file), path);
  if (!existsSync(join(ROOT, file))) return true;
  if (anchor === undefined) return false;
  const text = PAGES.find((other) => other.file === file)?.text ?? readFileSync(join(ROOT, file), "utf8");
  return !anchorsOf({ file, text }).has(anchor);
}

describe.each(PAGES.map((page) => [page.file, page] as const))("%s", (_file, page) => {
  const links = linksOf(page);

  test("has relative links that lead somewhere", () => {
    const relative = links.filter((target) => !/^[a-z]+:/.test(target));
    expect(relative.filter((target) => isBroken(page, target))).toEqual([]);
  });

  test("has absolute links over https only", () => {
    expect(links.filter((target) => /^[a-z]+:/.test(target) && !target.startsWith("https://"))).toEqual([]);
  });

  test("has anchors of its own once each", () => {
    const ids = [...page.text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("has one first heading, and no exclamation mark outside of code", () => {
    const prose = withoutCode(page.text);
    expect(prose.match(/^# /gm)).toHaveLength(1);
    expect(prose.replace(/!\[/g, "")).not.toContain("!");
  });
});

test("every page of docs/ is linked from the README or from a page that it links", () => {
  const linked = PAGES.flatMap((page) =>
    linksOf(page).map((target) => posix.join(dirname(page.file), target.split("#")[0]!)),
  );
  const pages = PAGES.map(({ file }) => file).filter((file) => file.startsWith("docs/"));
  expect(pages.filter((file) => !linked.includes(file))).toEqual([]);
});
