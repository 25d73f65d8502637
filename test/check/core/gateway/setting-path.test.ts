import fc from "fast-check";
import { readSettingPath } from "../../../../lib/check/core/gateway/setting-path";
import { HTTP_VERBS } from "../../../../lib/gateway/core/http-verb";
import { methodPath } from "../../../../lib/gateway/core/method-path";
import { parseResourcePath } from "../../../../lib/gateway/core/resource-path";

test.each([
  ["~1cats/GET", "GET /cats"],
  ["~1cats~1{id}/GET", "GET /cats/{id}"],
  ["~1{proxy+}/POST", "POST /{proxy+}"],
  ["~1/GET", "GET /"],
  // What the provider's documentation has, for one segment.
  ["cats/GET", "GET /cats"],
])("%s is %s", (text, expected) => {
  const read = readSettingPath("method_path", text);
  expect(read.kind === "method" && `${read.verb} ${read.path.text}`).toBe(expected);
});

test("*/* is for the whole stage", () => expect(readSettingPath("method_path", "*/*")).toEqual({ kind: "defaults" }));

test.each([
  ["/cats/GET", "gateway/path-syntax", "Write ~1cats/GET."],
  ["cats/{id}/GET", "gateway/path-syntax", "Write ~1cats~1{id}/GET."],
  ["cats~1{id}/GET", "gateway/path-syntax", "Write ~1cats~1{id}/GET."],
  ["/~1cats/GET", "gateway/path-syntax", "Write ~1cats/GET."],
  ["~1cats~1/GET", "gateway/path-syntax", "Write ~1cats/GET."],
  ["{proxy+}/ANY/", "gateway/path-syntax", "Write ~1{proxy+}/GET."],
  ["~1~1cats/GET", "gateway/path-syntax", "Write ~1cats/GET."],
  ["~2cats/GET", "gateway/path-syntax", "Write it in this form."],
  ["*/GET", "gateway/path-syntax", "Write it in this form."],
  ["", "gateway/path-syntax", "Write it in this form."],
  ["~1cats~1{id/GET", "gateway/path-syntax", "Write it in this form."],
  ["~1cats/get", "gateway/verb-syntax", "Write one of them."],
  ["~1cats/ANY", "gateway/verb-syntax", "Write one of them."],
  ["~1cats/*", "gateway/verb-syntax", "Write one of them."],
  ["~1cats", "gateway/verb-syntax", "Write one of them."],
])("%j says nothing to API Gateway", (text, rule, change) => {
  const read = readSettingPath("method_path", text);
  expect(read.kind === "wrong" ? read.findings : []).toEqual([expect.objectContaining({ rule, change, found: text })]);
});

test("a verb in lower case is told how to be written", () => {
  const read = readSettingPath("method_path", "~1cats~1{id}/get");
  expect(read.kind === "wrong" && read.findings[0]!.allowed).toBe("~1cats~1{id}/GET");
});

test("whatever the library writes is read back", () => {
  const segment = fc.stringMatching(/^(\{[a-z]{1,5}\}|[A-Za-z0-9._:,-]{1,6})$/);
  const paths = fc.array(segment, { maxLength: 4 }).map((segments) => parseResourcePath(`/${segments.join("/")}`).path);
  fc.assert(
    fc.property(paths, fc.constantFrom(...HTTP_VERBS), (path, verb) => {
      fc.pre(path !== undefined);
      expect(readSettingPath("method_path", methodPath(path!, verb))).toEqual({ kind: "method", path, verb });
    }),
  );
});
