import {
  CATS,
  Resources,
  changed,
  foundIn,
  foundInResources,
  method,
  setting,
  together,
} from "../../support/configuration";

const STAGE = "aws_api_gateway_stage";
const SETTINGS = "aws_api_gateway_method_settings";
const WITHOUT_SIZE = `gateway/cluster-without-size ${STAGE}.prod cache_cluster_size`;
const WITHOUT_METHOD = `gateway/setting-without-method ${SETTINGS}.x method_path`;

test("an API that is cached as it should be has no finding", () => expect(foundInResources(CATS)).toEqual([]));

test.each([
  [{ cache_cluster_size: "2" }, [`gateway/cluster-size ${STAGE}.prod cache_cluster_size`]],
  [{ cache_cluster_size: 0.5 }, []],
  [{ cache_cluster_size: undefined }, [WITHOUT_SIZE]],
  [{ cache_cluster_size: null, cache_cluster_enabled: "true" }, [WITHOUT_SIZE]],
  [{ cache_cluster_size: undefined, count: 2 }, [WITHOUT_SIZE]],
  [{ cache_cluster_size: undefined, lifecycle: { ignore_changes: ["tags"] } }, [WITHOUT_SIZE]],
  [{ cache_cluster_size: undefined, lifecycle: [{ ignore_changes: ["cache_cluster_size"] }] }, []],
  [{ cache_cluster_size: undefined, lifecycle: { ignore_changes: "all" } }, []],
  [{ cache_cluster_size: undefined, cache_cluster_enabled: "${var.on}" }, []],
  [{ cache_cluster_size: "${var.size}" }, []],
  [
    { stage_name: "prod.v1" },
    [`gateway/stage-name ${SETTINGS}.cat stage_name`, `gateway/stage-name ${STAGE}.prod stage_name`],
  ],
  [{ cache_cluster_enabled: false }, [`gateway/setting-without-cluster ${SETTINGS}.cat settings.caching_enabled`]],
  [{ cache_cluster_enabled: undefined }, [`gateway/setting-without-cluster ${SETTINGS}.cat settings.caching_enabled`]],
  [{ cache_cluster_enabled: "${var.on}" }, []],
])("a stage with %j", (over, found) => expect(foundInResources(changed(CATS, STAGE, "prod", over))).toEqual(found));

test("a cluster that is off needs no size", () => {
  const off = changed(CATS, STAGE, "prod", { cache_cluster_enabled: false, cache_cluster_size: undefined });
  expect(foundInResources({ ...off, [SETTINGS]: {} })).toEqual([]);
});

describe("a cluster that nothing uses", () => {
  const FOUND = `gateway/no-cached-endpoint ${STAGE}.prod cache_cluster_enabled`;
  const unused = (settings: { readonly [name: string]: object }) => ({ ...CATS, [SETTINGS]: settings }) as Resources;

  test("is a warning", () => {
    expect(foundInResources(unused({}))).toEqual([FOUND]);
    expect(foundInResources(unused({ a: setting("~1cats~1{id}/GET", { caching_enabled: false }) }))).toEqual([FOUND]);
    expect(foundInResources(unused({ a: { ...setting("~1cats~1{id}/GET"), stage_name: "other" } }))).toEqual([FOUND]);
  });

  test("may be used by what is not known, and by what is not seen", () => {
    expect(foundInResources(unused({ a: setting("~1cats~1{id}/GET", { caching_enabled: "${var.x}" }) }))).toEqual([]);
    expect(foundInResources(unused({ a: { ...setting("~1cats~1{id}/GET"), stage_name: "${each.key}" } }))).toEqual([]);
    expect(foundIn({ resource: unused({}), module: { m: { source: "./m" } } })).toEqual([]);
  });
});

describe("a setting for a method that is not there", () => {
  const withSetting = (methodPath: string) => together(CATS, { [SETTINGS]: { x: setting(methodPath) } });

  test("is a warning", () => {
    expect(foundInResources(withSetting("~1cat~1{id}/GET"))).toEqual([WITHOUT_METHOD]);
    expect(foundInResources(withSetting("~1cats~1{id}/POST"))).toEqual([WITHOUT_METHOD]);
    // The last segment is all that path_part has.
    const part = "${aws_api_gateway_resource.cat.path_part}/${aws_api_gateway_method.cat.http_method}";
    expect(foundInResources(withSetting(part))).toEqual([WITHOUT_METHOD]);
  });

  test("is none where an ANY method answers", () => {
    const any = together(withSetting("~1cats/PUT"), method("cats", "ANY"));
    expect(foundInResources(any).filter((line) => line.includes("setting-without-method"))).toEqual([]);
  });

  test("cannot be told where methods are not known, or not seen", () => {
    const unknown = changed(withSetting("~1dogs/GET"), "aws_api_gateway_resource", "cats", {
      path_part: "${var.part}",
    });
    expect(foundInResources(unknown)).toEqual([]);
    expect(foundIn({ resource: withSetting("~1dogs/GET"), module: { m: {} } })).toEqual([]);
    const many = changed(withSetting("~1dogs/GET"), "aws_api_gateway_method", "cat", { for_each: "${var.x}" });
    expect(foundInResources(many)).toEqual([]);
    const body = changed(withSetting("~1dogs/GET"), "aws_api_gateway_rest_api", "api", { body: '${file("x.json")}' });
    expect(foundInResources(body)).toEqual([]);
    const foreign = changed(withSetting("~1dogs/GET"), SETTINGS, "x", { rest_api_id: "abc" });
    expect(foundInResources(foreign)).toEqual([]);
  });

  test("is told by the operations of an OpenAPI document", () => {
    const body = JSON.stringify({ openapi: "3.0.1", paths: { "/cats": { get: {} } } });
    const resources: Resources = {
      aws_api_gateway_rest_api: { api: { body } },
      [STAGE]: CATS[STAGE]!,
      [SETTINGS]: { right: setting("~1cats/GET"), wrong: setting("~1cat/GET") },
    };
    expect(foundInResources(resources)).toEqual([`gateway/endpoint-not-in-document ${SETTINGS}.wrong method_path`]);
  });
});

describe("paths", () => {
  const part = (name: string, over: object) => changed(CATS, "aws_api_gateway_resource", name, over as never);

  test("of wrong characters are found where they begin", () => {
    const found = foundInResources(part("cats", { path_part: "c ts" }));
    expect(found.filter((line) => line.startsWith("gateway/path-syntax"))).toEqual([
      "gateway/path-syntax aws_api_gateway_resource.cats path_part",
    ]);
  });

  test("with two variable parts below one resource are refused", () => {
    const other = together(CATS, {
      aws_api_gateway_resource: { other: { ...CATS.aws_api_gateway_resource!.cat, path_part: "{name}" } },
    });
    const found = foundInResources(other).filter((line) => line.startsWith("gateway/sibling"));
    expect(found).toEqual(["gateway/sibling-path-parameters aws_api_gateway_resource.other path_part"]);
  });
});
