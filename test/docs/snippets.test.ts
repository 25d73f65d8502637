import { transform } from "sucrase";
import { typeErrors } from "./compile";
import { PAGES } from "./pages";
import { Snippet, programOf, ruleOf, run, snippetsOf } from "./snippets";

const SNIPPETS = PAGES.flatMap(({ file, text }) => snippetsOf(file, text));

/** Runs a snippet as it stands. */
function outcomeOf(snippet: Snippet) {
  jest.spyOn(console, "error").mockReturnValue();
  const { code } = transform(programOf(snippet), { transforms: ["typescript", "imports"] });
  return run(snippet.kind, code, require);
}

test("every TypeScript block says how it is to be read", () => {
  const kinds = ["app", "stack", "error", "warning"];
  const unknown = SNIPPETS.filter(({ kind }) => !kinds.includes(kind));
  expect(unknown.map(({ page, line, kind }) => `${page}:${line}: ${kind}`)).toEqual([]);
  const fences = PAGES.flatMap(({ text }) => text.match(/^```(ts|typescript)$/gm) ?? []);
  expect(fences).toHaveLength(SNIPPETS.length);
});

test("every TypeScript block compiles", () => {
  expect(typeErrors(SNIPPETS)).toEqual([]);
}, 60_000);

const title = ({ page, line }: Snippet) => [`${page}:${line}`] as const;

describe("a block that is an app or a part of one synthesizes without an error or a warning", () => {
  const working = SNIPPETS.filter(({ kind }) => kind === "app" || kind === "stack");
  test.each(working.map((snippet) => [...title(snippet), snippet] as const))("%s", (_at, snippet) => {
    const { errors, warnings } = outcomeOf(snippet);
    expect([...errors.map(({ message }) => message), ...warnings]).toEqual([]);
  });
});

describe("a block that is wrong breaks the rules that it says, and no other", () => {
  // The examples of docs/rules.md are run where the page is printed (rules-page.test.ts), as strictly.
  const wrong = SNIPPETS.filter(
    ({ kind, page }) => page !== "docs/rules.md" && (kind === "error" || kind === "warning"),
  );
  test.each(wrong.map((snippet) => [...title(snippet), snippet] as const))("%s", (_at, snippet) => {
    const { errors, warnings } = outcomeOf(snippet);
    const broken = snippet.kind === "error" ? errors.map(({ rule }) => rule) : warnings.map(ruleOf);
    expect(broken.sort()).toEqual([...snippet.rules].sort());
    expect(snippet.kind === "error" ? warnings : errors).toEqual([]);
  });
});
