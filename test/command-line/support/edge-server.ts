import { readFileSync } from "node:fs";
import { createServer as createPlain, IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { createServer as createSecure } from "node:https";
import { AddressInfo } from "node:net";
import { resolve } from "node:path";

/** What the server does with its n-th request, from 0. */
export type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A server on loopback that stands for Cloudflare. */
export interface EdgeServer {
  readonly url: string;
  readonly requests: readonly IncomingMessage[];
  close(): Promise<void>;
}

/** A certificate of the fixtures. */
export function fixture(name: string): string {
  return resolve(__dirname, "../fixtures", name);
}

/** Starts a server; with a certificate it speaks TLS. */
export function startServer(handler: Handler, certificate?: "localhost" | "expired"): Promise<EdgeServer> {
  const requests: IncomingMessage[] = [];
  const listener: RequestListener = (request, response) => {
    requests.push(request);
    handler(request, response, requests.length - 1);
  };
  const server = certificate === undefined ? createPlain(listener) : createSecure(pem(certificate), listener);
  return new Promise((started) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      const host = certificate === undefined ? "127.0.0.1" : "localhost";
      const url = `http${certificate === undefined ? "" : "s"}://${host}:${port}`;
      started({ url, requests, close: () => closed(server) });
    });
  });
}

function pem(certificate: string): { cert: Buffer; key: Buffer } {
  return {
    cert: readFileSync(fixture(`${certificate}.pem`)),
    key: readFileSync(fixture(`${certificate}.key.pem`)),
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolved) => {
    server.close(() => resolved());
    server.closeAllConnections();
  });
}

/** A handler that answers as Cloudflare does, with one cache status after the other; the last one stays. */
export function statuses(...given: readonly string[]): Handler {
  return (_request, response, count) => {
    const status = given[Math.min(count, given.length - 1)]!;
    response.setHeader("cf-ray", `8f1c2d3e4f5a6b7${count}-FRA`);
    response.setHeader("server", "cloudflare");
    response.setHeader("cache-control", "public, max-age=60");
    response.setHeader("content-type", "application/json");
    response.setHeader("cf-cache-status", status);
    if (status === "HIT") response.setHeader("age", String(count));
    response.end('[{"name":"Tom"}]');
  };
}
