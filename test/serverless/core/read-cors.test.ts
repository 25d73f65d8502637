import { read } from "../support";

const DEFAULT_HEADERS = [
  "Content-Type",
  "X-Amz-Date",
  "Authorization",
  "X-Api-Key",
  "X-Amz-Security-Token",
  "X-Amz-User-Agent",
  "X-Amzn-Trace-Id",
];
const ALL = { allowOrigins: ["*"], allowHeaders: DEFAULT_HEADERS, allowCredentials: false };

/** One event for each: `PATH: CORS`. */
function cors(...events: string[]) {
  const items = events.map((event) => {
    const [, path, yaml] = /^(\S+): (.*)$/.exec(event) ?? [];
    return `      - http: { method: get, path: ${path}, cors: ${yaml} }`;
  });
  const text = `provider: aws\nfunctions:\n  cats:\n    events:\n${items.join("\n")}\n`;
  const { model, findings } = read(text);
  return { found: model?.cors, wrong: findings.map(({ rule, property }) => `${rule} at ${property}`) };
}

test.each([
  ["true", ALL],
  ["false", undefined],
  ["null", undefined],
  ["{}", ALL],
  ["{ headers: null, methods: [], exposedResponseHeaders: '' }", ALL],
  ["{ methods: [put, 'PATCH'] }", { ...ALL, allowMethods: ["GET", "OPTIONS", "PATCH", "PUT"] }],
  ["{ methods: 'GET, OPTIONS' }", ALL],
  ["{ methods: [ANY] }", { ...ALL, allowMethods: ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"] }],
  ["{ origin: 'https://a.example' }", { ...ALL, allowOrigins: ["https://a.example"] }],
  [
    "{ origin: 'https://a.example, https://b.example' }",
    { ...ALL, allowOrigins: ["https://a.example", "https://b.example"] },
  ],
  [
    "{ origins: ['https://a.example'], headers: [X-A], allowCredentials: true, maxAge: 600 }",
    { allowOrigins: ["https://a.example"], allowHeaders: ["X-A"], allowCredentials: true, maxAgeSeconds: 600 },
  ],
  [
    "{ headers: 'X-A,X-B', exposedResponseHeaders: X-C }",
    { ...ALL, allowHeaders: ["X-A", "X-B"], exposeHeaders: ["X-C"] },
  ],
])("%s", (yaml, found) => {
  expect(cors(`/a: ${yaml}`)).toEqual({ found, wrong: [] });
});

test("the host of subdomains has to be written down", () => {
  expect(cors("/a: { origins: ['https://*.${cf:web.Domain}', '${cf:web.Url}'] }").wrong).toEqual([
    expect.stringMatching(
      /^gateway\/cors-value at serverless\.yml:5:\d+ functions\.cats\.events\[0\]\.http\.cors\.origins\[0\]$/,
    ),
  ]);
});

test("an origin may be known to the deployment only", () => {
  expect(cors("/a: { origin: '${cf:web.Url}' }")).toMatchObject({
    found: { allowOrigins: [{ template: "${var.cf_web_Url}" }] },
    wrong: [],
  });
});

const CORS = "serverless.yml:5:46 functions.cats.events[0].http.cors";
const inside = (column: number, part: string) =>
  `serverless.yml:5:${column} functions.cats.events[0].http.cors.${part}`;

test.each([
  ["{ origin: 'https://a.example/path' }", `gateway/cors-value at ${inside(56, "origin")}`],
  ["{ origins: ['https://a.example', a.example] }", `gateway/cors-value at ${inside(79, "origins[1]")}`],
  ["{ origin: 'https://a.example, x' }", `gateway/cors-value at ${inside(56, "origin")}`],
  ["{ headers: [X-A, 'X B'] }", `gateway/cors-value at ${inside(63, "headers[1]")}`],
  ["{ exposedResponseHeaders: 'X:A' }", `gateway/cors-value at ${inside(72, "exposedResponseHeaders")}`],
  ["{ maxAge: -1 }", `gateway/cors-value at ${inside(56, "maxAge")}`],
  ["{ maxAge: 1.5 }", `gateway/cors-value at ${inside(56, "maxAge")}`],
  ["{ methods: [GET, GTE] }", `gateway/verb-syntax at ${inside(63, "methods[1]")}`],
  ["{ origin: '*', allowCredentials: true }", `gateway/cors-credentials at ${inside(56, "origin")}`],
  ["{ allowCredentials: true }", `gateway/cors-credentials at ${inside(66, "allowCredentials")}`],
  ["{ origin: '' }", `gateway/cors-value at ${inside(56, "origin")}`],
  ["{ origin: ' , ' }", `gateway/cors-value at ${inside(56, "origin")}`],
  ["{ origin: null }", `gateway/cors-value at ${inside(48, "origin")}`],
  ["{ origin: \"${env:ORIGIN, ''}\" }", `gateway/cors-value at ${inside(56, "origin")}`],
  ["{ origins: [] }", `gateway/cors-value at ${inside(57, "origins")}`],
  ["{ origins: [null] }", `gateway/cors-value at ${inside(57, "origins")}`],
  ["{ origins: ['https://a.example', ''] }", `gateway/cors-value at ${inside(79, "origins[1]")}`],
  ["{ headers: [] }", `gateway/cors-value at ${inside(57, "headers")}`],
  ["{ orign: 'https://a.example' }", `serverless/unknown-key at ${inside(48, "orign")}`],
  ["{ allowCredential: true }", `serverless/unknown-key at ${inside(48, "allowCredential")}`],
  ["{ cacheControl: no-store }", `serverless/cors-cache-control at ${inside(62, "cacheControl")}`],
  ["{ origin: !Ref Origin, headers: !Ref Headers }", `serverless/not-literal at ${inside(83, "headers")}`],
  ["!Ref Cors", `serverless/not-literal at ${CORS.replace("46", "51")}`],
  ["{ 'Fn::If': [a, b, c] }", `serverless/not-literal at ${CORS}`],
])("%s is told of where it is written", (yaml, problem) => {
  expect(cors(`/a: ${yaml}`).wrong).toEqual([problem]);
});

test("what is wrong is told of at every event, and what cannot be resolved only once", () => {
  const { wrong } = cors("/a: { origin: x }", "/b: { origin: x }");
  expect(wrong).toEqual([
    `gateway/cors-value at ${inside(56, "origin")}`,
    "gateway/cors-value at serverless.yml:6:56 functions.cats.events[1].http.cors.origin",
  ]);
  expect(cors("/a: { origin: '${slef:a}' }").wrong).toEqual([`serverless/variable-source at ${inside(56, "origin")}`]);
});

test("a value of the wrong type is told of", () => {
  expect(cors("/a: maybe").wrong).toEqual([
    "serverless/wrong-type at serverless.yml:5:46 functions.cats.events[0].http.cors",
  ]);
  expect(cors("/a: { maxAge: long }").wrong).toHaveLength(1);
});
