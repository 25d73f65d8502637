import fc from "fast-check";
import { isVersionConstraint, rangeFrom } from "../../../lib/stack/core/version-constraint";

test.each([
  "6.25.0",
  "= 6.25.0",
  "!= 6.25.0",
  ">= 5.9, < 7.0",
  "~> 6",
  "~>6.0",
  " >=1.5.7 ,<2 ",
  "> 1.0.0-beta.1",
  "1.2.3+build.4",
])("Terraform reads %p", (text) => {
  expect(isVersionConstraint(text)).toBe(true);
});

test.each([
  "",
  " ",
  "latest",
  ">=",
  "6.x",
  ">= 5.9 < 7.0",
  ">= 5.9,",
  ", 5",
  "=> 5",
  "^5.0",
  "1.2.3.4",
  "v1.2",
  ">= v5.9",
  "5.0; rm",
  '5"',
])("Terraform does not read %p", (text) => {
  expect(isVersionConstraint(text)).toBe(false);
});

test("a range can be written into HCL as it is, whatever it is made of", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(isVersionConstraint(text));
      expect(text).not.toMatch(/["\\$%\n]\{?/);
    }),
  );
});

test.each([
  ["6.25.0", ">= 6.25.0"],
  [" 6.25.0 ", ">= 6.25.0"],
  ["v6.25.0", ">= 6.25.0"],
  ["~> 6.0", "~> 6.0"],
  [">= 5.9, < 7.0", ">= 5.9, < 7.0"],
  [undefined, undefined],
])("the range of %p is %p", (pinned, range) => {
  expect(rangeFrom(pinned)).toBe(range);
});
