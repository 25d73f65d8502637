import { exchange } from "../../../lib/command-line/verify/exchange";
import { fakeIo, FakeWorld, response } from "../support/fake-io";

const settings = { headers: {}, timeoutSeconds: 5, isInsecure: false, certificates: undefined };
const url = new URL("http://api.example.com/cats");

const redirectTo = (location: string) => response({ location }, { status: 301 });

function ask(world: FakeWorld, given: Partial<Parameters<typeof exchange>[1]> = {}) {
  const io = fakeIo(world);
  return { io, done: exchange(url, { ...settings, ...given }, io) };
}

test("an answer, with the headers that count", async () => {
  const { io, done } = ask({ get: () => response({ "cf-cache-status": "HIT", "x-other": "1" }) });
  expect(await done).toEqual({
    hops: [],
    answer: { url: url.href, status: 200, headers: { "cf-cache-status": "HIT" }, isComplete: true },
  });
  expect(io.asked[0]!.headers).toEqual({ "user-agent": "cdktf-api-caching/1.2.3", accept: "*/*" });
});

test("the message of an error, but of nothing else", async () => {
  const start = '{"message":"Forbidden"}';
  const refused = await ask({ get: () => response({}, { status: 403, start }) }).done;
  const answered = await ask({ get: () => response({}, { status: 200, start }) }).done;
  expect(refused.answer).toMatchObject({ message: "Forbidden" });
  expect(answered.answer).not.toHaveProperty("message");
});

test("redirects are followed, and told", async () => {
  const { io, done } = ask({
    get: (_request, count) => (count === 0 ? redirectTo("https://api.example.com/cats") : response()),
  });
  expect(await done).toMatchObject({
    hops: [{ url: "http://api.example.com/cats", status: 301, location: "https://api.example.com/cats" }],
    answer: { url: "https://api.example.com/cats" },
  });
  expect(io.asked.map((asked) => asked.url.href)).toEqual([url.href, "https://api.example.com/cats"]);
});

test("credentials in a redirect are neither sent nor told", async () => {
  const { io, done } = ask({
    get: (_request, count) => (count === 0 ? redirectTo("http://user:s3cr3t@127.0.0.1/b") : response()),
  });
  const found = await done;
  expect(found.hops[0]!.location).toBe("http://…@127.0.0.1/b");
  expect(JSON.stringify([found, io.asked.map((asked) => asked.url)])).not.toContain("s3cr3t");
  expect(io.asked[1]!.url.href).toBe("http://127.0.0.1/b");
});

test("another host gets none of the user's headers, and nor does the first one after it", async () => {
  const places = ["https://api.example.com/cats", "https://evil.example/", "https://api.example.com/end"];
  const { io, done } = ask(
    { get: (_request, count) => (count < places.length ? redirectTo(places[count]!) : response()) },
    { headers: { authorization: "Bearer secret", "user-agent": "mine" } },
  );
  await done;
  expect(io.asked.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer secret",
    "Bearer secret",
    undefined,
    undefined,
  ]);
  expect(io.asked[0]!.headers["user-agent"]).toBe("mine");
});

test("a circle of redirects is a failure, not an endless one", async () => {
  const { io, done } = ask({ get: () => redirectTo(url.href) });
  expect(await done).toMatchObject({ hops: [{ status: 301 }], failure: { kind: "redirect-loop" } });
  expect(io.asked).toHaveLength(1);
});

test("no more than five redirects", async () => {
  const { io, done } = ask({ get: (_request, count) => redirectTo(`/${count}`) });
  expect((await done).failure).toMatchObject({ kind: "redirect" });
  expect(io.asked).toHaveLength(6);
});

test("a request that fails", async () => {
  const error = Object.assign(new Error("no"), { code: "ECONNREFUSED" });
  const { done } = ask({ get: () => Promise.reject(error) });
  expect(await done).toMatchObject({ hops: [], failure: { kind: "refused" } });
});

test("one deadline for the request and its redirects", async () => {
  const hanging: FakeWorld["get"] = ({ signal }, count) =>
    count === 0
      ? redirectTo("/next")
      : new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  const { io, done } = ask({ get: hanging }, { timeoutSeconds: 0.05 });
  expect(await done).toMatchObject({ hops: [{ status: 301 }], failure: { kind: "timeout" } });
  expect(io.asked[0]!.signal).toBe(io.asked[1]!.signal);
});

test("the user's interruption ends it", async () => {
  const { io, done } = ask({
    interruption: AbortSignal.abort(),
    get: async ({ signal }) => signal.throwIfAborted() ?? response(),
  });
  expect((await done).failure).toBeDefined();
  expect(io.asked[0]!.signal.aborted).toBe(true);
});

test("how TLS is to be checked goes along", async () => {
  const { io, done } = ask({ get: () => response() }, { isInsecure: true, certificates: "PEM" });
  await done;
  expect(io.asked[0]).toMatchObject({ insecure: true, certificates: "PEM" });
});
