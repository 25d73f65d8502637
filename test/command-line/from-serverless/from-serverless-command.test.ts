import { explain, fromServerlessCommand } from "../../../lib/command-line/from-serverless/from-serverless-command";
import { fromServerlessOptions } from "../../../lib/command-line/from-serverless/from-serverless-options";
import { given, misuseOf } from "../support/given";

test("without the packages of a CDKTF app, it says what to install", () => {
  const missing = Object.assign(new Error("Cannot find module 'cdktf'"), { code: "MODULE_NOT_FOUND" });
  expect(misuseOf(() => explain(missing))).toContain("cdktf, constructs and @cdktf/provider-aws are needed");
  const other = new Error("x") as Error & { code?: string };
  expect(() => explain(other)).toThrow(other);
});

test("the defaults", () => {
  expect(fromServerlessOptions(given(fromServerlessCommand))).toEqual({
    file: "serverless.yml",
    stage: undefined,
    region: undefined,
    parameters: {},
    opt: {},
    directory: "terraform",
    isShared: false,
    isTypeScript: false,
    isForced: false,
  });
});

test("a value may be empty, and may have an equals sign; a value without a name is not shown", () => {
  const read = (...args: string[]) => fromServerlessOptions(given(fromServerlessCommand, ...args));
  expect(read("--param", "a=", "--param", "b=c=d").parameters).toEqual({ a: "", b: "c=d" });
  expect(misuseOf(() => read("--param", "=secret"))).not.toContain("secret");
});
