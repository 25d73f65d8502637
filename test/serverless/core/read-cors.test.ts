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

test("an origin may be known to the deployment only", () => {
  expect(cors("/a: { origin: '${cf:web.Url}' }")).toMatchObject({
    found: { allowOrigins: [{ template: "${var.cf_web_Url}" }] },
    wrong: [],
  });
});

test("a value of the wrong type is told of", () => {
  expect(cors("/a: maybe").wrong).toEqual([
    "serverless/wrong-type at serverless.yml:5:46 functions.cats.events[0].http.cors",
  ]);
  expect(cors("/a: { maxAge: long }").wrong).toHaveLength(1);
});
