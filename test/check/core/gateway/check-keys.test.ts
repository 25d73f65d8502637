import { Attributes } from "../../../../lib/check/core/plain-configuration";
import {
  CATS,
  Resources,
  changed,
  findingsIn,
  foundInResources,
  method,
  setting,
  together,
} from "../../support/configuration";

const INTEGRATION = "aws_api_gateway_integration";
const METHOD = "aws_api_gateway_method";
const KEYS = `${INTEGRATION}.cat cache_key_parameters`;

const keyed = (keys: unknown, over: object = {}, parameters?: object): Resources =>
  changed(
    changed(CATS, INTEGRATION, "cat", { cache_key_parameters: keys, ...over }),
    METHOD,
    "cat",
    parameters === undefined ? {} : { request_parameters: parameters },
  );

const PATH = "method.request.path.id";
const BREED = "method.request.querystring.breed";

test("a path parameter that is not in the key is an error, with what to add", () => {
  expect(foundInResources(keyed([]))).toEqual([`gateway/unkeyed-path-parameter ${KEYS}`]);
  expect(foundInResources(keyed(undefined))).toEqual([`gateway/unkeyed-path-parameter ${KEYS}`]);
  const [{ finding } = { finding: undefined }] = findingsIn({ resource: keyed([]) });
  expect(finding!.change).toBe(
    "Add method.request.path.id to the cache key parameters, and to the request parameters of the method.",
  );
  expect(finding!.message).not.toContain("CacheKey");
});

test("the same method without a setting that caches it is right", () => {
  const off = changed(keyed([]), "aws_api_gateway_method_settings", "cat", { settings: { caching_enabled: false } });
  expect(foundInResources(off).filter((line) => !line.startsWith("gateway/no-cached-endpoint"))).toEqual([]);
});

test("defaults that cache make every GET a cached one", () => {
  const all = { ...keyed([]), aws_api_gateway_method_settings: { all: setting("*/*") } };
  expect(foundInResources(all)).toContain(`gateway/unkeyed-path-parameter ${KEYS}`);
});

test("a key that is not known is not judged", () => {
  expect(foundInResources(keyed(["${var.key}"]))).toEqual([]);
  expect(foundInResources(keyed("${var.keys}"))).toEqual([]);
  expect(foundInResources(keyed(["integration.request.header.x"], { request_parameters: "${var.map}" }))).toEqual([]);
});

test("a key that is declared nowhere is an error that says where", () => {
  expect(foundInResources(keyed([PATH, BREED]))).toEqual([`gateway/key-not-declared ${KEYS}`]);
  const [{ finding } = { finding: undefined }] = findingsIn({ resource: keyed([PATH, BREED]) });
  expect(finding).toMatchObject({ found: BREED, allowed: `keys that are in ${METHOD}.cat.request_parameters` });
  expect(foundInResources(keyed([PATH, BREED], {}, { [PATH]: true, [BREED]: false }))).toEqual([]);
  expect(foundInResources(keyed([PATH, BREED], {}, { [PATH]: true, "${var.x}": false }))).toEqual([]);
});

test("a key of the integration needs a mapping", () => {
  const name = "integration.request.header.breed";
  expect(foundInResources(keyed([PATH, name]))).toEqual([`gateway/key-not-declared ${KEYS}`]);
  expect(
    foundInResources(keyed([PATH, name], { request_parameters: { [name]: "method.request.body.breed" } })),
  ).toEqual([]);
  expect(foundInResources(keyed([PATH, name], { request_parameters: { [name]: "'all'" } }))).toEqual([]);
});

test("a mapped path parameter is in the key", () => {
  const name = "integration.request.path.id";
  expect(foundInResources(keyed([name], { request_parameters: { [name]: PATH } }))).toEqual([]);
});

test.each([
  ["method.request.path.other", "gateway/key-path-parameter-unknown"],
  ["method.request.multivaluequerystring.a", "gateway/multi-value-key"],
  ["method.request.body", "gateway/body-key-unmapped"],
  ["request.querystring.a", "gateway/key-syntax"],
  ["method.request.queryString.a", "gateway/key-syntax"],
  ["context.identity.user", "gateway/key-syntax"],
])("%s is %s", (name, rule) => {
  expect(foundInResources(keyed([PATH, name]))).toEqual([`${rule} ${KEYS}`]);
});

