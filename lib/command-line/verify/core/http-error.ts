import { Answer, isFromApiGateway, isFromCloudflare } from "./answer";

/** What an error status comes from, and what to look at. */
export interface ErrorExplanation {
  readonly what: string;
  readonly advice: readonly string[];
}

interface Case extends ErrorExplanation {
  readonly when: (answer: Answer) => boolean;
}

const says =
  (status: number, message: RegExp) =>
  (answer: Answer): boolean =>
    answer.status === status && message.test(answer.message ?? "");

const has =
  (...statuses: readonly number[]) =>
  ({ status }: Answer): boolean =>
    statuses.includes(status);

const fromCloudflare =
  (status: number) =>
  (answer: Answer): boolean =>
    answer.status === status && isFromCloudflare(answer);

const TLS_TO_ORIGIN =
  "API Gateway speaks https only: the SSL mode of the host has to be Full (strict), and http has to be redirected to https at Cloudflare.";
const DOMAIN_TARGET =
  "The record has to lead to the target name of the custom domain (d-….execute-api.REGION.amazonaws.com), not to the default endpoint of the API.";

// The first that fits explains.
const CASES: readonly Case[] = [
  {
    when: ({ headers }) => headers["cf-mitigated"] !== undefined,
    what: "Cloudflare's own protection answers in place of the API",
    advice: ["Look at Security > Events of the zone; an API needs a rule that skips challenges for its host."],
  },
  {
    when: says(403, /^forbidden$/i),
    what: "API Gateway knows the domain, but no API for this request",
    advice: [
      "No mapping of the custom domain fits the path: every domain needs a mapping, with an empty key or the first segments of the path.",
      DOMAIN_TARGET,
      "A missing API key, a resource policy or a WAF rule say the same.",
    ],
  },
  {
    when: says(403, /missing authentication token/i),
    what: "the REST API has no such method and path",
    advice: [
      "Behind a custom domain the path begins after the mapping's key: without the stage's name.",
      "A method that is not deployed yet answers like this, too.",
    ],
  },
  {
    when: says(403, /not authorized|explicit deny|access denied|security token/i),
    what: "the API's authorizer or its resource policy refuses the request",
    advice: ["Give what it asks for with --header, or ask an endpoint that is open to everybody."],
  },
  {
    when: has(401, 403, 407),
    what: "the request is not allowed",
    advice: ["Give credentials with --header, or ask an endpoint that is open to everybody."],
  },
  {
    when: (answer) => says(404, /^not found$/i)(answer) && isFromApiGateway(answer),
    what: "the HTTP API has no route for this method and path",
    advice: ["Behind a custom domain the path begins after the mapping's key."],
  },
  { when: has(404, 410), what: "there is nothing at this path", advice: ["Ask a path that exists."] },
  {
    when: has(405),
    what: "GET is not allowed here",
    advice: ["Only GET and HEAD are ever cached; a POST never is."],
  },
  { when: has(429), what: "the rate limit is exceeded", advice: ["Ask fewer times, or with a longer --interval."] },
  {
    when: fromCloudflare(520),
    what: "Cloudflare does not understand what the origin answers",
    advice: ["Look at the origin: an empty answer, too long headers, or a connection that is reset."],
  },
  {
    when: fromCloudflare(521),
    what: "the origin refuses Cloudflare's connection",
    advice: [TLS_TO_ORIGIN, "A firewall at the origin may refuse Cloudflare's addresses."],
  },
  {
    when: fromCloudflare(522),
    what: "Cloudflare cannot connect to the origin in time",
    advice: [TLS_TO_ORIGIN, DOMAIN_TARGET],
  },
  { when: fromCloudflare(523), what: "Cloudflare finds no way to the origin", advice: [DOMAIN_TARGET] },
  {
    when: fromCloudflare(524),
    what: "the origin does not answer Cloudflare in time",
    advice: ["Look at what the integration is waiting for."],
  },
  {
    when: fromCloudflare(525),
    what: "the TLS handshake between Cloudflare and the origin fails",
    advice: [
      "API Gateway has no custom domain for this very host name, or not in this region: the name in the request and the name of the domain have to be the same.",
      "Where the domain asks for client certificates, Authenticated Origin Pulls have to be on.",
    ],
  },
  {
    when: fromCloudflare(526),
    what: "Cloudflare does not accept the certificate of the origin",
    advice: [
      "In Full (strict) the certificate of the custom domain has to be valid, to cover this host name (a wildcard covers one label), and to come from a public authority or from Cloudflare's Origin CA.",
    ],
  },
  {
    when: fromCloudflare(530),
    what: "Cloudflare does not find the origin's name",
    advice: [DOMAIN_TARGET, "The body of the answer names the error, 1016 for a name that does not exist."],
  },
  {
    when: says(504, /timed out/i),
    what: "the integration did not answer API Gateway in time",
    advice: ["Look at how long the backend takes; the limit is 29 s unless it was raised."],
  },
  {
    when: (answer) => has(500, 502, 503, 504)(answer) && isFromApiGateway(answer),
    what: "the integration behind API Gateway fails",
    advice: [
      "Look at the logs of the stage: a function without permission to be invoked, or an answer that is no proxy answer, look like this.",
    ],
  },
  { when: ({ status }) => status >= 500, what: "the origin fails", advice: ["Look at the origin's logs."] },
];

const OTHERWISE: ErrorExplanation = { what: "the request is refused", advice: [] };

/** Explains an answer with an error status; nothing for any other. */
export function explainError(answer: Answer): ErrorExplanation | undefined {
  if (answer.status < 400) return undefined;
  const { what, advice } = CASES.find(({ when }) => when(answer)) ?? OTHERWISE;
  return { what, advice };
}
