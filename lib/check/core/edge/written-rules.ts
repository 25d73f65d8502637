import { PlainRule, listOf, plainRules } from "../../../edge/core/plain-rules";
import { isRecord } from "../../../rules/input/shape";
import { References } from "../references";
import { templateParts } from "../template-text";

/** What stands where a part of an expression is not known. */
const NOT_KNOWN = "${unknown}";

/** The rules of a ruleset, with the references in their expressions followed; undefined where they are not known. */
export function rulesOf(rules: unknown, references: References): readonly PlainRule[] | undefined {
  if (!Array.isArray(rules) && !isRecord(rules)) return undefined;
  const known = READ.get(references) ?? new WeakMap<object, readonly PlainRule[]>();
  const read = known.get(rules) ?? plainRules(writtenRules(rules, references));
  READ.set(references, known.set(rules, read));
  return read;
}

/** What has been read: the rules of a zone are asked for each of its hosts. */
const READ = new WeakMap<References, WeakMap<object, readonly PlainRule[]>>();

/** The list of rules with the references in their expressions followed; what is no rule stays as it is. */
export function writtenRules(rules: unknown, references: References): unknown {
  if (!Array.isArray(rules) && !isRecord(rules)) return rules;
  return listOf(rules).map((rule) =>
    isRecord(rule) ? { ...rule, expression: writtenExpression(rule.expression, references) } : rule,
  );
}

/** An expression of Cloudflare's with its references followed, as far as that goes. */
export function writtenExpression(value: unknown, references: References): string {
  const text = references.text(value);
  if (text !== undefined) return text;
  const end = references.resolve(value);
  const parts = typeof end === "string" ? (templateParts(end) ?? []) : [];
  const known = parts.map(({ text: part, expression }) => part ?? references.text(`\${${expression}}`) ?? NOT_KNOWN);
  return known.length === 0 ? NOT_KNOWN : known.join("");
}
