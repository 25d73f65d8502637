import { httpGet } from "../../../lib/command-line/verify/http-get";
import { verify } from "../../../lib/command-line/verify/verify";
import { verifyCommand } from "../../../lib/command-line/verify/verify-command";
import { EdgeServer, fixture, Handler, startServer, statuses } from "../support/edge-server";
import { fakeIo, FakeWorld, response } from "../support/fake-io";
import { given } from "../support/given";

let servers: EdgeServer[] = [];

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

async function serve(handler: Handler, certificate?: "localhost" | "expired"): Promise<EdgeServer> {
  const server = await startServer(handler, certificate);
  servers.push(server);
  return server;
}

/** Asks a real server, without waiting between the requests. */
async function run(args: readonly string[], world: FakeWorld = {}) {
  const io = fakeIo({ cwd: fixture("."), get: (request) => httpGet(request), ...world });
  const status = await verify(given(verifyCommand, ...args), io);
  return { status, text: io.out(), waited: io.waited };
}

describe("what Cloudflare answers", () => {
  test.each<[string[], number, RegExp]>([
    [["MISS", "HIT", "HIT"], 0, /2\. 200 HIT .*age: 1 .*\n.*3\. 200 HIT .*\n {2}cached: .*, 2 s old; the first request filled it/], // prettier-ignore
    [["HIT"], 0, /cached: /],
    [["EXPIRED", "HIT"], 0, /cached: .*\(EXPIRED\)/],
    [["STALE"], 0, /cached: .*origin cannot be reached/],
    [["UPDATING"], 0, /cached: .*newer one meanwhile/],
    [["REVALIDATED"], 0, /cached: .*has not changed/],
    [["MISS"], 1, /not cached: Cloudflare would keep it/],
    [["EXPIRED"], 1, /not cached: .*too old each time/],
    [["BYPASS"], 1, /not cached: .*nothing in the answer forbids/],
    [["DYNAMIC"], 1, /not cached: no cache rule/],
    [["NONE/UNKNOWN"], 1, /not cached: Cloudflare made the answer itself/],
  ])("%j: exit status %i", async (given, status, text) => {
    const { url } = await serve(statuses(...given));
    const found = await run([`${url}/cats`]);
    expect(found.text).toMatch(text);
    expect(found.status).toBe(status);
    expect(found.waited).toEqual([1000, 1000]);
  });

  test.each<[string, string[], string, number, string]>([
    ["met", ["MISS", "HIT"], "HIT", 0, "as expected: HIT"],
    ["not met", ["MISS", "HIT", "DYNAMIC"], "HIT", 1, "expected HIT at the last request, found DYNAMIC"],
    ["met by what is not cached", ["DYNAMIC"], "dynamic", 0, "as expected: DYNAMIC"],
  ])("an expectation that is %s", async (_name, given, expected, status, text) => {
    const { url } = await serve(statuses(...given));
    const found = await run([url, "--expect", expected]);
    expect(found.text).toContain(text);
    expect(found.status).toBe(status);
  });

  test("no cf-cache-status: API Gateway itself", async () => {
    const { url } = await serve((_request, answer) => answer.setHeader("x-amzn-requestid", "id").end("{}"));
    const found = await run([url, "--requests=2"]);
    expect(found.status).toBe(1);
    expect(found.text).toContain("not cached by Cloudflare: API Gateway answers directly");
  });

  test("API Gateway's refusal through Cloudflare", async () => {
    const { url } = await serve((_request, answer) =>
      answer
        .writeHead(403, { "cf-ray": "1-FRA", "cf-cache-status": "DYNAMIC", "content-type": "application/json" })
        .end('{"message":"Forbidden"}'),
    );
    const found = await run([url, "--requests=2"]);
    expect(found.status).toBe(1);
    expect(found.text).toMatch(/error: 403 "Forbidden": API Gateway knows the domain, but no API[^]*No mapping/);
  });

  test.each([521, 522, 525, 526])("Cloudflare's %i", async (code) => {
    const { url } = await serve((_request, answer) => answer.writeHead(code, { "cf-ray": "1-FRA" }).end("error"));
    const found = await run([url, "--requests=2"]);
    expect(found.status).toBe(1);
    expect(found.text).toMatch(new RegExp(`error: ${code}: .*(rigin|Cloudflare)`));
  });

  test("a cached answer for somebody else's credentials is a warning, and no secret is shown", async () => {
    const { url, requests } = await serve((_request, answer, count) =>
      statuses("HIT")(_request, answer.setHeader("set-cookie", "session=s3cret"), count),
    );
    const found = await run([url, "--header", "Authorization: Bearer s3cret"]);
    expect(requests[0]!.headers.authorization).toBe("Bearer s3cret");
    expect(found.text).toContain("warning: The request carried authorization");
    expect(found.text).toContain("set-cookie: session");
    expect(found.text).not.toContain("s3cret");
  });
});

