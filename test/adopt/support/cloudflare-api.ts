import { createServer, IncomingMessage, ServerResponse } from "node:http";
import { AddressInfo } from "node:net";

/** What Cloudflare holds, by the Terraform type that stands for it. */
export interface Held {
  readonly [type: string]: readonly { readonly [name: string]: unknown }[];
}

/** An API on loopback that answers as Cloudflare's does. */
export interface CloudflareApi {
  readonly url: string;
  /** The paths that were asked for, with their queries. */
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

export interface CloudflareApiOptions {
  readonly held: () => Held;
  /** The ids of the zones by name. */
  readonly zones: { readonly [name: string]: string };
  /** The token that it wants. @default token */
  readonly token?: string;
  /** How many things are on a page. @default 20 */
  readonly perPage?: number;
}

/** Starts it. */
export async function startCloudflareApi(options: CloudflareApiOptions): Promise<CloudflareApi> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url!);
    answer(request, response, options);
  });
  await new Promise<void>((started) => server.listen(0, "127.0.0.1", started));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/client/v4`,
    requests,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, options: CloudflareApiOptions): void {
  const send = (status: number, body: object): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  const fail = (status: number, code: number, message: string): void =>
    send(status, { success: false, errors: [{ code, message }], messages: [], result: null });
  const { pathname, searchParams } = new URL(request.url!, "http://cloudflare");
  if (request.headers.authorization !== `Bearer ${options.token ?? "token"}`) {
    return fail(401, 10000, "Authentication error");
  }
  const result = resultOf(pathname.replace("/client/v4", ""), searchParams, options);
  if (result === undefined) return fail(404, 7003, "Could not route to the path, perhaps your object is invalid");
  if (!Array.isArray(result)) return send(200, { success: true, errors: [], messages: [], result });
  const { perPage = 20 } = options;
  const page = Number(searchParams.get("page") ?? 1);
  send(200, {
    success: true,
    errors: [],
    messages: [],
    result: result.slice((page - 1) * perPage, page * perPage),
    result_info: {
      page,
      per_page: perPage,
      total_pages: Math.ceil(result.length / perPage),
      total_count: result.length,
    },
  });
}

function resultOf(path: string, query: URLSearchParams, { held, zones }: CloudflareApiOptions): unknown {
  if (path === "/zones") {
    const names = Object.keys(zones).filter((name) => name === query.get("name"));
    return names.map((name) => ({ id: zones[name], name }));
  }
  const [, zone, kind, id] = /^\/zones\/([0-9a-f]{32})\/([a-z_]+)(?:\/([0-9a-f]{32}))?$/.exec(path) ?? [];
  if (zone === undefined || !Object.values(zones).includes(zone)) return undefined;
  const all = (type: string) => (held()[type] ?? []).filter((one) => one["zone_id"] === zone);
  if (kind === "dns_records") return all("cloudflare_dns_record").filter(({ name }) => name === query.get("name"));
  if (kind === "pagerules") {
    const rules = all("cloudflare_page_rule");
    return rules.map(({ target, ...rest }) => ({
      ...rest,
      targets: [{ target: "url", constraint: { value: target } }],
    }));
  }
  if (kind !== "rulesets") return undefined;
  // The list says nothing of the rules.
  const rulesets = all("cloudflare_ruleset");
  return id === undefined ? rulesets.map(({ rules: _, ...rest }) => rest) : rulesets.find((one) => one["id"] === id);
}
