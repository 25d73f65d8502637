import { GuardInput, WHOLE_REQUEST, guardedEndpoints } from "../../../lib/gateway/core/guarded-endpoints";

const IAM = { authorizationType: "AWS_IAM", identitySources: [] };
const TOKEN = { authorizationType: "CUSTOM", identitySources: ["method.request.header.X-Token"] };
const place = (given: Partial<GuardInput>) => guardedEndpoints([{ path: "/me", method: "GET", ...given }]);

test("an endpoint that answers everybody is none", () => {
  expect(place({})).toEqual([]);
  expect(place({ apiKeyRequired: false })).toEqual([]);
});

test.each<[string, Partial<GuardInput>, object]>([
  ["IAM", { authorizer: IAM }, { sources: ["method.request.header.Authorization"], isIam: true }],
  ["a token", { authorizer: TOKEN }, { sources: ["method.request.header.X-Token"], isIam: false }],
  [
    "a function that may read anything",
    { authorizer: { authorizationType: "CUSTOM", identitySources: [WHOLE_REQUEST] } },
    { sources: ["any part of the request"], isIam: false },
  ],
  ["an API key", { apiKeyRequired: true }, { sources: ["method.request.header.x-api-key"], isIam: false }],
  [
    "both",
    { authorizer: TOKEN, apiKeyRequired: true },
    { sources: ["method.request.header.X-Token", "method.request.header.x-api-key"], isIam: false },
  ],
])("%s is told by what identifies the caller", (_what, given, expected) => {
  expect(place(given)).toEqual([{ path: "/me", verb: "GET", ...expected }]);
});

test.each([
  ["get", "/me"],
  ["GET", "me"],
  ["GET", "/me/"],
])("%s %s is the place that API Gateway has", (method, path) => {
  expect(place({ method, path, apiKeyRequired: true })).toMatchObject([{ path: "/me", verb: "GET" }]);
});
