import fc from "fast-check";
import { ExpressionWriter } from "../../../lib/edge/core/expression";
import { anyText } from "../../support/arbitraries";

const write = new ExpressionWriter((value) => String(value).includes("${"));

/** Reads a quoted text as Cloudflare does, character by character. */
function unquote(quoted: string): { text: string; rest: string } {
  const characters = [...quoted];
  if (characters.shift() !== '"') throw new Error("it does not begin with a quote");
  let text = "";
  for (;;) {
    const character = characters.shift();
    if (character === undefined) throw new Error("the quote is not closed");
    if (character === '"') return { text, rest: characters.join("") };
    if (character !== "\\") text += character;
    else {
      const escaped = characters.shift();
      if (escaped !== '"' && escaped !== "\\") throw new Error(`\\${escaped} is no escape`);
      text += escaped;
    }
  }
}

const plainText = anyText.filter((text) => !text.includes("${"));

test("any text is read back as it was", () => {
  fc.assert(
    fc.property(plainText, (text) => {
      expect(unquote(write.quote(text))).toEqual({ text, rest: "" });
    }),
  );
});

test("any list of texts is read back as it was", () => {
  fc.assert(
    fc.property(fc.array(plainText, { minLength: 2, maxLength: 5 }), (texts) => {
      let rest = write.isOneOf("f", texts);
      expect(rest.startsWith("f in {")).toBe(true);
      rest = rest.slice("f in {".length);
      const found: string[] = [];
      while (!rest.startsWith("}")) {
        const read = unquote(rest);
        found.push(read.text);
        rest = read.rest.replace(/^ /, "");
      }
      expect([found, rest]).toEqual([texts, "}"]);
    }),
  );
});

test("an asterisk of a pattern is any text, and nothing else of it means anything", () => {
  const pieces = fc.array(fc.constantFrom("a", "*", "\\", '"', "/", "."), { maxLength: 8 });
  fc.assert(
    fc.property(pieces, (parts) => {
      const { text } = unquote(write.matchesWildcard("f", parts.join("")).replace(/^f strict wildcard /, ""));
      // A pattern is read in pairs: a backslash takes the meaning from what follows.
      const meant = [...text.matchAll(/\\([\s\S])|([\s\S])/g)].map(([, escaped, plain]) => [escaped ?? plain, escaped]);
      expect(meant.map(([character]) => character).join("")).toBe(parts.join(""));
      for (const [character, escaped] of meant) expect(escaped === undefined).toBe(character !== "\\");
    }),
  );
});

test.each([
  [write.equals("http.host", "api.example.com"), 'http.host eq "api.example.com"'],
  [write.isOneOf("http.host", ["a"]), 'http.host eq "a"'],
  [write.isOneOf("http.host", ["a", "b"]), 'http.host in {"a" "b"}'],
  [write.startsWith("http.request.uri.path", "/v1/"), 'starts_with(http.request.uri.path, "/v1/")'],
  [write.contains("http.cookie", "session="), 'http.cookie contains "session="'],
  [write.isPresent(write.header("Authorization")), 'len(http.request.headers["authorization"]) > 0'],
  [write.not("ssl"), "not ssl"],
  [write.and("a", "b", "c"), "(a and b and c)"],
  [write.and("a", write.or("b", "c")), "(a and (b or c))"],
  [write.or("a"), "a"],
])("%s", (written, expected) => {
  expect(written).toBe(expected);
});

test("what only Terraform knows is put in as it is", () => {
  expect(write.equals("http.host", '${var.hosts["a"]}')).toBe('http.host eq "${var.hosts["a"]}"');
  expect(write.header("${var.Name}")).toBe('http.request.headers["${var.Name}"]');
  expect(write.matchesWildcard("f", "${var.a}\\")).toBe('f strict wildcard "${var.a}\\"');
});

test("an empty list is a mistake of the caller", () => {
  expect(() => write.isOneOf("f", [])).toThrow(RangeError);
  expect(() => write.or()).toThrow(RangeError);
});
