import { readParameterMappings } from "../../../../lib/command-line/from-serverless/core/read-parameter-mappings";
import { open } from "../../../serverless/support";

function mappings(parameters: string) {
  const { reader, root } = open(`value: { parameters: ${parameters} }`);
  const found = readParameterMappings(reader, reader.get({ node: root, path: "" }, "value"));
  return { found, wrong: reader.findings.map(({ rule }) => rule) };
}

test.each([
  ["querystrings", "querystring"],
  ["paths", "path"],
  ["headers", "header"],
])("%s are mapped from the request, or from what is said", (key, place) => {
  const { found, wrong } = mappings(`{ ${key}: { A: false, B: { mappedValue: "'b'" }, C: { required: true } } }`);
  expect(wrong).toEqual([]);
  expect(found.map(({ name, source }) => [name, source])).toEqual([
    [`integration.request.${place}.A`, `method.request.${place}.A`],
    [`integration.request.${place}.B`, "'b'"],
    [`integration.request.${place}.C`, `method.request.${place}.C`],
  ]);
  expect(found.map(({ mappedAt }) => mappedAt)).toEqual([
    undefined,
    expect.stringMatching(/^serverless\.yml:1:\d+ value\.parameters\.\w+\.B\.mappedValue$/),
    undefined,
  ]);
});

test("nothing that is declared is nothing", () => {
  expect(mappings("null")).toEqual({ found: [], wrong: [] });
  expect(mappings("{ headers: null }")).toEqual({ found: [], wrong: [] });
});

test("a source is a text", () => {
  expect(mappings("{ headers: { A: { mappedValue: [a] } } }").wrong).toEqual(["serverless/wrong-type"]);
});
