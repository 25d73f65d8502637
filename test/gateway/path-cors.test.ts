import { Token } from "cdktf";
import { RestEndpoint } from "../../lib/gateway/cached-rest-api-props";
import { DEFAULT_CORS_HEADERS, checkPathCors, corsByPath, originsOf } from "../../lib/gateway/path-cors";
import { briefly } from "../support/plan";

const ALL = { allowOrigins: ["*"] };
const ONE = { allowOrigins: ["https://a.example.com"] };
const CATS: RestEndpoint = { method: "GET", path: "/cats" };

describe("the preflight answer of a path", () => {
  test("is that of any of its endpoints, however the path is written", () => {
    const corsOf = corsByPath({ cors: ALL, endpoints: [CATS, { method: "post", path: "cats/", cors: ONE }] });
    expect(corsOf("/cats")).toBe(ONE);
    expect(corsOf("cats")).toBe(ONE);
    expect(corsOf("/dogs")).toBe(ALL);
  });

  test("is the API's, or there is none", () => {
    expect(corsByPath({ cors: ALL, endpoints: [CATS] })("/cats")).toBe(ALL);
    expect(corsByPath({ cors: ALL })("/cats")).toBe(ALL);
    expect(corsByPath({ endpoints: [CATS] })("/cats")).toBeUndefined();
  });
});

test.each([
  ["GET", undefined, true],
  ["get", ["GET"], true],
  ["GET", ["*"], true],
  ["GET", ["POST"], false],
])("pages that may use %s where %j is allowed: %s", (method, allowMethods, expected) => {
  expect(originsOf({ ...ONE, allowMethods }, method)).toEqual(expected ? ONE.allowOrigins : undefined);
  expect(originsOf(undefined, method)).toBeUndefined();
});

describe("the preflight answers of endpoints", () => {
  const found = (endpoints: RestEndpoint[], documented: string[] = []) => briefly(checkPathCors(endpoints, documented));
  const POST = { ...CATS, method: "POST" };

  test.each<[string, RestEndpoint[]]>([
    ["none", [CATS, { ...CATS, method: "OPTIONS" }]],
    ["one", [{ ...CATS, cors: ONE }, POST]],
    [
      "the same twice",
      [
        { ...CATS, cors: ONE },
        { ...POST, cors: { allowOrigins: [...ONE.allowOrigins] } },
      ],
    ],
    [
      "the same in other words",
      [
        {
          ...CATS,
          cors: { allowOrigins: ["https://a.example.com", "https://b.example.com"], allowHeaders: undefined },
        },
        {
          ...POST,
          cors: {
            allowOrigins: ["https://b.example.com", "https://a.example.com"],
            allowHeaders: [...DEFAULT_CORS_HEADERS].reverse(),
            allowCredentials: false,
          },
        },
      ],
    ],
    [
      "what Terraform may know to be the same",
      [
        { ...CATS, cors: { allowOrigins: ["${var.origin}"] } },
        { ...POST, cors: { allowOrigins: ["${local.origin}"] } },
        { ...POST, method: "PUT", cors: { ...ONE, maxAgeSeconds: Token.asNumber("${var.age}") } },
      ],
    ],
    [
      "different ones of different paths",
      [
        { ...CATS, cors: ONE },
        { ...CATS, path: "/dogs", cors: ALL },
      ],
    ],
  ])("may be %s", (_what, endpoints) => {
    expect(found(endpoints, ["GET /cats", "OPTIONS /birds"])).toEqual([]);
  });

  test("are one of a path", () => {
    expect(
      found([
        { ...CATS, cors: ONE },
        { ...POST, path: "cats", cors: ALL },
      ]),
    ).toEqual(["gateway/duplicate-preflight at endpoints[1].cors"]);
  });

  test("stand beside no OPTIONS method", () => {
    const own = [
      { ...CATS, cors: ONE },
      { method: "options", path: "/cats/" },
    ];
    expect(found(own)).toEqual(["gateway/duplicate-preflight at endpoints[0].cors"]);
    expect(found([{ ...CATS, cors: ONE }], ["OPTIONS /cats"])).toEqual([
      "gateway/duplicate-preflight at endpoints[0].cors",
    ]);
  });

  test("are checked themselves", () => {
    expect(found([CATS, { ...POST, cors: { allowOrigins: ["*"], allowCredentials: true } }])).toEqual([
      "gateway/cors-credentials at endpoints[1].cors.allowOrigins",
    ]);
  });
});
