import type { CST } from "yaml";

/** Lists and objects are in each other this deep at most: the composer would exhaust the stack, and end the process. */
export const DEEPEST = 100;

export type YamlTokens =
  | { readonly tokens: readonly CST.Token[]; readonly tooDeepAt?: undefined }
  | { readonly tokens?: undefined; readonly tooDeepAt: number };

/**
 * The tokens of YAML, or the offset where lists and objects go too deep.
 *
 * @param onNewLine is told the offset of each line
 */
export function yamlTokens(
  yaml: typeof import("yaml"),
  text: string,
  onNewLine?: (offset: number) => void,
): YamlTokens {
  const parser = new yaml.Parser(onNewLine);
  const tokens: CST.Token[] = [];
  for (const lexeme of new yaml.Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > DEEPEST) return { tooDeepAt: parser.offset };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}
