import { DEPENDENCIES, DEV_DEPENDENCIES } from "../../../../lib/command-line/from-serverless/source/app-files";
import { stackName } from "../../../../lib/command-line/from-serverless/source/main-source";
import { devDependencies } from "../../../../package.json";

const numbers = (version: string) => version.replace("^", "").split(".").map(Number);

test.each(Object.entries({ ...DEPENDENCIES, ...DEV_DEPENDENCIES }))(
  "%s %s admits the version that this library is built with",
  (name, range) => {
    const [major, minor = 0, patch = 0] = numbers(range);
    const [ownMajor, ownMinor = 0, ownPatch = 0] = numbers((devDependencies as { [name: string]: string })[name]!);
    expect(range).toMatch(/^\^\d+\.\d+\.\d+$/);
    expect(ownMajor).toBe(major);
    expect(ownMinor * 1000 + ownPatch).toBeGreaterThanOrEqual(minor * 1000 + patch);
    // Below 1.0 a caret admits no other minor version.
    if (major === 0) expect(ownMinor).toBe(minor);
  },
);

test.each([
  ["cats", "cats"],
  ["My_Cats Service", "my-cats-service"],
  ["--x--", "x"],
  ["ü", "api"],
  ["", "api"],
  ["${var.x}", "var-x"],
])("the app of the service %j is called %s", (service, name) => {
  expect(stackName(service)).toBe(name);
});
