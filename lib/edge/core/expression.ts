import { IsUnknown } from "../../rules/known";

/** The longest expression that Cloudflare takes, in characters. */
export const LONGEST_EXPRESSION = 4096;

/**
 * Writes expressions of Cloudflare's rules language. What Terraform knows only later is put in as it is, and becomes
 * an argument of `format` where the expression is rendered.
 *
 * Source: https://developers.cloudflare.com/ruleset-engine/rules-language/
 */
export class ExpressionWriter {
  public constructor(private readonly isUnknown: IsUnknown) {}

  /** A text in quotes. */
  public quote(text: string): string {
    return this.isUnknown(text) ? `"${text}"` : `"${text.replace(/["\\]/g, "\\$&")}"`;
  }

  public equals(field: string, value: string): string {
    return `${field} eq ${this.quote(value)}`;
  }

  /** One value, or one of several. */
  public isOneOf(field: string, values: readonly string[]): string {
    const [first, ...others] = values;
    if (first === undefined) throw new RangeError("a value is needed");
    return others.length === 0
      ? this.equals(field, first)
      : `${field} in {${values.map((value) => this.quote(value)).join(" ")}}`;
  }

  public startsWith(field: string, prefix: string): string {
    return `starts_with(${field}, ${this.quote(prefix)})`;
  }

  public contains(field: string, part: string): string {
    return `${field} contains ${this.quote(part)}`;
  }

  /** A pattern that stands for the whole value, in which `*` is any text and upper case differs from lower case. */
  public matchesWildcard(field: string, pattern: string): string {
    const text = this.isUnknown(pattern) ? pattern : pattern.replace(/\\/g, "\\\\");
    return `${field} strict wildcard ${this.quote(text)}`;
  }

  /** The values of a request header, by its name in any spelling. */
  public header(name: string): string {
    return `http.request.headers[${this.quote(this.isUnknown(name) ? name : name.toLowerCase())}]`;
  }

  public isPresent(field: string): string {
    return `len(${field}) > 0`;
  }

  public not(condition: string): string {
    return `not ${condition}`;
  }

  public and(...conditions: readonly string[]): string {
    return joined("and", conditions);
  }

  public or(...conditions: readonly string[]): string {
    return joined("or", conditions);
  }
}

function joined(operator: string, conditions: readonly string[]): string {
  if (conditions.length === 0) throw new RangeError("a condition is needed");
  return conditions.length === 1 ? conditions[0]! : `(${conditions.join(` ${operator} `)})`;
}
