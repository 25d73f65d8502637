import { get as getPlain, IncomingMessage } from "node:http";
import type { RequestOptions } from "node:https";
import { rootCertificates } from "node:tls";
import { GetRequest, GetResponse } from "../command";

const KEPT_BYTES = 1024;
const MAXIMUM_BYTES = 32 * 1024 * 1024;

/**
 * One GET on a connection of its own. The body is read, because a cache may store only what was read to its end, but
 * no more of it than fits; only its start is kept. Rejects when no answer begins.
 */
export async function httpGet(request: GetRequest, maximumBytes = MAXIMUM_BYTES): Promise<GetResponse> {
  const get = request.url.protocol === "https:" ? (await import("node:https")).get : getPlain;
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const outgoing = get(request.url, optionsOf(request), (incoming) => {
      isAnswered = true;
      void drain(incoming, maximumBytes).then(resolve);
    });
    // An end without an answer raises no error of its own when the signal came first.
    outgoing.on("close", () => isAnswered || reject(new Error("the connection was closed")));
    outgoing.on("error", (error) => isAnswered || reject(timeoutOf(request.signal) ?? error));
  });
}

function optionsOf({ url, headers, signal, insecure, certificates }: GetRequest): RequestOptions {
  const common: RequestOptions = { agent: false, headers, signal };
  if (url.protocol !== "https:") return common;
  const trusted = certificates === undefined ? {} : { ca: [...rootCertificates, certificates] };
  return { ...common, ...trusted, rejectUnauthorized: !insecure };
}

// Node.js reports every end by a signal alike; the reason tells time from an interruption.
function timeoutOf({ reason }: AbortSignal): unknown {
  return (reason as { name?: unknown } | undefined)?.name === "TimeoutError" ? reason : undefined;
}

function drain(incoming: IncomingMessage, maximumBytes: number): Promise<GetResponse> {
  const kept: Buffer[] = [];
  let length = 0;
  incoming.on("data", (chunk: Buffer) => {
    if (length < KEPT_BYTES) kept.push(chunk);
    length += chunk.length;
    if (length > maximumBytes) incoming.destroy();
  });
  // Time is up, or the connection broke: the headers are here, and they are what counts.
  incoming.on("error", () => undefined);
  return new Promise((resolve) => {
    incoming.on("close", () =>
      resolve({
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        start: Buffer.concat(kept).subarray(0, KEPT_BYTES).toString("utf8"),
        isComplete: incoming.complete,
      }),
    );
  });
}
