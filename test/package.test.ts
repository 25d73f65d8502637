import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const ROOT = resolve(__dirname, "..");

interface Packed {
  readonly files: readonly { readonly path: string }[];
  readonly bundled: readonly string[];
  readonly unpackedSize: number;
}

function packed(): Packed {
  const json: Packed[] | { [name: string]: Packed } = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: ROOT,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  return Object.values(json)[0]!;
}

describe("the npm package", () => {
  const { files, bundled } = packed();
  const own = files.map(({ path }) => path).filter((path) => !path.startsWith("node_modules/"));

  test("holds what a user needs", () => {
    expect(own).toEqual(
      expect.arrayContaining([
        ".jsii",
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "dist/index.d.ts",
        "dist/index.js",
        "docs/rules.md",
        "package.json",
      ]),
    );
  });

  test("holds nothing else", () => {
    const expected =
      /^(\.jsii|CHANGELOG\.md|LICENSE|README\.md|package\.json|dist\/index\.js|dist\/.*\.d\.ts|docs\/.*\.md)$/;
    expect(own.filter((path) => !expected.test(path))).toEqual([]);
  });

  test("brings its two libraries along, and no framework or provider", () => {
    expect([...bundled].sort()).toEqual(["fastest-levenshtein", "yaml"]);
  });

  test("requires nothing but its two libraries and its peers", () => {
    const code = readFileSync(resolve(ROOT, "dist/index.js"), "utf8");
    const required = Array.from(code.matchAll(/require\("([^"]+)"\)/g), ([, name]) => name!);
    const expected =
      /^(node:(crypto|fs|util)|cdktf|constructs|yaml|fastest-levenshtein|@cdktf\/provider-aws\/lib\/[a-z-]+)$/;
    expect(required).toContain("cdktf");
    expect(required.filter((name) => !expected.test(name))).toEqual([]);
  });

  test("declares no provider by its root, which would cost every user's type check seconds", () => {
    const declarations = own
      .filter((path) => path.endsWith(".d.ts"))
      .map((path) => readFileSync(resolve(ROOT, path), "utf8"));
    expect(declarations.filter((text) => /from "@cdktf\/provider-[a-z]+"/.test(text))).toEqual([]);
  });
});
