import { cloudflareCloud, FetchedText } from "../../lib/adopt/cloudflare-cloud";
import { networkFetch } from "../../lib/adopt/fetch-text";
import { CloudflareApi, CloudflareApiOptions, startCloudflareApi } from "./support/cloudflare-api";

const ZONE = "0123456789abcdef0123456789abcdef";
const RULESET = "fedcba9876543210fedcba9876543210";
const ZONES = { "example.com": ZONE };

let api: CloudflareApi | undefined;
afterEach(() => api?.stop());

async function cloud(options: Partial<CloudflareApiOptions> = {}, token: string | undefined = "token") {
  api = await startCloudflareApi({ held: () => ({}), zones: ZONES, ...options });
  return cloudflareCloud({ token, baseUrl: api.url }, networkFetch(new AbortController().signal));
}

test("reads a zone, and that there is none", async () => {
  const made = await cloud();
  expect(await made.answer({ kind: "zone", about: ["example.com"] })).toEqual({ state: "found", value: ZONE });
  expect(await made.answer({ kind: "zone", about: ["example.org"] })).toEqual({ state: "absent" });
  expect(made.failures).toEqual([]);
});

test("reads all pages of a list", async () => {
  const rules = Array.from({ length: 5 }, (_, index) => ({
    zone_id: ZONE,
    id: `${index}`,
    target: `${index}.example.com/*`,
  }));
  const made = await cloud({ held: () => ({ cloudflare_page_rule: rules }), perPage: 2 });
  const read = await made.answer({ kind: "pageRules", about: [ZONE] });
  expect(read).toMatchObject({ state: "found", value: rules.map(({ id, target }) => ({ id, target })) });
  expect(api!.requests).toHaveLength(3);
});

test("a ruleset that is gone is absent, a zone that is not seen is not read", async () => {
  const made = await cloud();
  expect(await made.answer({ kind: "rulesets", about: [RULESET] })).toEqual({ state: "unread" });
  expect(made.failures[0]!.reason).toMatch(/^rulesets .*: Could not route to the path/);
});

test("without a token nothing is asked", async () => {
  const made = await cloud({}, "");
  expect(await made.answer({ kind: "zone", about: ["example.com"] })).toEqual({ state: "unread" });
  expect(api!.requests).toEqual([]);
  expect(made.failures).toEqual([
    {
      source: "Cloudflare",
      reason: expect.stringMatching(/^CLOUDFLARE_API_TOKEN is not set.* or say what exists with options/),
    },
  ]);
});

test("a token that is refused is refused once, and is not shown", async () => {
  const made = await cloud({ token: "another" }, "secret");
  await made.answer({ kind: "zone", about: ["example.com"] });
  expect(await made.answer({ kind: "pageRules", about: [ZONE] })).toEqual({ state: "unread" });
  expect(api!.requests).toHaveLength(1);
  expect(JSON.stringify(made.failures)).toContain("Authentication error (10000)");
  expect(JSON.stringify(made.failures)).not.toContain("secret");
});

const answering = (answer: FetchedText | Error) => {
  const paths: string[] = [];
  const made = cloudflareCloud({ token: "t", baseUrl: "https://api" }, async (url) => {
    paths.push(url);
    if ("status" in answer) return answer;
    throw answer;
  });
  return { made, paths };
};

test.each<[string, FetchedText, string, number]>([
  ["a missing permission", { status: 403, text: '{"success":false,"errors":[{"code":9109,"message":"Unauthorized"}]}' }, "Unauthorized (9109). The token lacks this permission", 2], // prettier-ignore
  ["too many requests", { status: 429, text: "{}" }, "Run this again in five minutes", 2],
  ["an error page", { status: 502, text: "<html>" }, "an answer with the status 502", 2],
  ["no success", { status: 200, text: "{}" }, "an answer with the status 200", 2],
])("%s is told, and other things are asked", async (_name, answer, reason, asked) => {
  const { made, paths } = answering(answer);
  await made.answer({ kind: "rulesets", about: [ZONE] });
  expect(await made.answer({ kind: "pageRules", about: [ZONE] })).toEqual({ state: "unread" });
  expect(made.failures[0]!.reason).toContain(reason);
  expect(paths).toHaveLength(asked);
});

