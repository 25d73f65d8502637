import { Condition, readCondition } from "../../../lib/edge/core/condition";

/** A condition with brackets around each operator. */
function written(condition: Condition | undefined): string {
  if (condition === undefined) return "nothing";
  if (condition.kind === "test") {
    return condition.tokens.map(({ kind, text }) => (kind === "text" ? `<${text}>` : text)).join(" ");
  }
  if (condition.kind === "not") return `[not ${written(condition.part)}]`;
  return `[${condition.parts.map(written).join(` ${condition.kind} `)}]`;
}

test.each([
  ['http.host eq "a"', "http.host eq <a>"],
  ["ssl", "ssl"],
  ["a or b and c", "[a or [b and c]]"],
  ["a xor b and c or d", "[[a xor [b and c]] or d]"],
  ["a || b ^^ c && d", "[a or [b xor [c and d]]]"],
  ["(a or b) and c", "[[a or b] and c]"],
  ["not a and b", "[[not a] and b]"],
  ["!(a)and not(b)", "[[not a] and [not b]]"],
  ["not not a", "[not [not a]]"],
  ["not http.host in {\"a\" \"b\"}", "[not http.host in { <a> <b> }]"], // prettier-ignore
  ['http.host!="a"', "http.host != <a>"],
  ['starts_with(lower(http.host), "a or b)") or c', "[starts_with ( lower ( http.host ) , <a or b)> ) or c]"],
  ['any(http.request.headers["a"][*] ne "")', "any ( http.request.headers [ <a> ] [ * ] ne <> )"],
  ['x eq r"a\\b"', "x eq <a\\b>"],
  ['x eq r#"a"b"#', 'x eq <a"b>'],
  ['x eq "a\\"b\\\\c"', 'x eq <a"b\\c>'],
  ["ip.src in {10.0.0.0/8 ::1} and http.host in $list", "[ip.src in { 10.0.0.0/8 ::1 } and http.host in $list]"],
  ['\n http.host eq\n"${unknown}"', "http.host eq <${unknown}>"],
])("%s", (expression, expected) => expect(written(readCondition(expression))).toBe(expected));

test.each([
  "",
  "a and",
  "(a",
  "a)",
  "()",
  "not",
  "a or or b",
  '"a',
  "a = b",
  "${var.a} and b",
  "%{ if x }a%{ endif }",
  "(http.host) eq b",
  `${"(".repeat(50_000)}a${")".repeat(50_000)}`,
  `${"not ".repeat(50_000)}a`,
])("%#: no expression, or not all of one", (expression) => expect(readCondition(expression)).toBeUndefined());
