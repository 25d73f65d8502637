import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "./pages";
import { Snippet, programOf } from "./snippets";

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Node10,
  strict: true,
  skipLibCheck: true,
  esModuleInterop: true,
  noEmit: true,
  types: ["node"],
  typeRoots: [join(ROOT, "node_modules/@types")],
  paths: { "cdktf-api-caching": [join(ROOT, "lib/index.ts")] },
};

/** What the compiler has against the snippets, each with the place where it stands in the documentation. */
export function typeErrors(snippets: readonly Snippet[]): string[] {
  const sources = new Map(
    snippets.map((snippet, index) => [
      join(ROOT, "test/docs", `snippet-${index}.ts`),
      { snippet, text: moduleOf(snippet) },
    ]),
  );
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => sources.has(file) || fileExists(file);
  host.readFile = (file) => sources.get(file)?.text ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const source = sources.get(file);
    if (source === undefined) return getSourceFile(file, version, ...rest);
    return ts.createSourceFile(file, source.text, version);
  };
  const program = ts.createProgram([...sources.keys()], OPTIONS, host);
  return [...sources].flatMap(([file, { snippet }]) => {
    const source = program.getSourceFile(file)!;
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return diagnostics.map(({ messageText, start = 0 }) => {
      const line = source.text.slice(source.text.lastIndexOf("\n", start) + 1).split("\n", 1)[0]!;
      return `${snippet.page}:${snippet.line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}: ${line.trim()}`;
    });
  });
}

/** A module, so that the names of one snippet are not those of another. */
function moduleOf(snippet: Snippet): string {
  return `${programOf(snippet)}\nexport {};\n`;
}
