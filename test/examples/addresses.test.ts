import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type AddressedDocument, addressesOf, lostAddresses } from "../support/addresses";
import { EXAMPLE_STACKS } from "../support/examples";
import { synthesizeExample } from "../support/synthesize-example";

const UPDATE = process.env.UPDATE_GOLDEN === "1";
const LOST =
  "These addresses are in the states of users, and a plan would destroy what is behind them. Give them back, or write a moved block. Only where the example itself lost a resource, take the lines out of the file by hand:";
const ADDED = "These addresses are new: once they are released they stay. UPDATE_GOLDEN=1 records them:";

const linesOf = (text: string) => text.split("\n").filter((line) => line !== "");

/** Fails with a sentence, which says more than the difference of two lists. */
function expectNone(addresses: readonly string[], why: string): void {
  if (addresses.length > 0) throw new Error([why, ...addresses].join("\n  "));
}

describe.each(EXAMPLE_STACKS)("the stack of %s called %s", (example, stack) => {
  const output = synthesizeExample(example);
  const document = JSON.parse(output.json(stack)) as AddressedDocument;
  output.remove();
  const today = addressesOf(document);
  const file = join(__dirname, example, `${stack}.addresses.txt`);
  const recorded = existsSync(file) ? linesOf(readFileSync(file, "utf8")) : [];

  test("has every resource where it was", () => {
    expectNone(lostAddresses(recorded, document), LOST);
  });

  test("has no resource whose address is not recorded", () => {
    const all = [...new Set([...recorded, ...today])].sort();
    const added = all.filter((address) => !recorded.includes(address));
    if (!UPDATE) return expectNone(added, ADDED);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${all.join("\n")}\n`);
  });

  test("has a sorted record without doubles", () => {
    if (!UPDATE) expect(recorded).toEqual([...new Set(recorded)].sort());
  });
});

describe("a record of addresses", () => {
  test("is one of a stack that there is", () => {
    const files = readdirSync(__dirname, { recursive: true }) as string[];
    const known = EXAMPLE_STACKS.map(([example, stack]) => join(example, `${stack}.addresses.txt`));
    expect(files.filter((name) => name.endsWith(".addresses.txt") && !known.includes(name))).toEqual([]);
  });

  const written = { resource: { a_type: { kept: {}, renamed: {} }, b_type: { one: {} } } };

  test("lists every resource by type and name", () => {
    expect(addressesOf(written)).toEqual(["a_type.kept", "a_type.renamed", "b_type.one"]);
    expect(addressesOf({})).toEqual([]);
  });

  test("misses what is gone, and what has another name or type", () => {
    expect(lostAddresses(["a_type.kept", "a_type.name", "c_type.one"], written)).toEqual(["a_type.name", "c_type.one"]);
  });

  test("takes a moved block for an answer, if what it moves to is there", () => {
    const moved = (to: string) => ({ ...written, moved: [{ from: "a_type.name", to }] });
    expect(lostAddresses(["a_type.name"], moved("a_type.renamed"))).toEqual([]);
    expect(lostAddresses(["a_type.name"], moved("a_type.gone"))).toEqual(["a_type.name"]);
  });
});
