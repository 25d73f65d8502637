import fc from "fast-check";
import { Template, parseTemplate } from "../../../lib/serverless/core/variable-text";

/** A template as text, with `<` and `>` around variables, `|` between sources. */
function show(template: Template): string {
  return template
    .map((part) => {
      if (typeof part === "string") return part;
      const sources = part.sources.map((source) => {
        if (source.kind === "literal") return `=${JSON.stringify(source.value)}`;
        return `${source.type}(${source.parameters.map(show).join(";")})${show(source.address)}`;
      });
      return `<${sources.join("|")}>`;
    })
    .join("");
}

test.each([
  ["plain", "plain"],
  ["${self:custom.a}", "<self()custom.a>"],
  ["${self:}", "<self()>"],
  ["a-${opt:stage}-b", "a-<opt()stage>-b"],
  ["${opt:stage, self:provider.stage, 'dev'}", '<opt()stage|self()provider.stage|="dev">'],
  ["${opt:a,'b'}", '<opt()a|="b">'],
  ['${opt:a, "b\\"c"}', '<opt()a|="b\\"c">'],
  ["${opt:a, 'it, has } all'}", '<opt()a|="it, has } all">'],
  ["${opt:a, ''}", '<opt()a|="">'],
  ["${opt:a, true}", "<opt()a|=true>"],
  ["${opt:a, false}", "<opt()a|=false>"],
  ["${opt:a, null}", "<opt()a|=null>"],
  ["${opt:a, 300}", "<opt()a|=300>"],
  ["${opt:a, -0.5}", "<opt()a|=-0.5>"],
  ["${self:custom.${opt:stage, 'dev'}.ttl, 60}", '<self()custom.<opt()stage|="dev">.ttl|=60>'],
  ["${file(./a.yml)}", "<file(./a.yml)>"],
  ["${file(./a.${opt:stage}.yml):b.c, 1}", "<file(./a.<opt()stage>.yml)b.c|=1>"],
  ["${file( 'a b.yml' ):c}", "<file(a b.yml)c>"],
  ["${cf(us-east-1):stack.out}", "<cf(us-east-1)stack.out>"],
  ["${ssm(us-east-1, raw):/a/b}", "<ssm(us-east-1;raw)/a/b>"],
  ["${strToBool(${env:X})}", "<strToBool(<env()X>)>"],
  ["${ssm:/a:1}", "<ssm()/a:1>"],
  ["${ self:a}", "${ self:a}"],
  ["${AWS::Region}", "${AWS::Region}"],
  ["${aws::region}", "${aws::region}"],
  ["${Resource.Arn}/${self:a}", "${Resource.Arn}/<self()a>"],
  ["${AWS::Region-${self:a}}", "${AWS::Region-<self()a>}"],
  ["\\${self:a}", "${self:a}"],
  ["$${self:a}", "$<self()a>"],
  ["{a}$b", "{a}$b"],
])("reads %s", (text, shown) => {
  expect(parseTemplate(text).template && show(parseTemplate(text).template!)).toBe(shown);
});

test("keeps a variable as it is written", () => {
  expect(parseTemplate("a ${opt:b, 'c'} d").template).toMatchObject(["a ", { text: "${opt:b, 'c'}" }, " d"]);
});

test.each([
  ["${self:a", "closing brace"],
  ["${opt:a, dev}", "put the default dev into quotes"],
  ["${opt:a, 'dev}", "a default is missing"],
  ["${opt:a,}", "a default is missing"],
  ["${opt:a, 'b', opt:c}", "nothing can follow"],
  ["${opt:a, 'b' c}", "closing brace"],
  ["${file(a.yml}", "closing parenthesis"],
  ["${file('a.yml' x):b}", "behind a text in quotes"],
  ['${opt:a, "\\x"}', "is no text in quotes"],
  [`${"${self:".repeat(30)}a${"}".repeat(30)}`, "20 deep"],
])("says what is wrong with %s", (text, problem) => {
  expect(parseTemplate(text).problem).toContain(problem);
});

test("never throws, and leaves text without variables as it is", () => {
  const piece = fc.constantFrom(
    "$",
    "${",
    "{",
    "}",
    "self:",
    "opt:a",
    "file(",
    ")",
    ",",
    "'",
    '"',
    "\\",
    " ",
    "null",
    "x",
    "1",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join("");
      const { template, problem } = parseTemplate(text);
      expect((template === undefined) !== (problem === undefined)).toBe(true);
      if (!text.includes("${") && template !== undefined) expect(template.join("")).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test("an escaped text means itself", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!text.includes("\\${"));
      const { template } = parseTemplate(text.replaceAll("${", "\\${"));
      expect(template?.join("")).toBe(text);
    }),
  );
});
