import { Given } from "../../../../lib/adopt/core/given";
import { ABSENT, outcomeOf, stackWith, told, World } from "../../support/adopted";

const NAME = "api.example.com";
const domain_name = "${aws_api_gateway_domain_name.api.domain_name}";
const STACK = stackWith({
  aws_api_gateway_domain_name: { api: { domain_name: NAME } },
  aws_apigatewayv2_domain_name: { http: { domain_name: "http.example.com" } },
  aws_api_gateway_base_path_mapping: {
    all: { domain_name, api_id: "x" },
    v1: { domain_name, base_path: "v1" },
    v9: { domain_name, base_path: "v9" },
    token: { domain_name, base_path: "${var.path}" },
  },
  aws_apigatewayv2_api_mapping: {
    all: { domain_name: "http.example.com" },
    orders: { domain_name: "http.example.com", api_mapping_key: "orders/v1" },
    missing: { domain_name: "http.example.com", api_mapping_key: "orders" },
  },
});
const LIVE: World = {
  restDomain: { certificateArns: [] },
  httpDomain: { certificateArns: [] },
  basePathMappings: ["", "v1"],
  apiMappings: [
    { id: "map1", key: "" },
    { id: "map2", key: "orders/v1" },
  ],
};
const mapping = "aws_api_gateway_base_path_mapping";
const outcome = (address: string, world: World, given: Partial<Given> = {}) =>
  told(outcomeOf(address, { stack: STACK, world, given }));

test.each([
  ["aws_api_gateway_domain_name.api", `import ${NAME}`],
  ["aws_apigatewayv2_domain_name.http", "import http.example.com"],
  [`${mapping}.all`, `import ${NAME}/`],
  [`${mapping}.v1`, `import ${NAME}/v1`],
  [`${mapping}.v9`, "new"],
  ["aws_apigatewayv2_api_mapping.all", "import map1/http.example.com"],
  ["aws_apigatewayv2_api_mapping.orders", "import map2/http.example.com"],
  ["aws_apigatewayv2_api_mapping.missing", "new"],
])("%s of a domain that was read: %s", (address, expected) => {
  expect(outcome(address, LIVE)).toBe(expected);
});

test("the option for a domain in capitals is taken as it is printed", () => {
  const stack = stackWith({ aws_api_gateway_domain_name: { api: { domain_name: "API.example.com" } } });
  const given = { domainNames: ["api.example.com"] };
  expect(told(outcomeOf("aws_api_gateway_domain_name.api", { stack, given }))).toBe("import API.example.com");
});

test.each([
  ["aws_api_gateway_domain_name.api", `unresolved: --domain-name ${NAME} | --new aws_api_gateway_domain_name.api`],
  [`${mapping}.v1`, `unresolved: --id ${mapping}.v1=${NAME}/v1 | --new ${mapping}.v1`],
  [`${mapping}.token`, `unresolved: --id '${mapping}.token=…' | --new ${mapping}.token`],
  ["aws_apigatewayv2_api_mapping.all", "unresolved: --id aws_apigatewayv2_api_mapping.all=MAPPING_ID/http.example.com | --new aws_apigatewayv2_api_mapping.all"], // prettier-ignore
])("%s of one that was not: %s", (address, expected) => {
  expect(outcome(address, {})).toBe(expected);
});

test.each<[string, World, Partial<Given>, string]>([
  ["absent", { restDomain: ABSENT }, {}, "new"],
  ["said", {}, { domainNames: [NAME] }, `import ${NAME}`],
  ["said, and absent", { restDomain: ABSENT }, { domainNames: [NAME] }, "unresolved: --new aws_api_gateway_domain_name.api"], // prettier-ignore
])("a domain that is %s", (_name, world, given, expected) => {
  expect(outcome("aws_api_gateway_domain_name.api", world, given)).toBe(expected);
});

test("mappings of a new domain are new", () => {
  expect(outcome(`${mapping}.v1`, {}, { isNew: ["aws_api_gateway_domain_name.api"] })).toBe("new");
});
