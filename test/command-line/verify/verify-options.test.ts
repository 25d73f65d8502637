import { verifyCommand } from "../../../lib/command-line/verify/verify-command";
import { EXPECTED_STATUSES, verifyOptions } from "../../../lib/command-line/verify/verify-options";
import { fixture } from "../support/edge-server";
import { given, misuseOf } from "../support/given";

const URL_TEXT = "https://api.example.com/cats";

const options = (...args: readonly string[]) => verifyOptions(given(verifyCommand, ...args), { cwd: fixture(".") });

test("what is not said", () => {
  expect(options(URL_TEXT)).toEqual({
    urls: [new URL(URL_TEXT)],
    expected: undefined,
    requests: 3,
    intervalMilliseconds: 1000,
    timeoutSeconds: 30,
    headers: {},
    isInsecure: false,
    certificates: undefined,
    isJson: false,
  });
});

test("what is said", () => {
  const found = options(
    ...["http://a.example", `${URL_TEXT}?q=1#part`, "--expect", "hit", "--requests=5", "--interval=0"],
    ...["--timeout", "0.5", "--header", "Accept:application/json", "--header", "X-Any: a: b ", "--insecure", "--json"],
    ...["--ca-file", "localhost.pem"],
  );
  expect(found.urls.map(String)).toEqual(["http://a.example/", `${URL_TEXT}?q=1`]);
  expect(found).toMatchObject({
    expected: "HIT",
    requests: 5,
    intervalMilliseconds: 0,
    timeoutSeconds: 0.5,
    headers: { accept: "application/json", "x-any": "a: b" },
    isInsecure: true,
    isJson: true,
  });
  expect(found.certificates).toContain("BEGIN CERTIFICATE");
});

test("a header may be called as what every object has", () => {
  const { headers } = options(URL_TEXT, "--header", "constructor: z", "--header", "__proto__: y");
  expect(Object.entries(headers)).toEqual([
    ["constructor", "z"],
    ["__proto__", "y"],
  ]);
});

test.each(EXPECTED_STATUSES)("%s can be expected", (status) => {
  expect(options(URL_TEXT, "--expect", status).expected).toBe(status);
});

const notUrl = (written: string) => `"${written}" is not a URL that begins with https:// or http://.`;

test.each<[string[], string]>([
  [[], "a URL is needed, for example https://api.example.com/cats."],
  [["api.example.com/cats"], `${notUrl("api.example.com/cats")} Did you mean https://api.example.com/cats?`],
  [["api.example.com:8443"], `${notUrl("api.example.com:8443")} Did you mean https://api.example.com:8443?`],
  [["/cats"], notUrl("/cats")],
  [["cats"], notUrl("cats")],
  [["ftp://api.example.com/"], notUrl("ftp://api.example.com/")],
  [["file:///etc/passwd"], notUrl("file:///etc/passwd")],
  [["https://"], '"https://" is not a URL: it has no host.'],
  [["http://127.0.0.1:99999/"], '"http://127.0.0.1:99999/" is not a URL: its port is "99999", and ports are numbers up to 65535.'], // prettier-ignore
  [["https://me:s3cr3t@a.example:99999/"], '"…@a.example:99999/" is not a URL: its port is "99999", and ports are numbers up to 65535.'], // prettier-ignore
  [["ftp://me:s3cr3t@a.example/"], notUrl("ftp://…@a.example/")],
  [[URL_TEXT, "--expect", "HOT"], "--expect takes HIT, REVALIDATED, UPDATING, STALE, MISS, EXPIRED, BYPASS, DYNAMIC or NONE, and was given \"HOT\". Did you mean HIT?"], // prettier-ignore
  [[URL_TEXT, "--requests=1"], '--requests takes a whole number from 2 to 100, and was given "1".'],
  [[URL_TEXT, "--interval=1s"], '--interval takes a whole number from 0 to 600000, and was given "1s".'],
  [[URL_TEXT, "--timeout=0"], '--timeout takes a number from 0.001 to 600, and was given "0".'],
  [[URL_TEXT, "--ca-file=none.pem"], "none.pem: there is no such file."],
  [[URL_TEXT, "--ca-file=localhost.key.pem"], "--ca-file localhost.key.pem: there is no certificate in it."],
  [[URL_TEXT, "--header=A: 1", "--header=a: 2"], "--header a is given twice."],
])("%j is a misuse", (args, text) => {
  expect(misuseOf(() => options(...args))).toBe(text);
});

test("what may be a secret is not repeated", () => {
  const bad = ["https://tom:s3cret@api.example.com/", URL_TEXT];
  const texts = [
    misuseOf(() => options(bad[0]!)),
    misuseOf(() => options(URL_TEXT, "--header", "Bearer s3cret")),
    misuseOf(() => options(URL_TEXT, "--header", "Bad name: s3cret")),
    misuseOf(() => options(URL_TEXT, "--header", "authorization: s3cret\r\nx-more: 1")),
    misuseOf(() => options(URL_TEXT, "--header", ": s3cret")),
  ];
  expect(texts.filter((text) => text.includes("s3cret"))).toEqual([]);
  expect(texts[0]).toContain("user name");
  expect(texts[1]).toContain("a text without a colon");
  expect(texts[2]).toContain('"Bad name: …"');
});
