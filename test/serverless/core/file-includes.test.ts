import { resolved } from "../support";

const FILES = {
  "a.yml": "b: { c: 1 }\nlist: [x, y]\nself: ${self:other}\n",
  "conf/b.json": '{ "c": "${self:other}" }',
  "loop.yml": "a: ${file(loop.yml):a}\n",
  "broken.yml": "a: [\n",
  "empty.yml": "",
};
const look = (variable: string, files: object = FILES) =>
  resolved(`value: ${variable}\nother: 5\n`, { files: files as typeof FILES });

test.each([
  ["${file(a.yml):b.c}", 1],
  ["${file(./a.yml):list.1}", "y"],
  ["${file(a.yml):b}", { c: 1 }],
  ["${file(./conf/../a.yml):b.c}", 1],
  ["${file(conf/b.json):c}", 5],
  ["${file(a.yml):self}", 5],
  ["${file(none.yml):a, 'default'}", "default"],
  ["${file(none.yml), 'default'}", "default"],
  ["${file(a.yml):none, 2}", 2],
])("%s is %j", (variable, value) => {
  expect(look(variable)).toMatchObject({ value, wrong: [] });
});

test.each([
  ["${file(../a.yml)}", "serverless/file-outside-project"],
  ["${file(conf/../../a.yml):b}", "serverless/file-outside-project"],
  ["${file(/etc/passwd.yml)}", "serverless/file-outside-project"],
  ["${file(~/a.yml)}", "serverless/file-outside-project"],
  ["${file(C:/a.yml)}", "serverless/file-outside-project"],
  ["${file(..\\\\a.yml)}", "serverless/file-outside-project"],
  ["${file(a.js):b}", "serverless/file-not-data"],
  ["${file(a.ts)}", "serverless/file-not-data"],
  ["${file(a.txt)}", "serverless/file-not-data"],
  ["${file()}", "serverless/variable-syntax"],
  ["${file(none.yml)}", "serverless/variable-not-found"],
  ["${file(a.yml):none}", "serverless/variable-not-found"],
  ["${file(loop.yml):a}", "serverless/variable-cycle"],
  ["${file(broken.yml):a}", "serverless/yaml-syntax"],
  ["${file(empty.yml):a}", "serverless/file-unreadable"],
])("%s breaks %s", (variable, rule) => {
  expect(look(variable).wrong).toContain(rule);
});

test.each([
  [{ trouble: "outside" }, "serverless/file-outside-project"],
  [{ trouble: "unreadable", problem: "it is a directory" }, "serverless/file-unreadable"],
])("a file that is %j breaks %s", (file, rule) => {
  expect(look("${file(x.yml)}", { "x.yml": file }).wrong).toEqual([rule]);
});

test("a broken file is told of once", () => {
  expect(
    look("${file(broken.yml):a}${file(./broken.yml):b}").wrong.filter((rule) => rule.includes("yaml")),
  ).toHaveLength(1);
});

test("a file is read once", () => {
  const names: string[] = [];
  const files = new Proxy({}, { get: (_, name) => (names.push(String(name)), "a: 1\nb: 2\n") });
  expect(look("${file(x.yml):a}-${file(./x.yml):b}", files).value).toBe("1-2");
  expect(names).toEqual(["x.yml"]);
});

test("paths begin where the configuration is, and end where the project does", () => {
  const files = { "shared/x.yml": "a: 1\n", "services/cats/y.yml": "a: 2\n" };
  const at = (variable: string) => resolved(`value: ${variable}`, { files, directory: "services/cats" });
  expect(at("${file(../../shared/x.yml):a}").value).toBe(1);
  expect(at("${file(y.yml):a}").value).toBe(2);
  expect(at("${file(../../../x.yml):a}").wrong).toEqual(["serverless/file-outside-project"]);
  expect(at("${file(/x.yml):a}").wrong).toEqual(["serverless/file-outside-project"]);
  expect(at("${file()}").wrong).toEqual(["serverless/variable-syntax"]);
});
