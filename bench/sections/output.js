const { readFileSync } = require("node:fs");
const { join } = require("node:path");

function stackJson(outdir) {
  return readFileSync(join(outdir, "stacks", "bench", "cdk.tf.json"), "utf8");
}

/** Fails unless two apps have written the same bytes. */
function assertSameBytes(outdir, otherOutdir) {
  assertSameText(outdir, stackJson(outdir), otherOutdir, stackJson(otherOutdir));
}

/**
 * Fails unless two apps have written the same resources, in whatever order.
 *
 * @param {(resources: object) => object} view what of them is compared
 */
function assertSameResources(outdir, otherOutdir, view = (resources) => resources) {
  const text = (from) => JSON.stringify(view(JSON.parse(stackJson(from)).resource), sortNames, 2);
  assertSameText(outdir, text(outdir), otherOutdir, text(otherOutdir));
}

function assertSameText(name, text, otherName, otherText) {
  if (text === otherText) return;
  const lines = text.split("\n");
  const others = otherText.split("\n");
  const length = Math.max(lines.length, others.length);
  const line = Array.from({ length }, (_, index) => index).find((index) => lines[index] !== others[index]);
  const show = (line = "(nothing)") => (line.length > 500 ? `${line.slice(0, 500)}...` : line);
  throw new Error(
    `What is compared is not the same, from line ${line + 1} on:\n` +
      `${name}: ${show(lines[line])}\n${otherName}: ${show(others[line])}`,
  );
}

function sortNames(_name, value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

module.exports = { assertSameBytes, assertSameResources };