test("a method that asks who is calling needs the caller in its key", () => {
  const custom = changed(CATS, METHOD, "cat", {
    authorization: "CUSTOM",
    authorizer_id: "${aws_api_gateway_authorizer.a.id}",
  });
  const source = { aws_api_gateway_authorizer: { a: { name: "a", identity_source: "method.request.header.X-Token" } } };
  expect(foundInResources(together(custom, source))).toEqual([`gateway/identity-not-in-key ${KEYS}`]);
  const token = "method.request.header.X-Token";
  const right = changed(
    changed(custom, METHOD, "cat", { request_parameters: { [PATH]: true, [token]: false } }),
    INTEGRATION,
    "cat",
    { cache_key_parameters: [PATH, token] },
  );
  expect(foundInResources(together(right, source))).toEqual([]);
  expect(foundInResources(changed(CATS, METHOD, "cat", { authorization: "${var.auth}" }))).toEqual([]);
});

test("a verb with a body needs the body in its key", () => {
  const post = (keys: Attributes) =>
    together(CATS, method("cats", "POST", {}, keys), {
      aws_api_gateway_method_settings: { post: setting("~1cats/POST") },
    });
  expect(foundInResources(post({}))).toEqual([`gateway/body-not-in-key ${INTEGRATION}.cats_post cache_key_parameters`]);
  const name = "integration.request.header.x-body";
  expect(
    foundInResources(post({ cache_key_parameters: [name], request_parameters: { [name]: "method.request.body" } })),
  ).toEqual([]);
});

test("an answer that depends on the origin needs it in its key", () => {
  const cors = (origin: string) =>
    together(CATS, {
      aws_api_gateway_integration_response: {
        cors: {
          resource_id: "${aws_api_gateway_resource.cat.id}",
          response_parameters: { "method.response.header.Access-Control-Allow-Origin": origin },
        },
      },
    });
  expect(foundInResources(cors("'https://example.com'"))).toEqual([`gateway/origin-not-in-key ${KEYS}`]);
  expect(foundInResources(cors("'*'"))).toEqual([]);
});

test("a key that requests have to have needs a validator", () => {
  const required = keyed([PATH, BREED], {}, { [PATH]: true, [BREED]: true });
  expect(foundInResources(required)).toEqual([
    `gateway/required-not-validated ${METHOD}.cat request_parameters["${BREED}"]`,
  ]);
  expect(foundInResources(changed(required, METHOD, "cat", { request_validator_id: "${var.v}" }))).toEqual([]);
});

test("headers that differ by case only are merged", () => {
  const parameters = { "integration.request.header.Origin": "'a'", "integration.request.header.origin": "'b'" };
  expect(foundInResources(changed(CATS, INTEGRATION, "cat", { request_parameters: parameters }))).toEqual([
    `gateway/case-duplicate-headers ${INTEGRATION}.cat request_parameters`,
  ]);
});

describe("cache namespaces", () => {
  const two = (first: Attributes, second: Attributes) =>
    together(CATS, method("cats", "GET", {}, first), method("cats", "HEAD", {}, second), {
      aws_api_gateway_method_settings: { get: setting("~1cats/GET"), head: setting("~1cats/HEAD") },
    });
  const FOUND = `gateway/shared-cache-namespace ${INTEGRATION}.cats_head cache_namespace`;

  test("are the resource's, and so shared, unless they are given", () => {
    expect(foundInResources(two({}, {}))).toEqual([FOUND]);
    expect(foundInResources(two({ cache_namespace: "get" }, {}))).toEqual([]);
  });

  test("are compared if they are known, or the same expression", () => {
    expect(foundInResources(two({ cache_namespace: "x" }, { cache_namespace: "x" }))).toEqual([FOUND]);
    expect(foundInResources(two({ cache_namespace: "x" }, { cache_namespace: "y" }))).toEqual([]);
    expect(foundInResources(two({ cache_namespace: "${each.key}" }, { cache_namespace: "${each.key}" }))).toEqual([]);
  });

  test("are one for all verbs of an ANY method", () => {
    const any = together(CATS, method("cats", "ANY"), {
      aws_api_gateway_method_settings: { get: setting("~1cats/GET"), head: setting("~1cats/HEAD") },
    });
    expect(foundInResources(any)).toEqual([`gateway/shared-cache-namespace ${INTEGRATION}.cats_any cache_namespace`]);
  });
});
