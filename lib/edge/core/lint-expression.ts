import { Finding } from "../../rules/finding";
import { expressionSyntax } from "../../rules/edge/expression-syntax";
import { methodInExpression } from "../../rules/edge/method-in-expression";
import { methodNeverCached } from "../../rules/edge/method-never-cached";
import { notInPlan } from "../../rules/edge/not-in-plan";
import { LONGEST_EXPRESSION } from "./expression";
import { ZonePlan, isBelow } from "./zone-plan";

/** A text in quotes, or a raw one. */
const STRING = /r(#*)"[\s\S]*?"\1|"(?:[^"\\]|\\[\s\S])*"/g;

/** Checks an expression that the user wrote, whatever it is for. */
export function checkExpression(property: string, expression: string, plan: ZonePlan | undefined): Finding[] {
  const problem = problemOf(expression);
  if (problem !== undefined) return expressionSyntax(property, expression, problem);
  const usesRegExp = /\bmatches\b|~/.test(expression.replace(STRING, '""'));
  return usesRegExp && isBelow(plan, ZonePlan.BUSINESS) ? notInPlan(property, expression, ZonePlan.BUSINESS, plan) : [];
}

function problemOf(expression: string): string | undefined {
  const { length } = Array.from(expression);
  if (expression.trim() === "") return "it is empty";
  if (length > LONGEST_EXPRESSION) return `it has ${length} characters`;
  const code = expression.replace(STRING, "");
  if (code.includes('"')) return "a quote is not closed";
  return isBalanced(code) ? undefined : "its parentheses do not match";
}

function isBalanced(code: string): boolean {
  let depth = 0;
  for (const character of code) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const METHOD = /(\bnot\s+|!\s*)?\(?\s*http\.request\.method\s+(?:eq|==|in)\s*(\{[^}]*\}|"[^"]*")/g;

const NOT_GET =
  /http\.request\.method\s+(?:ne|!=)\s*"GET"|(?:\bnot\s+|!\s*)\(?\s*http\.request\.method\s+(?:eq|==|in)\s*(?:"GET"|\{[^}]*"GET"[^}]*\})/;

/** Then a verb that is never cached is only one of several ways to match. */
const ALTERNATIVE = /\bx?or\b|\|\||\^\^/;

/** Checks the expression of a rule that keeps answers: which verbs it is for. */
export function checkMethods(property: string, expression: string): Finding[] {
  const methods = [...expression.matchAll(METHOD)].flatMap(([, negation, values]) =>
    negation === undefined ? [...values!.matchAll(/"([^"]*)"/g)].map(([, method]) => method!) : [],
  );
  const other = NOT_GET.exec(expression);
  if (other !== null) return methodNeverCached(property, other[0]);
  if (methods.length === 0) return [];
  if (ALTERNATIVE.test(expression.replace(STRING, '""'))) return methodInExpression(property, expression);
  const never = methods.flatMap((method) => methodNeverCached(property, method));
  return never.length > 0 ? never : methodInExpression(property, expression);
}
