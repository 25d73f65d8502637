import fc from "fast-check";
import { markdownFormat } from "../../../lib/command-line/check/markdown-format";
import { anyText } from "../../support/arbitraries";
import { changed, ERROR, reportOf, WARNING } from "../support/reports";

const rows = (text: string): string[] => text.split("\n").filter((line) => line.startsWith("| :"));

test("a table, errors first", () => {
  const text = markdownFormat(reportOf({ ...WARNING, file: "a.json" }, ERROR));
  expect(text).toMatch(
    /^### API caching: 1 error and 1 warning in 3 files\n\n\| \| Rule \| Where \| What to change \|\n/,
  );
  const [first, second] = rows(text);
  expect(first).toContain(
    "| :x: error | [`gateway/ttl-out-of-range`](https://github.com/cdktf-api-caching/cdktf-api-caching/blob/main/docs/rules.md#gateway/ttl-out-of-range) | `aws_api_gateway_method_settings.cats`<br>`cdktf.out/stacks/cats/cdk.tf.json:12` | ",
  );
  expect(second).toContain("| :warning: warning | [`gateway/ttl-zero`]");
  expect(second).toContain("| `a.json` |");
});

test("nothing found is a line", () => {
  expect(markdownFormat(reportOf())).toBe("### API caching: no findings in 1 file\n");
});

test("what a value holds is text, not markup, and calls nobody", () => {
  const bad = changed(ERROR, { message: "a | b <img src=x> *c* `d` @everyone [e](f) ${g} ~h~ \\|\nnext" });
  const [row] = rows(markdownFormat(reportOf(bad)));
  expect(row).toContain(
    "a \\| b &lt;img src=x&gt; \\*c\\* \\`d\\` @\u200beveryone \\[e\\]\\(f\\) \\$\\{g\\} \\~h\\~ \\\\\\| next |",
  );
});

test("a name that could end its code or its cell has no mark left", () => {
  const [row] = rows(markdownFormat(reportOf({ ...ERROR, address: 'x["a\\\\|<img>"]', file: "`x" })));
  expect(row).toContain('<code>x\\["a\\\\\\\\\\|&lt;img&gt;"\\]</code><br><code>\\`x:12</code>');
});

test("whatever is found, each finding is one row of four cells", () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (message, file, address) => {
      const text = markdownFormat(reportOf({ ...changed(ERROR, { message }), file, address }));
      const table = text.split("\n").slice(2);
      expect(table).toHaveLength(4);
      expect(table[2]!.replace(/\\./g, "").split("|")).toHaveLength(6);
    }),
  );
});

test("it is never longer than a comment can be, and says what is left out", () => {
  const findings = Array.from({ length: 500 }, (_, line) => ({ ...ERROR, line }));
  const text = markdownFormat(reportOf(...findings));
  expect(text.length).toBeLessThanOrEqual(30_000);
  const shown = rows(text).length;
  expect(shown).toBeGreaterThan(30);
  expect(text).toContain(`\n${500 - shown} more; \`cdktf-api-caching check\` lists them all.\n`);
});

test("what just fits is whole", () => {
  const whole = markdownFormat(reportOf(ERROR, WARNING));
  expect(markdownFormat(reportOf(ERROR, WARNING), whole.length)).toBe(whole);
  expect(markdownFormat(reportOf(ERROR, WARNING), whole.length - 1)).toContain("1 more");
});
