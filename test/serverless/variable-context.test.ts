import { ProjectDirectory } from "../../lib/serverless/project-directory";
import { variableContext } from "../../lib/serverless/variable-context";

test("a stage or region of its own wins over that of opt", () => {
  const opt = { stage: "dev", region: "us-east-1" };
  expect(variableContext("serverless.yml", { opt }, undefined)).toMatchObject(opt);
  const own = { stage: "prod", region: "eu-west-1" };
  expect(variableContext("serverless.yml", { opt, ...own }, undefined)).toMatchObject(own);
});

test("without a project no file is read, and the reason says what to give", () => {
  const { directory, readFile } = variableContext("services/a/serverless.yml", {}, undefined);
  expect(directory).toBe("");
  expect(readFile("x.yml")).toEqual({ trouble: "unreadable", problem: "say which projectDirectory it is in" });
});

test.each([
  ["serverless.yml", ""],
  ["services/a/serverless.yml", "services/a"],
])("paths in %s begin in %p of the project", (fileName, directory) => {
  expect(variableContext(fileName, {}, new ProjectDirectory(__dirname)).directory).toBe(directory);
});

test("the environment is the process's own unless it is given", () => {
  expect(variableContext("serverless.yml", {}, undefined).environment).toBe(process.env);
  expect(variableContext("serverless.yml", { environment: { A: "1" } }, undefined).environment).toEqual({ A: "1" });
});
