import fc from "fast-check";

const VERBS = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"] as const;

/** What the ids, the method paths and the parsers give a meaning to: the likeliest to be mistaken for each other. */
const PIECES = ["by", "all", "by-", "all-", "-", "x", "2D", "-x2D-", "x2E-", "x5F-", "_", "__", ".", "1", "A", "a"];

function pieces(...more: string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...PIECES, ...more), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(""));
}

export const parameterName = fc.oneof(fc.stringMatching(/^[A-Za-z0-9._-]{1,8}$/), pieces());

/** A path that API Gateway takes, with its leading slash. */
export const resourcePath = pathOf(
  fc.oneof(fc.stringMatching(/^[A-Za-z0-9._:,-]{1,8}$/), pieces(":", ",")),
  parameterName,
);

/** A path with more characters than API Gateway takes: an encoder loses none of them. */
export const anyPath = pathOf(
  fc.oneof(fc.stringMatching(/^[!-.0-z|~]{1,8}$/), pieces("~", "~1", "~0", "%", "ü")),
  fc.oneof(fc.stringMatching(/^[!-*,-.0-z|~]{1,8}$/), pieces("$", "~")),
);

function pathOf(literal: fc.Arbitrary<string>, name: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .record({
      names: fc.uniqueArray(name, { maxLength: 3 }),
      literals: fc.array(literal, { maxLength: 3 }),
      order: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      greedy: fc.boolean(),
    })
    .map(({ names, literals, order, greedy }) => {
      const parameters = names.map((one) => `{${one}}`);
      const rest = [...literals];
      const mixed: string[] = [];
      for (const takeParameter of order) {
        const next = takeParameter ? (parameters.shift() ?? rest.shift()) : (rest.shift() ?? parameters.shift());
        if (next !== undefined) mixed.push(next);
      }
      const last = mixed.length - 1;
      return `/${mixed.map((text, index) => (greedy && index === last ? text.replace(/\}$/, "+}") : text)).join("/")}`;
    });
}

export const httpVerb = fc.constantFrom(...VERBS);

/** A cache key in the plugin's notation that has nothing to do with the path. */
export const requestKey = fc.constantFrom("request.querystring.page", "request.header.Accept", "request.header.accept");

/** Any text: what fast-check knows to be dangerous, and any characters, halves of characters too. */
export const anyText: fc.Arbitrary<string> = fc.oneof(fc.string(), textOf(fc.integer({ min: 0, max: 0x10ffff })));

/** A text made of these pieces. */
export function textOf(piece: fc.Arbitrary<string | number>): fc.Arbitrary<string> {
  const toText = (one: string | number) => (typeof one === "number" ? String.fromCodePoint(one) : one);
  return fc.array(piece).map((parts) => parts.map(toText).join(""));
}
