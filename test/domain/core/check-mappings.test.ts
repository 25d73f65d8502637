import { checkMappings } from "../../../lib/domain/core/check-mappings";
import { MappedApiFacts, MappingInput } from "../../../lib/domain/core/domain-input";
import { briefly } from "../../support/plan";

const isUnknown = (value: unknown) => value === "?";

interface Given {
  readonly stageName?: unknown;
  readonly api?: Partial<MappedApiFacts>;
}

function mappings(...given: (readonly [path: string, options?: Given])[]): MappingInput[] {
  return given.map(([path, { stageName = "prod", api } = {}], index) => ({
    property: `mappings[${index}].api`,
    pathProperty: `mappings[${index}].path`,
    path,
    stageName,
    api: { type: "REST", ...api },
  }));
}

const found = (given: MappingInput[], type = "REGIONAL") => briefly(checkMappings(given, type, isUnknown));

test("a domain without a mapping serves nothing", () => {
  expect(found([])).toEqual(["domain/no-mapping at api"]);
});

describe("paths side by side", () => {
  test.each([[["", "v1", "v2"]], [["v1", "v1/orders", "v1/orders/items"]], [["v1", "v1_orders"]], [["v1", "v10"]]])(
    "%j are fine",
    (paths) => {
      expect(found(mappings(...paths.map((path) => [path] as const)))).toEqual([]);
    },
  );

  test.each([
    [["", ""], "domain/duplicate-mapping at mappings[1].path"],
    [["v1", "v2", "v1"], "domain/duplicate-mapping at mappings[2].path"],
    [["v1", "V1"], "domain/mapping-keys-differ-by-case at mappings[1].path"],
    [["v1/Orders", "v1/orders"], "domain/mapping-keys-differ-by-case at mappings[1].path"],
  ])("%j are not", (paths, finding) => {
    expect(found(mappings(...paths.map((path) => [path] as const)))).toEqual([finding]);
  });

  test("say once that they are the same, also where a third has other letters", () => {
    expect(found(mappings(["v1"], ["V1"], ["V1"]))).toEqual([
      "domain/mapping-keys-differ-by-case at mappings[1].path",
      "domain/duplicate-mapping at mappings[2].path",
    ]);
  });

  test("are not compared where one cannot be a path", () => {
    expect(found(mappings(["v1"], ["/v1"]))).toEqual(["domain/mapping-key-syntax at mappings[1].path"]);
  });
});

describe("a path of its own of an API", () => {
  const has = (...paths: string[]) => ({ api: { paths } });

  test.each([
    ["", "/v1/orders", "v1/orders"],
    ["", "/v1/orders/{id}", "v1/orders"],
    ["v1", "/orders", "v1/orders"],
    ["v1", "/orders/{id}", "v1/orders"],
  ])("under %j, such as %s, is hidden by %s", (key, path, hiding) => {
    const [finding, ...rest] = checkMappings(mappings([key, has("/cats", path)], [hiding]), "REGIONAL", isUnknown);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ rule: "domain/mapping-shadows-path", property: "mappings[1].path" });
    expect(finding!.message).toContain(`mappings[0].api, which has ${path}`);
  });

  test.each([
    ["", "/orders", "v1/orders"],
    ["v1", "/orders-old", "v1/orders"],
    ["v1", "/{proxy+}", "v1/orders"],
    ["v2", "/orders", "v1/orders"],
  ])("under %j, such as %s, is not hidden by %s", (key, path, other) => {
    expect(found(mappings([key, has(path)], [other]))).toEqual([]);
  });

  test("is hidden by every mapping that it is below", () => {
    expect(found(mappings(["", has("/v1/orders")], ["v1", has("/orders")], ["v1/orders"]))).toEqual([
      "domain/mapping-shadows-path at mappings[1].path",
      "domain/mapping-shadows-path at mappings[2].path",
      "domain/mapping-shadows-path at mappings[2].path",
    ]);
  });

  test.each(["/ping", "/sping"])("that is %s is API Gateway's at the root of a domain only", (path) => {
    expect(found(mappings(["", has(path)]))).toEqual(["domain/reserved-path at mappings[0].api"]);
    expect(found(mappings(["v1", has(path)]))).toEqual([]);
  });
});

test.each(["ping", "sping"])("the path %s is API Gateway's", (path) => {
  expect(found(mappings([path], [`${path}/x`]))).toEqual(["domain/mapping-key-reserved at mappings[0].path"]);
});

describe("the stage of a mapping", () => {
  const stage = (stageName: unknown, type = "REST") => found([{ ...mappings(["", { api: { type } }])[0]!, stageName }]);

  test.each([["prod"], ["v1-2_x"], ["?"]])("may be %j", (name) => expect(stage(name)).toEqual([]));
  test.each([[""], [undefined], ["a.b"], ["$default"], ["x".repeat(129)]])("of a REST API may not be %j", (name) => {
    expect(stage(name)).toEqual(["domain/stage-missing at mappings[0].api.apiStageName"]);
  });
  test("of an HTTP API may be $default", () => expect(stage("$default", "HTTP")).toEqual([]));
  test("of an HTTP API may not be empty", () => expect(stage("", "HTTP")).toHaveLength(1));
});

describe("an edge-optimized domain", () => {
  test("maps REST APIs to paths of one level", () => {
    expect(found(mappings([""], ["v1"]), "EDGE")).toEqual([]);
  });

  test("maps no HTTP API", () => {
    expect(found(mappings(["", { api: { type: "HTTP" } }]), "EDGE")).toEqual([
      "domain/http-api-on-edge at mappings[0].api",
    ]);
  });

  test("maps no path of several levels", () => {
    expect(found(mappings(["v1/orders"]), "EDGE")).toEqual(["domain/multi-level-key-on-edge at mappings[0].path"]);
  });
});

test("a WebSocket API and a private one are refused", () => {
  expect(found(mappings(["a", { api: { type: "HTTP", protocolType: "WEBSOCKET" } }]))).toEqual([
    "domain/websocket-api at mappings[0].api",
  ]);
  expect(found(mappings(["a", { api: { endpointTypes: ["PRIVATE"] } }]))).toEqual([
    "domain/private-api at mappings[0].api",
  ]);
  expect(found(mappings(["a", { api: { endpointTypes: ["EDGE"] } }]))).toEqual([]);
});

test("200 paths of several levels are the most, beside any number of others", () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => [`a/${index}`] as const);
  const others = Array.from({ length: 50 }, (_, index) => [`b${index}`] as const);
  expect(found(mappings(...many(200), ...others))).toEqual([]);
  expect(found(mappings(...many(201)))).toEqual(["domain/too-many-mappings at mappings"]);
});
