import { Command } from "../command";
import { EXPECTED_STATUSES, INTERVAL, REQUESTS, TIMEOUT } from "./verify-options";

export const verifyCommand: Command = {
  name: "verify",
  summary: "Ask a live endpoint, and say whether it is cached, or why not.",
  usage: "verify URL... [options]",
  description: [
    "Sends GET requests to one URL after the other, reads cf-cache-status, age, cache-control and other headers, and says in words what they mean. Up to five redirects are followed, and shown. A cookie's value is never shown.",
    "Without --expect the exit status is 0 if every URL is served from Cloudflare's cache, and otherwise 1. An answer whose own headers forbid to cache it counts as BYPASS and as MISS, because Cloudflare said MISS before May 2026.",
  ],
  options: [
    {
      name: "expect",
      value: "STATUS",
      summary: `The cf-cache-status that the last answer has to have, or the exit status is 1: ${EXPECTED_STATUSES.join(", ")}.`,
    },
    {
      name: "requests",
      value: "N",
      summary: `How often to ask each URL, at least twice. Default: ${REQUESTS.otherwise}.`,
    },
    {
      name: "interval",
      value: "MS",
      summary: `How many milliseconds to wait between two requests. Default: ${INTERVAL.otherwise}.`,
    },
    {
      name: "timeout",
      value: "SECONDS",
      summary: `How long a request may take, with its redirects. Default: ${TIMEOUT.otherwise}.`,
    },
    {
      name: "header",
      value: "'NAME: VALUE'",
      isRepeatable: true,
      summary: "A header to send. A redirect to another host gets none of them.",
    },
    { name: "ca-file", value: "FILE", summary: "Certificates (PEM) to trust besides those of Node.js." },
    { name: "insecure", summary: "Accept any certificate." },
    { name: "json", summary: "Print one JSON document in place of text." },
  ],
  examples: [
    "verify https://api.example.com/cats",
    "verify https://api.example.com/cats --expect HIT --requests 5",
    "verify https://api.example.com/me --header 'Authorization: Bearer TOKEN' --expect BYPASS",
  ],
  run: async (given, io) => (await import("./verify")).verify(given, io),
};
