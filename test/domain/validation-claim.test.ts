import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { checkValidationClaim, claimValidation } from "../../lib/domain/validation-claim";
import { briefly } from "../support/plan";

const ZONE = { zoneId: "0123456789abcdef0123456789abcdef", zoneName: "example.com" };
const OTHER_ID = "fedcba9876543210fedcba9876543210";
const TWICE = ["certificate/validation-record-twice at hostnames[0]"];

let stack: TerraformStack;
let elsewhere: TerraformStack;
beforeEach(() => {
  const app = Testing.app();
  stack = new TerraformStack(app, "stack");
  elsewhere = new TerraformStack(app, "elsewhere");
});

const found = (hostnames: string[], zone = ZONE, owner = stack) =>
  briefly(checkValidationClaim(owner, zone, hostnames));
const unknown = (scope: TerraformStack, id = "zone") => new TerraformVariable(scope, id, {}).stringValue;

test.each<[string[], string[], string[]]>([
  [["a.example.com"], ["b.example.com"], []],
  [["a.example.com"], ["a.example.com"], TWICE],
  [["*.a.example.com"], ["a.example.com"], TWICE],
  [["A.example.com"], ["*.a.EXAMPLE.com"], TWICE],
  [["a.example.com"], ["b.a.example.com"], []],
  [["a.example.com"], ["a.example.com", "*.a.example.com"], TWICE],
  [["a.example.com"], ["b.example.com", "a.example.com"], ["certificate/validation-record-twice at hostnames[1]"]],
])("beside %j %j is found %j", (first, second, expected) => {
  claimValidation(stack, ZONE, first);
  expect(found(second)).toEqual(expected);
});

test("nothing is found before anything is claimed, and to look claims nothing", () => {
  expect(found(["a.example.com"])).toEqual([]);
  expect(found(["a.example.com"])).toEqual([]);
});

test("the first one is named", () => {
  claimValidation(elsewhere, ZONE, ["a.example.com"]);
  const [finding] = checkValidationClaim(stack, ZONE, ["*.a.example.com"]);
  expect(finding!.found).toBe("a.example.com, which elsewhere validates");
});

describe("a zone is the same", () => {
  test("in another stack by its id", () => {
    claimValidation(elsewhere, ZONE, ["a.example.com"]);
    expect(found(["a.example.com"])).toEqual(TWICE);
    expect(found(["a.example.com"], { ...ZONE, zoneId: OTHER_ID })).toEqual([]);
  });

  test("by its name where only Terraform knows an id", () => {
    claimValidation(elsewhere, { ...ZONE, zoneId: unknown(elsewhere) }, ["a.example.com"]);
    expect(found(["a.example.com"])).toEqual(TWICE);
    expect(found(["a.example.com"], { zoneId: unknown(stack), zoneName: "EXAMPLE.com" })).toEqual(TWICE);
    expect(found(["a.example.com"], { zoneId: unknown(stack, "b"), zoneName: "a.example.com" })).toEqual([]);
  });

  test("by the same expression in the same stack, and not in another", () => {
    const zone = { zoneId: unknown(stack), zoneName: unknown(stack, "name") };
    claimValidation(stack, zone, ["a.example.com"]);
    expect(found(["a.example.com"], zone)).toEqual(TWICE);
    expect(found(["a.example.com"], zone, elsewhere)).toEqual([]);
  });
});

test("another app has claims of its own", () => {
  claimValidation(stack, ZONE, ["a.example.com"]);
  expect(found(["a.example.com"], ZONE, new TerraformStack(Testing.app(), "stack"))).toEqual([]);
});
