import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "./pages";

/** One property of an interface, as its source says it. */
export interface DocumentedProperty {
  readonly name: string;
  /** The type as written, in one line. */
  readonly type: string;
  readonly isOptional: boolean;
  /** The text of its docstring; empty if it has none. */
  readonly text: string;
  /** What stands after `@default`. */
  readonly defaultText?: string;
}

export interface DocumentedInterface {
  readonly name: string;
  readonly properties: readonly DocumentedProperty[];
}

const FOLDERS = ["lib/domain", "lib/edge", "lib/front", "lib/gateway", "lib/rules", "lib/serverless", "lib/stack"];

/** The interfaces of the library by name; only their own properties, not those that they inherit. */
export function interfacesOfLibrary(): Map<string, DocumentedInterface> {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(ROOT, folder, name)),
  );
  return new Map(files.flatMap(interfacesOf).map((one) => [one.name, one]));
}

/** The names of the interfaces that the library exports. */
export function exportedInterfaces(known: ReadonlyMap<string, DocumentedInterface>): string[] {
  const index = parse(join(ROOT, "lib/index.ts"));
  return index.statements.filter(ts.isExportDeclaration).flatMap((declaration) => {
    if (declaration.exportClause !== undefined && ts.isNamedExports(declaration.exportClause)) {
      return declaration.exportClause.elements.map(({ name }) => name.text).filter((name) => known.has(name));
    }
    const module = (declaration.moduleSpecifier as ts.StringLiteral).text;
    return interfacesOf(join(ROOT, "lib", `${module}.ts`)).map(({ name }) => name);
  });
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
}

function interfacesOf(file: string): DocumentedInterface[] {
  return parse(file)
    .statements.filter(ts.isInterfaceDeclaration)
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .map(({ name, members }) => ({
      name: name.text,
      properties: members.filter(ts.isPropertySignature).filter(isPublic).map(propertyOf),
    }));
}

/** What begins with an underscore is not for users. */
function isPublic({ name }: ts.PropertySignature): boolean {
  return !name.getText().startsWith("_");
}

function propertyOf(property: ts.PropertySignature): DocumentedProperty {
  const [docstring] = ts.getJSDocCommentsAndTags(property);
  const tag = ts.getJSDocTags(property).find(({ tagName }) => tagName.text === "default");
  return {
    name: property.name.getText(),
    type: oneLine(property.type!.getText()),
    isOptional: property.questionToken !== undefined,
    text: oneLine(ts.getTextOfJSDocComment(docstring?.comment) ?? ""),
    defaultText: tag && oneLine(ts.getTextOfJSDocComment(tag.comment) ?? ""),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
