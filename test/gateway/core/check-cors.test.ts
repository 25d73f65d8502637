import { checkCors } from "../../../lib/gateway/core/check-cors";
import { Preflight } from "../../../lib/gateway/core/open-api/preflight";
import { briefly } from "../../support/plan";

const UNKNOWN = "${var.unknown}";

function problems(cors: Partial<Preflight>): string[] {
  return briefly(checkCors({ allowOrigins: ["https://a.example.com"], ...cors }, "cors", (value) => value === UNKNOWN));
}

test.each<[string, Partial<Preflight>]>([
  ["every origin", { allowOrigins: ["*"] }],
  ["several origins", { allowOrigins: ["https://a.example.com", "http://localhost:3000", "https://10.0.0.1"] }],
  ["subdomains", { allowOrigins: ["https://*.example.com", "http://*.example.com:8080"], allowCredentials: true }],
  ["an origin of an app", { allowOrigins: ["capacitor://localhost", "chrome-extension://abcdef"] }],
  ["named origins with credentials", { allowCredentials: true }],
  ["every origin without credentials", { allowOrigins: ["*"], allowCredentials: false }],
  ["verbs", { allowMethods: ["GET", "POST"] }],
  ["every verb and every header", { allowMethods: ["*"], allowHeaders: ["*"], exposeHeaders: ["*"] }],
  ["headers", { allowHeaders: ["Authorization", "X-Amz-Date"], exposeHeaders: ["X_My.Header~1"] }],
  ["no headers", { allowHeaders: [], exposeHeaders: [] }],
  ["what only Terraform knows", { allowOrigins: [UNKNOWN], allowHeaders: [UNKNOWN], allowMethods: [UNKNOWN] }],
])("CORS may allow %s", (_name, cors) => {
  expect(problems(cors)).toEqual([]);
});

test("the host of subdomains has to be known at synth", () => {
  const isUnknown = (value: unknown) => String(value).includes("${");
  const found = checkCors({ allowOrigins: ["${var.a}", "https://*.${var.a}"] }, "cors", isUnknown);
  expect(briefly(found)).toEqual(["gateway/cors-value at cors.allowOrigins[1]"]);
});

test("CORS without an origin allows nobody, and is refused", () => {
  expect(problems({ allowOrigins: [] })).toEqual(["gateway/cors-value at cors.allowOrigins"]);
});

test.each([[["*"]], [["https://a.example.com", "*"]]])(
  "credentials cannot be allowed to every origin, as in %j",
  (allowOrigins) => {
    expect(problems({ allowOrigins, allowCredentials: true })).toEqual([
      "gateway/cors-credentials at cors.allowOrigins",
    ]);
  },
);

test.each([
  ["www.example.com"],
  ["https://www.example.com/"],
  ["https://www.example.com/path"],
  ["https://*"],
  ["https://*example.com"],
  ["https://a.*.example.com"],
  ["*.example.com"],
  ["https://user@example.com"],
  ["https://a.example.com,https://b.example.com"],
  ["https://a.example.com'"],
  ['https://a.example.com"'],
  ["https://"],
  ["null"],
  [""],
  [" *"],
])("%j is no origin", (origin) => {
  expect(problems({ allowOrigins: ["https://ok.example.com", origin] })).toEqual([
    "gateway/cors-value at cors.allowOrigins[1]",
  ]);
});

test.each([["get"], ["GET,POST"], ["GET "], [""], ["'GET'"]])("%j is no verb", (verb) => {
  expect(problems({ allowMethods: [verb] })).toEqual(["gateway/cors-value at cors.allowMethods[0]"]);
});

test.each([["X-A,X-B"], ["X A"], [""], ["X-A'"], ["X-A\n"], ["Überschrift"]])("%j is no header", (header) => {
  expect(problems({ allowHeaders: [header] })).toEqual(["gateway/cors-value at cors.allowHeaders[0]"]);
  expect(problems({ exposeHeaders: ["X-A", header] })).toEqual(["gateway/cors-value at cors.exposeHeaders[1]"]);
});

test("everything that is wrong is told at once", () => {
  expect(problems({ allowOrigins: ["*", "x"], allowCredentials: true, allowMethods: ["get"] })).toEqual([
    "gateway/cors-credentials at cors.allowOrigins",
    "gateway/cors-value at cors.allowOrigins[1]",
    "gateway/cors-value at cors.allowMethods[0]",
  ]);
});
