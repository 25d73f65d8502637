import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { transform } from "sucrase";
import { endpointId } from "../../lib/gateway/core/endpoint-id";
import { parseResourcePath } from "../../lib/gateway/core/resource-path";
import { PAGES, ROOT, marked, page, tableBelow } from "./pages";
import { programOf, run, snippetsOf } from "./snippets";

const GOLDEN = join(ROOT, "test/examples");

function golden(file: string): { resource: { [type: string]: { [name: string]: object } } } {
  return JSON.parse(readFileSync(join(GOLDEN, `${file}.tf.json`), "utf8"));
}

describe("a JSON excerpt is a part of a golden file", () => {
  const excerpts = PAGES.flatMap(({ file, text }) =>
    marked(text, "golden", "json").map(({ says, code }) => [`${file}, ${says}`, says, code] as const),
  );
  test.each(excerpts)("%s", (_at, says, code) => {
    const [file = "", address = ""] = says.split(" ");
    const [type = "", name = ""] = address.split(".");
    expect(golden(file).resource[type]?.[name]).toMatchObject(JSON.parse(code));
  });
});

/** The two halves of docs/terraform.md, each with the plans of one example. */
const PLANS = page("docs/terraform.md")
  .text.split(/^(?=## Cloudflare: the first plan$)/m)
  .map((text, index) => [["cats-rest-api", "cloudflare-http-api"][index]!, text] as const);

test.each(PLANS)("the plans of docs/terraform.md name resources that %s has", (example, text) => {
  const { resource } = golden(`${example}/${example}`);
  const addresses = Object.entries(resource).flatMap(([type, all]) =>
    Object.keys(all).map((name) => `${type}.${name}`),
  );
  // What a rotation makes is called by it.
  const known = (address: string) => address.replace(/_2027-03$/, "");
  const named = [...text.matchAll(/^ {2}# ([a-z]\S+\.\S+) (?:will|must) be/gm)].map(([, address = ""]) => address);
  expect([...new Set(named)].filter((address) => !addresses.includes(known(address)))).toEqual([]);
  const created = [...text.matchAll(/^ {2}# ([a-z]\S+\.\S+) will be created$/gm)].map(([, address = ""]) =>
    known(address),
  );
  expect([...new Set(created)].sort()).toEqual(addresses.sort());
  expect(text).toContain(`Plan: ${addresses.length} to add, 0 to change, 0 to destroy.`);
});

test("the README shows what the library says to its own example", () => {
  const { file, text } = page("README.md");
  const [snippet] = snippetsOf(file, text);
  const [error] = marked(text, "rule", "text");
  const wrong = snippet!.code.replace(', keys: [CacheKey.path("id")]', "");
  const { code } = transform(programOf({ kind: "stack", code: wrong }), { transforms: ["typescript", "imports"] });
  expect(run("stack", code, require).errors.map(({ message }) => message)).toEqual([error!.code]);
});

test("the README lists every example, and no other", () => {
  const listed = tableBelow(page("README.md").text, "Examples").slice(1);
  const folders = listed.map(([cell = ""]) => /\]\((.*)\)$/.exec(cell)![1]!);
  const present = readdirSync(join(ROOT, "examples")).map((name) => `examples/${name}`);
  expect([...folders].sort()).toEqual(present.filter((folder) => existsSync(join(ROOT, folder, "main.ts"))).sort());
});

test("every feature in the README names a page that exists", () => {
  const features = tableBelow(page("README.md").text, "What it does").slice(1);
  const pages = features.map(([, cell = ""]) => /\]\(([^)#]*)/.exec(cell)?.[1]);
  expect(pages.filter((file) => file === undefined || !existsSync(join(ROOT, file)))).toEqual([]);
  expect(features.length).toBeGreaterThan(5);
});

test("the README gives exactly two commands to try", () => {
  const { text } = page("README.md");
  const section = text.slice(text.indexOf("\n## Try it\n"), text.indexOf("\n## What it does\n"));
  const commands = [...section.matchAll(/^```sh\n([\s\S]*?)\n```$/gm)].map(([, command]) => command);
  expect(commands).toEqual(["npm ci && npx cdktf synth", "npm test"]);
});

test("the peers in the README are those of package.json", () => {
  const { peerDependencies, engines } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const rows = tableBelow(page("README.md").text, "Install").slice(1);
  for (const [name = "", versions = ""] of rows) {
    const expected = name === "Node.js" ? engines.node.replace(/\.0$/, "") : peerDependencies[name.replace(/`/g, "")];
    expect(`${name} ${versions}`).toBe(`${name} \`${expected}\``);
  }
});

test("no page names a script that package.json does not have", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const named = PAGES.flatMap(({ text }) => [...text.matchAll(/\bnpm run ([a-z:-]+)/g)].map(([, name = ""]) => name));
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});

test("the addresses in docs/stage-cache.md are those that the library gives", () => {
  const rows = tableBelow(page("docs/stage-cache.md").text, "Addresses in the state").slice(2);
  for (const [endpoint = "", id, address] of rows) {
    const [verb = "", path = ""] = endpoint.replace(/`/g, "").split(" ");
    const expected = endpointId(parseResourcePath(path).path!, verb);
    expect([id, address]).toEqual([`\`${expected}\``, `\`aws_api_gateway_method_settings.cache_${expected}\``]);
  }
  expect(rows.length).toBeGreaterThan(5);
});
