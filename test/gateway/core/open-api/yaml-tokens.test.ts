import * as yaml from "yaml";
import { DEEPEST, yamlTokens } from "../../../../lib/gateway/core/open-api/yaml-tokens";

test("the tokens are those of the parser, and the lines are told", () => {
  const text = "a: [1, {b: 2}]\nc:\n  - d\n";
  const lines: number[] = [];
  const { tokens } = yamlTokens(yaml, text, (offset) => lines.push(offset));
  expect(tokens).toEqual([...new yaml.Parser().parse(text)]);
  expect(lines).toEqual([15, 18, 24]);
});

test.each([
  ["lists", "["],
  ["items", "- "],
  ["keys", "? "],
  ["objects", "{a: "],
])("%s are followed as deep as anybody writes, and no deeper", (_what, opening) => {
  expect(yamlTokens(yaml, opening.repeat(DEEPEST - 10)).tooDeepAt).toBeUndefined();
  const { tooDeepAt, tokens } = yamlTokens(yaml, opening.repeat(100_000));
  expect(tokens).toBeUndefined();
  expect(tooDeepAt).toBeLessThanOrEqual(opening.length * DEEPEST);
});
