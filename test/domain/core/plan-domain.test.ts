import { DomainInput, MappingInput } from "../../../lib/domain/core/domain-input";
import { planDomain, planExistingDomain } from "../../../lib/domain/core/plan-domain";
import { briefly } from "../../support/plan";

const V1 = "aws_api_gateway_domain_name";
const V2 = "aws_apigatewayv2_domain_name";
const V1_MAPPING = "aws_api_gateway_base_path_mapping";
const V2_MAPPING = "aws_apigatewayv2_api_mapping";
const isUnknown = (value: unknown) => value === "?";

const mapping = (type: string, path = "", importId?: string): MappingInput => ({
  property: "api",
  pathProperty: "path",
  path,
  stageName: type === "HTTP" ? "$default" : "prod",
  api: { type },
  importId: importId === undefined ? undefined : { property: "importId", value: importId },
});
const REST = mapping("REST");
const HTTP = mapping("HTTP", "http");

function plan(mappings: MappingInput[], options: Partial<DomainInput> = {}) {
  const defaults = { domainName: "api.example.com", endpointType: "REGIONAL", securityPolicy: "TLS_1_2" };
  return planDomain({ ...defaults, certificate: {}, mappings, ...options }, isUnknown);
}

describe("the resource of a domain", () => {
  test.each([
    ["REST APIs", [REST, mapping("REST", "v1/orders")], {}, V1],
    ["an HTTP API", [HTTP], {}, V2],
    ["both", [REST, HTTP], {}, V2],
    ["REST APIs, where the other one is wanted", [REST], { resource: V2 }, V2],
    ["an HTTP API, where the other one is wanted", [HTTP], { resource: V1 }, V1],
    ["REST APIs at the edge", [REST], { endpointType: "EDGE" }, V1],
  ])("of %s", (_what, mappings, options, resource) => {
    expect(plan(mappings, options)).toMatchObject({ resource, findings: [] });
  });

  test("is one of two, and at the edge one", () => {
    expect(briefly(plan([REST], { resource: "aws_lb" }).findings)).toEqual([
      "domain/resource-kind at domainNameResource",
    ]);
    expect(briefly(plan([REST], { resource: V2, endpointType: "EDGE" }).findings)).toEqual([
      "domain/resource-kind at domainNameResource",
    ]);
  });
});

describe("the resource of a mapping", () => {
  test.each([
    ["a REST API at a path of one level", [mapping("REST", "v1")], {}, [V1_MAPPING]],
    ["a REST API at the root", [REST], {}, [V1_MAPPING]],
    ["a REST API at a path of two levels", [mapping("REST", "v1/orders")], {}, [V2_MAPPING]],
    ["a REST API beside an HTTP API", [REST, HTTP], {}, [V2_MAPPING, V2_MAPPING]],
    ["a REST API on a domain of version 2", [REST], { resource: V2 }, [V2_MAPPING]],
    ["both on a domain of version 1", [REST, HTTP], { resource: V1 }, [V1_MAPPING, V2_MAPPING]],
  ])("of %s", (_what, mappings, options, wanted) => {
    expect(plan(mappings, options).mappings.map(({ resource }) => resource)).toEqual(wanted);
  });

  test("has no key at the root", () => {
    expect(plan([REST, mapping("REST", "v1")]).mappings).toEqual([
      { id: "mapping", resource: V1_MAPPING, key: undefined, importId: undefined },
      { id: "mapping_v1", resource: V1_MAPPING, key: "v1", importId: undefined },
    ]);
  });
});

describe("the name of a domain", () => {
  test.each([
    ["API.Example.com", "api.example.com"],
    ["bücher.example.com", "xn--bcher-kva.example.com"],
    ["*.example.com", "*.example.com"],
    ["?", "?"],
  ])("%s is %s", (domainName, wanted) => {
    expect(plan([REST], { domainName })).toMatchObject({ domainName: wanted, findings: [] });
  });

  test.each([["https://api.example.com"], ["api.example.com."], ["localhost"], [""], ["10.0.0.1"]])(
    "is not %j",
    (domainName) => {
      expect(briefly(plan([REST], { domainName }).findings)).toEqual(["domain/name-syntax at domainName"]);
    },
  );
});

test.each([["PRIVATE"], ["regional"], [""]])("the endpoint type is not %j", (endpointType) => {
  expect(briefly(plan([REST], { endpointType }).findings)).toEqual(["domain/endpoint-type at endpointType"]);
});

describe("a mapping that is taken over", () => {
  const found = (importId: string, path = "", options: Partial<DomainInput> = {}) =>
    briefly(plan([mapping("REST", path, importId)], options).findings);
  const refused = ["domain/import-id at importId"];

  test("is called by its path in version 1", () => {
    expect(found("api.example.com/", "")).toEqual([]);
    expect(found("api.example.com/v1", "v1")).toEqual([]);
    expect(found("api.example.com/v2", "v1")).toEqual(refused);
    expect(found("api.example.com", "")).toEqual(refused);
    expect(found("abc123/api.example.com", "v1")).toEqual(refused);
  });

  test("is called by its id in version 2", () => {
    expect(found("abc123/api.example.com", "v1/orders")).toEqual([]);
    expect(found("abc123/api.example.com", "", { resource: V2 })).toEqual([]);
    expect(found("api.example.com/v1", "", { resource: V2 })).toEqual(refused);
    expect(found("/api.example.com", "", { resource: V2 })).toEqual(refused);
    expect(found("abc/api.example.com/x", "", { resource: V2 })).toEqual(refused);
  });

  test("is not judged where only Terraform knows it, or the domain", () => {
    expect(found("?", "v1")).toEqual([]);
    expect(found("other.example.com/v1", "v1", { domainName: "?" })).toEqual([]);
  });

  test("is told what to write", () => {
    const [finding] = plan([mapping("REST", "v1", "x")]).findings;
    expect(finding!.change).toBe("Write api.example.com/v1.");
  });
});

describe("a domain of somebody else", () => {
  const existing = (mappings: MappingInput[], endpointType = "REGIONAL") =>
    planExistingDomain({ domainName: "API.example.com", endpointType, mappings }, isUnknown);

  test("has mappings of version 2 for every API, so that no later API changes them", () => {
    const { domainName, findings, mappings } = existing([REST, HTTP]);
    expect({ domainName, findings }).toEqual({ domainName: "api.example.com", findings: [] });
    expect(mappings.map(({ resource }) => resource)).toEqual([V2_MAPPING, V2_MAPPING]);
  });

  test("has mappings of version 1 at the edge", () => {
    expect(existing([REST], "EDGE").mappings.map(({ resource }) => resource)).toEqual([V1_MAPPING]);
  });

  test("is checked as one of our own", () => {
    expect(briefly(existing([]).findings)).toEqual(["domain/no-mapping at api"]);
    expect(briefly(existing([HTTP], "EDGE").findings)).toEqual(["domain/http-api-on-edge at api"]);
  });
});

describe("the region of an API", () => {
  const inRegion = (region?: string): MappingInput => ({ ...REST, api: { type: "REST", region } });

  test.each([
    ["eu-central-1", "eu-central-1", []],
    ["eu-west-1", "eu-central-1", ["domain/api-region at api"]],
    [undefined, "eu-central-1", []],
    ["eu-west-1", undefined, []],
  ])("%s on a domain in %s", (mine, region, expected) => {
    expect(briefly(plan([inRegion(mine)], { region }).findings)).toEqual(expected);
  });
});
