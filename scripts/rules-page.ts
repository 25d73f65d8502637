/**
 * Prints `docs/rules.md` from the rules catalogue: `node -r sucrase/register/ts scripts/rules-page.ts`. The texts of
 * the errors are not written down anywhere: each is what the library says to the fragment beside it.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { transform } from "sucrase";
import { RuleCatalogue, RuleDescription, Severity } from "../lib";
import { checkConfigurations } from "../lib/check/core/check-configuration";
import { readConfiguration } from "../lib/check/core/read-configuration";
import { programOf, run } from "../test/docs/snippets";
import { RULE_EXAMPLES } from "./rule-examples";

/** Loads a module for the fragments, as `require` does, but takes this library from its sources. */
export type Load = (id: string) => unknown;

const LIBRARY = "cdktf-api-caching";

const INTRODUCTION = `<!-- Printed by scripts/rules-page.ts: change lib/rules/ or the script, and run npm run docs:rules. -->

# Rules

The library checks a configuration while it is synthesized, before anything reaches AWS. An **error** stops the synthesis: the construct throws a \`ConfigurationError\` that names every broken rule of the configuration at once, and nothing is written. A **warning** may be intended: it is shown by \`cdktf synth\` and does not stop it. A value that is known only when Terraform runs (a token) is not judged.

Every message has the same form: the id of the rule, the property as you wrote it, the value that was found, the cause, what is allowed, and what to change.

## Acknowledging a warning

Write the reason beside the option that raises the warning. An endpoint's \`acknowledgements\` apply to this endpoint only; those of a stage's cache apply to all its endpoints. In a \`CachedRestApi\` the stage's are in \`cache.acknowledgements\`.

<!-- snippet: stack -->

\`\`\`ts
new CachedRestApi(this, "cats", {
  stageName: "prod",
  endpoints: [
    {
      method: "GET",
      path: "/cats",
      integration: cats,
      authorizer: RestAuthorizer.iam(),
      cache: { acknowledgements: { "gateway/identity-not-in-key": "every caller sees the same cats" } },
    },
  ],
});
\`\`\`

An error cannot be acknowledged, unless it is marked so below. A reason without a word, or for an id that cannot be acknowledged, is the error [\`input/invalid-acknowledgement\`](#input/invalid-acknowledgement). A reason that nothing needs any more is the warning [\`input/unused-acknowledgement\`](#input/unused-acknowledgement).

## Reading findings as data

\`RuleCatalogue.findingsOf\` takes whatever was thrown and returns the findings of this library, or an empty list. \`RuleCatalogue.rules\` returns the catalogue that this page is made from.

<!-- snippet: stack -->

\`\`\`ts
try {
  new CachedRestApi(this, "cats", {
    stageName: "prod",
    endpoints: [{ method: "GET", path: "/cats/{id}", integration: cats, cache: {} }],
  });
} catch (error) {
  for (const { rule, property, found, allowed, change } of RuleCatalogue.findingsOf(error)) {
    console.error({ rule, property, found, allowed, change });
  }
}
\`\`\`

A finding has these properties:

<!-- props: Violation Finding -->

| Property   | Type       | What it is                                                      |
| ---------- | ---------- | --------------------------------------------------------------- |
| \`rule\`     | \`string\`   | The id of the rule, for example \`gateway/ttl-out-of-range\`.     |
| \`severity\` | \`Severity\` | \`Severity.ERROR\` or \`Severity.WARNING\`.                         |
| \`property\` | \`string\`   | The property as you wrote it, \`endpoints[2].cache.ttlSeconds\`.  |
| \`found\`    | \`any\`      | The value that was found there.                                 |
| \`allowed\`  | \`string\`   | What would be accepted.                                         |
| \`change\`   | \`string\`   | What to change.                                                 |
| \`message\`  | \`string\`   | All of it in one text, the one that the error and CDKTF show.   |

A rule of the catalogue has these:

<!-- props: RuleDescription -->

| Property | Type | Default | What it is |
| --- | --- | --- | --- |
| \`id\` | \`string\` | required | Stable, of the form \`area/what-is-wrong\`. |
| \`severity\` | \`Severity\` | required | Whether it stops the synthesis. |
| \`cause\` | \`string\` | required | What is wrong, in one line. |
| \`explanation\` | \`string\` | required | What would happen without the rule. |
| \`source\` | \`string\` | required | Where the behaviour is documented or was reported. |
| \`acknowledgeable\` | \`boolean\` | warnings only | Whether a reason can let it pass. |
`;

