import { DocumentedInterface, exportedInterfaces, interfacesOfLibrary } from "./interfaces";
import { PAGES, tableRows } from "./pages";

const INTERFACES = interfacesOfLibrary();
const EXPORTED = exportedInterfaces(INTERFACES);

/** A table of options, and the interfaces whose properties it lists. */
interface PropsTable {
  readonly at: string;
  readonly interfaces: readonly string[];
  readonly rows: readonly string[][];
}

const TABLES: readonly PropsTable[] = PAGES.flatMap(({ file, text }) =>
  [...text.matchAll(/^<!-- props: (.*) -->\n\n((?:^\|.*\|\n)+)/gm)].map(([, names = "", table = ""]) => ({
    at: `${file}, ${names}`,
    interfaces: names.split(" "),
    rows: tableRows(table).slice(1),
  })),
);

function bare(cell: string): string {
  return cell.replace(/`/g, "");
}

function byName<T extends { readonly name: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => a.name.localeCompare(b.name));
}

function expectedRows({ properties }: DocumentedInterface) {
  return properties.map(({ name, type, isOptional, defaultText }) => ({
    name,
    type,
    default: isOptional ? bare(defaultText ?? "").replace(/^- /, "") : "required",
  }));
}

test.each(TABLES.map((table) => [table.at, table] as const))("the table in %s is complete and true", (_at, table) => {
  const expected = table.interfaces.flatMap((name) => expectedRows(INTERFACES.get(name)!));
  const hasDefaults = table.rows.every((row) => row.length === 4);
  const found = table.rows.map(([name = "", type = "", defaultText = ""]) => ({
    name: bare(name),
    type: bare(type),
    default: hasDefaults ? bare(defaultText) : "required",
  }));
  expect(byName(found)).toEqual(byName(expected));
});

test("every exported interface has its options in one table", () => {
  const listed = TABLES.flatMap(({ interfaces }) => interfaces);
  expect([...listed].sort()).toEqual([...EXPORTED].sort());
});

describe.each(EXPORTED)("%s", (name) => {
  const { properties } = INTERFACES.get(name)!;

  test("has a docstring on every property", () => {
    expect(properties.filter(({ text }) => text === "").map((property) => `${name}.${property.name}`)).toEqual([]);
  });

  test("has a @default on every optional property, and on no other", () => {
    const wrong = properties.filter(({ isOptional, defaultText }) => isOptional !== (defaultText !== undefined));
    expect(wrong.map((property) => `${name}.${property.name}`)).toEqual([]);
  });
});
