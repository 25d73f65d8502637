import { RuleCatalogue } from "../../lib";
import { RULE_EXAMPLES } from "../../scripts/rule-examples";
import { rulesPage } from "../../scripts/rules-page";
import { PAGES, page } from "./pages";

const IDS = RuleCatalogue.rules().map(({ id }) => id);

/** The number of a token and the hash of an asset are those of the engine that counted them. */
const withoutNumbers = (text: string) =>
  text.replace(/TOKEN\.\d+/g, "TOKEN").replace(/(assets\/code\/)[0-9A-F]{32}/g, "$1HASH");

test("docs/rules.md is what npm run docs:rules prints", () => {
  expect(withoutNumbers(page("docs/rules.md").text)).toBe(withoutNumbers(rulesPage(require)));
});

test("every example is one of a rule", () => {
  expect(Object.keys(RULE_EXAMPLES).sort()).toEqual([...IDS].sort());
});

test.each(PAGES.map(({ file, text }) => [file, text]))("%s names no rule that does not exist", (_file, text) => {
  const named = [
    ...text.matchAll(
      /\b(?:certificate|domain|edge|front|gateway|input|module|serverless)\/[a-z]+(?:-[a-z]+)+(?![\w./-])/g,
    ),
  ].map(([id]) => id);
  // An id that is misspelt on purpose, to show what is said to it; and the placeholder of CONTRIBUTING.md.
  const known = [...IDS, "gateway/body-not-in-keys"];
  expect(named.filter((id) => !known.includes(id))).toEqual([]);
});