/** The text of `docs/rules.md`. */
export function rulesPage(load: Load): string {
  const rules = RuleCatalogue.rules();
  const rows = rules.map(({ id, severity, cause }) => [`[\`${id}\`](#${id})`, severity, escaped(cause)]);
  return [
    alignTables(INTRODUCTION),
    "## All rules\n",
    `${table([["Rule", "Severity", "Cause"], ...rows])}\n`,
    rules.map((rule) => section(rule, load)).join("\n"),
  ].join("\n");
}

function section({ id, severity, cause, explanation, source, acknowledgeable }: RuleDescription, load: Load): string {
  const code = RULE_EXAMPLES[id];
  if (code === undefined) throw new Error(`scripts/rule-examples has no example of ${id}`);
  const isJson = code.startsWith("{");
  const { message, change } = isJson ? answerToJson(id, code) : answerTo(id, severity, code, load);
  const block = isJson
    ? `\`\`\`json\n${code}\n\`\`\``
    : `<!-- snippet: ${severity} ${id} -->\n\n\`\`\`ts\n${code}\n\`\`\``;
  return `<a id="${id}"></a>

### ${id}

${kindOf(severity, acknowledgeable)}: ${escaped(cause)}. ${escaped(explanation)}

${block}

\`\`\`text
${message}
\`\`\`

What to change: ${escaped(change)}

Source: ${/^https:/.test(source) ? `<${source}>` : "this library."}
`;
}

function kindOf(severity: Severity, acknowledgeable?: boolean): string {
  if (severity === Severity.WARNING) return "Warning";
  return acknowledgeable ? "Error, unless a reason is given" : "Error";
}

/** What the library says to a fragment; it has to break this rule, once, and no other. */
function answerTo(id: string, severity: Severity, code: string, load: Load): { message: string; change: string } {
  const program = transform(programOf({ kind: "stack", code }), { transforms: ["typescript", "imports"] }).code;
  const { errors, warnings } = run("stack", program, load as NodeJS.Require);
  const found = [...errors, ...warnings.map((message) => ({ message, change: lastSentence(message) }))];
  const [finding] = found;
  const isRight = severity === Severity.ERROR ? errors.length === 1 : warnings.length === 1;
  if (finding === undefined || found.length > 1 || !isRight || !finding.message.startsWith(`${id}: `)) {
    throw new Error(`the example of ${id} raises ${JSON.stringify(found)}`);
  }
  return finding;
}

/** What `cdktf-api-caching check` says to Terraform JSON that breaks this rule, once, and no other. */
function answerToJson(id: string, code: string): { message: string; change: string } {
  const files = [{ file: "main.tf.json", value: JSON.parse(code) as { [name: string]: unknown } }];
  const { configuration, problem } = readConfiguration(files, false);
  if (configuration === undefined) throw new Error(`the example of ${id}: ${problem}`);
  const found = checkConfigurations([configuration], new Date(0)).map(({ finding }) => finding);
  if (found.length !== 1 || found[0]!.rule !== id) {
    throw new Error(`the example of ${id} raises ${JSON.stringify(found)}`);
  }
  return found[0]!;
}

/** A warning is known as text only; what to change is its last sentence. */
function lastSentence(message: string): string {
  return message.slice(message.lastIndexOf(". ") + 2);
}

/** Text in which Markdown sees no markup. */
function escaped(text: string): string {
  return text.replace(/([*_<|])/g, "\\$1");
}

/** A table with columns of one width, as prettier wants it. */
function table([head = [], ...rows]: string[][]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]!.length)));
  const line = (cells: string[], fill: string) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!, fill)).join(" | ")} |`;
  const ruler = head.map(() => "");
  return [line(head, " "), line(ruler, "-"), ...rows.map((row) => line(row, " "))].join("\n");
}

/** The tables of a text, aligned. */
function alignTables(text: string): string {
  return text.replace(/(?:^\|.*\|\n)+/gm, (found) => {
    const rows = found
      .trimEnd()
      .split("\n")
      .map((line) => line.slice(1, -1).split("|"));
    const cells = rows.map((row) => row.map((cell) => cell.trim()));
    return `${table(cells.filter((_, index) => index !== 1))}\n`;
  });
}

const PAGE = resolve(__dirname, "../docs/rules.md");

if (require.main === module) {
  // Where the fragments' own preambles are, whose relative imports are theirs.
  const load = createRequire(resolve(__dirname, "../test/docs/preambles.ts"));
  writeFileSync(
    PAGE,
    rulesPage((id) => load(id === LIBRARY ? "../../lib" : id)),
  );
}