describe("redirects", () => {
  test("are followed and shown", async () => {
    const end = await serve(statuses("HIT"), "localhost");
    const { url } = await serve((request, answer) => answer.writeHead(301, { location: end.url + request.url }).end());
    const found = await run([`${url}/cats`, "--ca-file=localhost.pem"]);
    expect(found.status).toBe(0);
    expect(found.text).toContain(`  1. 301 ${url}/cats -> ${end.url}/cats\n     200 HIT`);
    expect(end.requests).toHaveLength(3);
  });

  test("in a circle are told, once", async () => {
    const { url, requests } = await serve((request, answer) =>
      answer.writeHead(301, { location: request.url === "/a" ? "/b" : "/a" }).end(),
    );
    const found = await run([`${url}/a`]);
    expect(found.status).toBe(1);
    expect(found.text).toMatch(/no answer: the redirects lead in a circle[^]*Flexible/);
    expect(requests).toHaveLength(2);
  });
});

describe("what gets no answer is told in words, and asked once", () => {
  test("a connection that is refused", async () => {
    const { url, close } = await startServer(statuses("HIT"));
    await close();
    const found = await run([url]);
    expect(found).toMatchObject({ status: 1, waited: [] });
    expect(found.text).toContain(`no answer: the connection to ${new URL(url).host} is refused.`);
  });

  test("a name that does not exist", async () => {
    const found = await run([`http://${"a".repeat(64)}.example/`]);
    expect(found.status).toBe(1);
    expect(found.text).toMatch(/is\s+not\s+found\s+in\s+DNS/);
  });

  test("time that is up", async () => {
    const { url, requests } = await serve(() => undefined);
    const found = await run([url, "--timeout=0.5"]);
    expect(found.status).toBe(1);
    expect(found.text).toContain("does not answer within 0.5 s");
    expect(requests).toHaveLength(1);
  });

  test.each<[string, "localhost" | "expired", string[], RegExp]>([
    [
      "unknown",
      "localhost",
      [],
      /not signed by an authority known here\s+\(DEPTH_ZERO_SELF_SIGNED_CERT\)[^]*Origin CA/,
    ],
    ["expired", "expired", ["--ca-file=expired.pem"], /not valid today\s+\(CERT_HAS_EXPIRED\)/],
  ])("a certificate that is %s", async (_name, certificate, args, text) => {
    const { url } = await serve(statuses("HIT"), certificate);
    const found = await run([url, ...args]);
    expect(found.status).toBe(1);
    expect(found.text).toMatch(text);
  });

  test("a certificate for another name", async () => {
    const { url } = await serve(statuses("HIT"), "localhost");
    const found = await run([url.replace("localhost", "127.0.0.1"), "--ca-file=localhost.pem"]);
    expect(found.text).toContain("the certificate is not for 127.0.0.1");
  });

  test("but any certificate will do if the user says so", async () => {
    const { url } = await serve(statuses("HIT"), "expired");
    expect((await run([url, "--insecure"])).status).toBe(0);
  });
});

test("a body that never ends is no reason to wait for it", async () => {
  const { url } = await serve((_request, answer) => {
    answer.setHeader("cf-ray", "1-FRA").setHeader("cf-cache-status", "MISS");
    answer.write("[");
  });
  const found = await run([url, "--timeout=0.5", "--requests=2"]);
  expect(found.status).toBe(1);
  expect(found.text).toContain("the body did not end within time or size");
});

test("every URL is asked, and one that is not cached is enough to fail", async () => {
  const [good, bad] = [await serve(statuses("HIT")), await serve(statuses("DYNAMIC"))];
  const found = await run([bad.url, good.url]);
  expect(found.status).toBe(1);
  expect(found.text).toContain("\n1 of 2 URLs are as they should be\n");
  expect((await run([good.url, good.url])).status).toBe(0);
});

test("requests come one after the other", async () => {
  const { url, requests } = await serve(statuses("HIT"));
  const found = await run([url, "--requests=4", "--interval=70"]);
  expect(found.waited).toEqual([70, 70, 70]);
  expect(requests).toHaveLength(4);
});

test("JSON is one document, and all there is", async () => {
  const { url } = await serve(statuses("MISS", "HIT"));
  const found = await run([`${url}/a`, `${url}/b`, "--json", "--expect=HIT", "--requests=2"], { isTerminal: true });
  const report = JSON.parse(found.text);
  expect(report).toMatchObject({ ok: true, expected: "HIT", results: [{ url: `${url}/a` }, { url: `${url}/b` }] });
  expect(report.results[0].requests).toMatchObject([
    { answer: { status: 200, headers: { "cf-cache-status": "MISS" } } },
    { answer: { status: 200, headers: { "cf-cache-status": "HIT", age: "1" } } },
  ]);
  expect(found.status).toBe(0);
});

describe("an interruption", () => {
  test("ends it between two requests, without a verdict", async () => {
    const user = new AbortController();
    const get = (): ReturnType<typeof response> => {
      user.abort();
      return response({ "cf-cache-status": "HIT" });
    };
    const found = await run(["https://a.example/", "https://b.example/"], { get, interruption: user.signal });
    expect(found).toMatchObject({ status: 130, text: "https://a.example/\n" });
  });

  test("ends it while it waits for an answer", async () => {
    const user = new AbortController();
    const { url } = await serve(() => user.abort());
    expect(await run([url], { interruption: user.signal })).toMatchObject({ status: 130 });
  });
});
