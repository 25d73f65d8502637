import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { name as engine, version as engineVersion } from "cdktf/package.json";
import { synthesizeExample } from "../support/synthesize-example";
import { EXAMPLE_STACKS } from "../support/examples";

const UPDATE = process.env.UPDATE_GOLDEN === "1";

/** The definition of the API apart from the rest, because nobody can read it as one line of JSON. */
function withReadableBody(json: string): { readonly stack: string; readonly definition?: string } {
  const document = JSON.parse(json);
  const [restApi] = Object.values<{ body?: string }>(document.resource?.aws_api_gateway_rest_api ?? {});
  if (restApi?.body === undefined) return { stack: json };
  const definition = `${restApi.body}\n`;
  restApi.body = "see the definition beside this file";
  return { stack: `${JSON.stringify(document, undefined, 2)}\n`, definition };
}

/** CDK Terrain names its own version, and breaks no line inside of what is empty. Nothing else may differ. */
function asEngineWrites(golden: string): string {
  if (engine === "cdktf" || !golden.startsWith(`{\n  "//"`)) return golden;
  return golden.replace(/\{\n *\}/g, "{}").replace(/^( +"version": )"[^"]+"$/m, `$1"${engineVersion}"`);
}

function expectGolden(name: string, text: string): void {
  const file = join(__dirname, name);
  if (UPDATE && engine === "cdktf") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file)).toBe(true);
  expect(text).toBe(asEngineWrites(readFileSync(file, "utf8")));
}

describe.each(EXAMPLE_STACKS)("the stack of %s called %s", (example, stack) => {
  const output = synthesizeExample(example);
  const json = output.json(stack);
  const annotations = output.annotations(stack);
  output.remove();

  test("is what it was, byte for byte", () => {
    const { stack: document, definition } = withReadableBody(json);
    expectGolden(`${example}/${stack}.tf.json`, document);
    if (definition !== undefined) expectGolden(`${example}/${stack}.definition.txt`, definition);
  });

  test("is the same when it is synthesized again", () => {
    const again = synthesizeExample(example);
    expect(again.json(stack)).toBe(json);
    again.remove();
  });

  test("holds no path of the machine", () => {
    expect(json).not.toContain(process.cwd());
    expect(json).not.toContain(output.directory);
  });

  test("warns of nothing", () => {
    expect(annotations).toEqual([]);
  });
});
