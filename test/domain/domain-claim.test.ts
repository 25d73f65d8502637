import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { ApiDomain } from "../../lib/domain/api-domain";
import { ApiDomainProps } from "../../lib/domain/api-domain-props";
import { apiDomain, awsStack, certificateOf } from "../support/domain";
import { refusal, refusedFor } from "../support/findings";
import { restApi } from "../support/rest-api";

const declare = (stack: TerraformStack, id: string, props: Partial<ApiDomainProps> = {}) =>
  apiDomain(
    stack,
    { api: restApi({}, stack, `${id}-api`), certificate: certificateOf({ certificateRegion: undefined }), ...props },
    id,
  );

describe("a domain name", () => {
  test("is declared once in a region, and the second is told where the first is", () => {
    const app = Testing.app();
    declare(awsStack("one", app), "first");
    const findings = refusal(() => declare(awsStack("two", app), "second", { domainName: "API.example.com" }));
    expect(findings.map(({ rule, property }) => [rule, property])).toEqual([["domain/declared-twice", "domainName"]]);
    expect(findings[0]!.message).toContain("one/first");
  });

  test.each([
    ["another region", {}, "us-west-2"],
    ["another name", { domainName: "other.example.com" }, "eu-central-1"],
  ])("is another one in %s", (_what, props, region) => {
    const app = Testing.app();
    declare(awsStack("one", app), "first");
    expect(() => declare(awsStack("two", app, region), "second", props)).not.toThrow();
  });

  test("is another one with a provider of another region", () => {
    const stack = awsStack();
    const provider = new AwsProvider(stack, "west", { region: "us-west-2", alias: "west" });
    declare(stack, "first");
    const api = restApi({ provider }, stack, "west-api");
    expect(() => declare(stack, "second", { provider, api })).not.toThrow();
  });

  test("is the same where no region is known, in one stack only", () => {
    const app = Testing.app();
    const [one, two] = [new TerraformStack(app, "one"), new TerraformStack(app, "two")];
    declare(one, "first");
    expect(refusedFor(() => declare(one, "second"))).toEqual(["domain/declared-twice at domainName"]);
    expect(() => declare(two, "second")).not.toThrow();
  });

  test("is the same in every region where both are edge-optimized", () => {
    const app = Testing.app();
    declare(awsStack("one", app), "first", { endpointType: "EDGE" });
    expect(refusedFor(() => declare(awsStack("two", app, "us-west-2"), "second", { endpointType: "EDGE" }))).toEqual([
      "domain/declared-twice at domainName",
    ]);
  });

  test("is the same by reference within one stack", () => {
    const stack = awsStack();
    const domainName = new TerraformVariable(stack, "name", {}).stringValue;
    declare(stack, "first", { domainName });
    expect(refusedFor(() => declare(stack, "second", { domainName }))).toEqual(["domain/declared-twice at domainName"]);
  });

  test("that was refused is nobody's", () => {
    const stack = awsStack();
    expect(() => declare(stack, "first", { securityPolicy: "TLS_1_0" })).toThrow();
    expect(() => declare(stack, "second")).not.toThrow();
  });
});

describe("a path of a domain", () => {
  const existing = (stack: TerraformStack, id: string, ...paths: string[]) =>
    ApiDomain.fromDomainName(stack, id, {
      domainName: "api.example.com",
      targetDomainName: "d-1.example.net",
      mappings: paths.map((path) => ({ path, api: restApi({}, stack, `${id}-${path}`) })),
    });

  test("is mapped once in the app, whoever owns the domain", () => {
    const app = Testing.app();
    existing(awsStack("one", app), "first", "v1");
    const findings = refusal(() => existing(awsStack("two", app), "second", "v0", "v1"));
    expect(findings.map(({ rule, property }) => [rule, property])).toEqual([
      ["domain/duplicate-mapping", "mappings[1].path"],
    ]);
    expect(findings[0]!.message).toContain("one/first");
  });

  test("is another one beside others", () => {
    const stack = awsStack();
    existing(stack, "first", "v1");
    expect(() => existing(stack, "second", "v2")).not.toThrow();
  });

  test("is not mapped beside the domain that has it", () => {
    const stack = awsStack();
    declare(stack, "owner");
    expect(() => existing(stack, "other", "v1")).not.toThrow();
    expect(refusedFor(() => existing(stack, "third", "v1"))).toEqual(["domain/duplicate-mapping at mappings[0].path"]);
  });
});
