import { readFileSync } from "node:fs";
import { GetRequest } from "../../../lib/command-line/command";
import { httpGet } from "../../../lib/command-line/verify/http-get";
import { EdgeServer, fixture, Handler, startServer } from "../support/edge-server";

let server: EdgeServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(handler: Handler, certificate?: "localhost" | "expired"): Promise<URL> {
  server = await startServer(handler, certificate);
  return new URL(`${server.url}/cats?page=1`);
}

function request(url: URL, rest: Partial<GetRequest> = {}): GetRequest {
  const { signal } = new AbortController();
  return { url, headers: {}, signal, insecure: false, certificates: undefined, ...rest };
}

const trusted = { certificates: readFileSync(fixture("localhost.pem"), "utf8") };

test("a GET with the headers, on a connection of its own", async () => {
  const url = await serve((_request, response) => response.setHeader("cf-cache-status", "HIT").end("hello"));
  const found = await httpGet(request(url, { headers: { "x-any": "1" } }));
  expect(found).toMatchObject({ status: 200, start: "hello", isComplete: true });
  expect(found.headers["cf-cache-status"]).toBe("HIT");
  const [seen] = server!.requests;
  expect(seen).toMatchObject({ method: "GET", url: "/cats?page=1" });
  expect(seen!.headers).toMatchObject({ "x-any": "1", connection: "close" });
});

test("a redirect is not followed, an error is an answer", async () => {
  const url = await serve((_request, response, count) =>
    count === 0 ? response.writeHead(302, { location: "/there" }).end() : response.writeHead(503).end(),
  );
  expect(await httpGet(request(url))).toMatchObject({ status: 302, headers: { location: "/there" } });
  expect(await httpGet(request(url))).toMatchObject({ status: 503 });
});

test("the body is read to its end, but only a kilobyte of it is kept", async () => {
  const url = await serve((_request, response) => response.end("x".repeat(100_000)));
  const { start, isComplete } = await httpGet(request(url));
  expect(start).toBe("x".repeat(1024));
  expect(isComplete).toBe(true);
});

test("no more of a body is read than fits", async () => {
  const url = await serve((_request, response) => response.end("x".repeat(100_000)));
  expect(await httpGet(request(url), 50_000)).toMatchObject({ status: 200, isComplete: false });
});

test("a body without an end: what came before is the answer", async () => {
  const url = await serve((_request, response) => void response.setHeader("age", "1").write("{"));
  const found = await httpGet(request(url, { signal: AbortSignal.timeout(1000) }));
  expect(found).toMatchObject({ status: 200, start: "{", isComplete: false, headers: { age: "1" } });
});

test("a connection that breaks in the body", async () => {
  const url = await serve((_request, response) => {
    response.setHeader("content-length", "100");
    response.write("{", () => response.destroy());
  });
  expect(await httpGet(request(url))).toMatchObject({ status: 200, isComplete: false });
});

test("no answer in time", async () => {
  const url = await serve(() => undefined);
  const found = httpGet(request(url, { signal: AbortSignal.timeout(50) }));
  await expect(found).rejects.toMatchObject({ name: "TimeoutError" });
});

test("an interruption before anything is sent", async () => {
  const url = await serve(() => undefined);
  await expect(httpGet(request(url, { signal: AbortSignal.abort() }))).rejects.toMatchObject({ name: "AbortError" });
});

test("a connection that is closed, and one that is refused", async () => {
  const url = await serve((incoming) => incoming.socket.destroy());
  await expect(httpGet(request(url))).rejects.toMatchObject({ code: "ECONNRESET" });
  await server!.close();
  await expect(httpGet(request(url))).rejects.toMatchObject({ code: "ECONNREFUSED" });
});

test("a name that does not exist", async () => {
  // No label has more than 63 letters: this is known without asking anybody.
  const url = new URL(`http://${"a".repeat(64)}.example/`);
  await expect(httpGet(request(url))).rejects.toMatchObject({ code: "ENOTFOUND" });
});

test("something that is not HTTP", async () => {
  const url = await serve((incoming) => void incoming.socket.end("SSH-2.0-OpenSSH\r\n"));
  await expect(httpGet(request(url))).rejects.toMatchObject({ code: expect.stringMatching(/^HPE_/) });
});

describe("TLS", () => {
  const answering: Handler = (_request, response) => response.end("hello");

  test("an authority of the user's own is trusted", async () => {
    const url = await serve(answering, "localhost");
    expect(await httpGet(request(url, trusted))).toMatchObject({ status: 200, start: "hello" });
  });

  test("one that nobody knows is not", async () => {
    const url = await serve(answering, "localhost");
    await expect(httpGet(request(url))).rejects.toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    expect(server!.requests).toEqual([]);
  });

  test("unless every certificate will do", async () => {
    const url = await serve(answering, "localhost");
    expect(await httpGet(request(url, { insecure: true }))).toMatchObject({ status: 200 });
  });

  test("a certificate for another name", async () => {
    const url = await serve(answering, "localhost");
    url.hostname = "127.0.0.1";
    await expect(httpGet(request(url, trusted))).rejects.toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
  });

  test("a certificate that is over", async () => {
    const url = await serve(answering, "expired");
    const certificates = readFileSync(fixture("expired.pem"), "utf8");
    await expect(httpGet(request(url, { certificates }))).rejects.toMatchObject({ code: "CERT_HAS_EXPIRED" });
  });

  test("https where http is spoken", async () => {
    const url = await serve(answering);
    url.protocol = "https:";
    await expect(httpGet(request(url))).rejects.toMatchObject({ code: expect.stringMatching(/^(EPROTO|ERR_SSL_)/) });
  });
});