test.each([
  ["of another form", { status: 400, text: '{"errors":[{"code":6003,"message":"Invalid request headers"}]}' }],
  ["wrong", { status: 403, text: '{"errors":[{"code":9109,"message":"Invalid access token"}]}' }],
])("a token that is %s is no token for anything", async (_name, answer) => {
  const { made, paths } = answering(answer);
  await made.answer({ kind: "rulesets", about: [ZONE] });
  await made.answer({ kind: "pageRules", about: [ZONE] });
  expect(paths).toHaveLength(1);
  expect(made.failures[0]!.reason).toContain("Set CLOUDFLARE_API_TOKEN to a token that is valid");
});

test.each(["secret\n", "sec ret", "secret\u2028", "\u0000secret"])(
  "%j is sent nowhere, and not shown",
  async (token) => {
    const made = cloudflareCloud({ token, baseUrl: "https://api" }, () => Promise.reject(new Error("asked")));
    await made.answer({ kind: "rulesets", about: [ZONE] });
    expect(made.failures[0]!.reason).toContain("another character that no token has");
    expect(JSON.stringify(made.failures)).not.toContain("secret");
  },
);

test("an error is not told in its own words, which may quote the token", async () => {
  const { made } = answering(new TypeError('Headers.append: "Bearer t" is an invalid header value.'));
  await made.answer({ kind: "rulesets", about: [ZONE] });
  expect(made.failures[0]!.reason).not.toContain("Bearer");
});

const paging = (infoOf: (query: string) => object) => {
  const queries: string[] = [];
  const made = cloudflareCloud({ token: "t", baseUrl: "https://api" }, async (url) => {
    const query = new URL(url).search;
    queries.push(query);
    const result = [{ id: query, phase: "p", kind: "zone", name: "n" }];
    return { status: 200, text: JSON.stringify({ success: true, result, result_info: infoOf(query) }) };
  });
  return { made, queries };
};

test("follows the cursors of a list", async () => {
  const next: { readonly [query: string]: string } = { "": "a=", "?cursor=a%3D": "b" };
  const { made, queries } = paging((query) => ({ cursors: { after: next[query] ?? "" } }));
  const read = await made.answer({ kind: "rulesets", about: [ZONE] });
  expect(queries).toEqual(["", "?cursor=a%3D", "?cursor=b"]);
  expect(read).toMatchObject({ state: "found", value: queries.map((id) => ({ id })) });
});

test("a list of which not all is read is not read", async () => {
  const { made } = paging(() => ({ cursors: { after: "again" } }));
  expect(await made.answer({ kind: "rulesets", about: [ZONE] })).toEqual({ state: "unread" });
  expect(made.failures[0]!.reason).toContain("the list has no end");
});

test("a ruleset that is gone is absent", async () => {
  const { made } = answering({ status: 404, text: '{"success":false}' });
  expect(await made.answer({ kind: "ruleset", about: [ZONE, RULESET] })).toEqual({ state: "absent" });
});

test("where there is no answer, nothing more is asked", async () => {
  const { made, paths } = answering(Object.assign(new Error("fetch failed"), { cause: { code: "ECONNREFUSED" } }));
  await made.answer({ kind: "rulesets", about: [ZONE] });
  await made.answer({ kind: "pageRules", about: [ZONE] });
  expect(paths).toHaveLength(1);
  expect(made.failures).toEqual([
    { source: "Cloudflare", reason: expect.stringContaining("no answer: ECONNREFUSED. Is there a network") },
  ]);
});

test("a question for AWS is not for Cloudflare", async () => {
  expect(await answering(new Error()).made.answer({ kind: "restApi", about: ["abc"] })).toBeUndefined();
});
