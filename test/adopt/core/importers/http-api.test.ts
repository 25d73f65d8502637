import { ABSENT, API, outcomeOf, stackWith, told, World } from "../../support/adopted";

const api_id = "${aws_apigatewayv2_api.api.id}";
const STACK = stackWith({
  aws_apigatewayv2_api: { api: {} },
  aws_apigatewayv2_stage: { live: { api_id, name: "$default" } },
  aws_apigatewayv2_integration: { cats: { api_id }, dogs: { api_id }, unused: { api_id } },
  aws_apigatewayv2_route: {
    cats: { api_id, route_key: "GET /cats", target: "integrations/${aws_apigatewayv2_integration.cats.id}" },
    dogs: { api_id, route_key: "GET /dogs", target: "integrations/${aws_apigatewayv2_integration.dogs.id}" },
  },
});
const LIVE: World = {
  httpApi: { id: API, name: "api" },
  httpStages: ["$default"],
  httpRoutes: [
    { id: "route1", key: "GET /cats", target: "integrations/int1" },
    { id: "route2", key: "GET /birds", target: "integrations/int2" },
  ],
  httpIntegrations: ["int2", "int1"],
};
const given = { httpApiIds: [{ value: API }] };

test.each<[string, string, string]>([
  ["aws_apigatewayv2_api.api", `import ${API}`, `import ${API}`],
  ["aws_apigatewayv2_stage.live", `import ${API}/$default`, "unresolved: --stage '$default' | --new aws_apigatewayv2_stage.live"], // prettier-ignore
  ["aws_apigatewayv2_route.cats", `import ${API}/route1`, `unresolved: --id aws_apigatewayv2_route.cats=${API}/ROUTE_ID | --new aws_apigatewayv2_route.cats`], // prettier-ignore
  ["aws_apigatewayv2_route.dogs", "new", `unresolved: --id aws_apigatewayv2_route.dogs=${API}/ROUTE_ID | --new aws_apigatewayv2_route.dogs`], // prettier-ignore
  ["aws_apigatewayv2_integration.cats", `import ${API}/int1`, `unresolved: --id aws_apigatewayv2_integration.cats=${API}/INTEGRATION_ID | --new aws_apigatewayv2_integration.cats`], // prettier-ignore
  ["aws_apigatewayv2_integration.dogs", "new", `unresolved: --id aws_apigatewayv2_integration.dogs=${API}/INTEGRATION_ID | --new aws_apigatewayv2_integration.dogs`], // prettier-ignore
  ["aws_apigatewayv2_integration.unused", "new", `unresolved: --id aws_apigatewayv2_integration.unused=${API}/INTEGRATION_ID | --new aws_apigatewayv2_integration.unused`], // prettier-ignore
])("%s", (address, read, unread) => {
  expect(told(outcomeOf(address, { stack: STACK, given, world: LIVE }))).toBe(read);
  expect(told(outcomeOf(address, { stack: STACK, given }))).toBe(unread);
});

test("an API that nobody names needs its id", () => {
  const expected = "unresolved: --http-api-id ID | --new aws_apigatewayv2_api.api";
  expect(told(outcomeOf("aws_apigatewayv2_api.api", { stack: STACK }))).toBe(expected);
  expect(told(outcomeOf("aws_apigatewayv2_route.cats", { stack: STACK }))).toBe(expected);
});

test("a stage may be said", () => {
  const told1 = (world: World) =>
    told(outcomeOf("aws_apigatewayv2_stage.live", { stack: STACK, given: { ...given, stages: ["$default"] }, world }));
  expect(told1({})).toBe(`import ${API}/$default`);
  expect(told1({ httpStages: ["dev"] })).toBe("unresolved: --new aws_apigatewayv2_stage.live");
});

test("an API that is not seen is no import, nor is any part of it", () => {
  const world: World = { ...LIVE, httpApi: ABSENT };
  for (const { address } of STACK.resources) {
    expect(told(outcomeOf(address, { stack: STACK, given, world }))).toBe("unresolved: --http-api-id ID");
  }
});
