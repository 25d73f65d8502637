import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { PemOptions, fileExpression, pemExpression, pemSourceOf } from "../../lib/domain/pem-text";
import { briefly } from "../support/plan";

const directory = mkdtempSync(join(tmpdir(), "pem-text-"));
afterAll(() => rmSync(directory, { recursive: true }));

const FILE = join(directory, "a.pem");
writeFileSync(FILE, "the text\n");

function source(given: Partial<PemOptions>) {
  const options: PemOptions = {
    options: ["text", "file"],
    text: undefined,
    file: undefined,
    isRequired: true,
    ...given,
  };
  const { property, text, findings } = pemSourceOf(options);
  return [property, text, briefly(findings)];
}

test("a text comes from one of two options", () => {
  expect(source({ text: "the text" })).toEqual(["text", "the text", []]);
  expect(source({ file: FILE })).toEqual(["file", "the text\n", []]);
  expect(source({ text: "${var.x}" })).toEqual(["text", undefined, []]);
  expect(source({ isRequired: false })).toEqual(["text", undefined, []]);
});

test("a text comes from no more and no less than one", () => {
  expect(source({ text: "a", file: FILE })).toEqual(["file", undefined, ["certificate/pem-source at file"]]);
  expect(source({ text: "a", file: FILE, isRequired: false })[2]).toEqual(["certificate/pem-source at file"]);
  expect(source({})).toEqual(["file", undefined, ["certificate/pem-source at file"]]);
  expect(source({ text: "", isRequired: false })).toEqual(["text", "", []]);
});

test.each([["none.pem"], [""], [directory]])("%j cannot be read", (file) => {
  expect(source({ file })).toEqual(["file", undefined, ["certificate/file-unreadable at file"]]);
});

test("PEM is an expression of one line, and what is one already stays as it is", () => {
  expect(pemExpression("-----BEGIN X-----\nAA==\n-----END X-----\n\n")).toBe(
    '${trimspace("-----BEGIN X-----\\nAA==\\n-----END X-----")}',
  );
  expect(pemExpression("${var.x}")).toBe("${var.x}");
});

test.each([
  ["key.pem", "../../../key.pem"],
  ["keys/key.pem", "../../../keys/key.pem"],
  ["cdktf.out/stacks/api/key.pem", "key.pem"],
  ['a "b" \\ c.pem', '../../../a \\"b\\" \\\\ c.pem'],
  ["${a}%{b}$c.pem", "../../../$${a}%%{b}$c.pem"],
])("%s is found from the directory of the stack", (file, path) => {
  const stack = new TerraformStack(new App({ outdir: join(directory, "cdktf.out") }), "api");
  const scope = new Construct(stack, "inner");
  expect(fileExpression(scope, join(directory, file))).toBe(`\${file("\${path.module}/${path}")}`);
});

test("both may be relative to the directory that the app runs in", () => {
  const project = relative(process.cwd(), directory);
  const stack = new TerraformStack(new App({ outdir: join(project, "cdktf.out") }), "api");
  expect(fileExpression(stack, join(project, "key.pem"))).toBe('${file("${path.module}/../../../key.pem")}');
});
