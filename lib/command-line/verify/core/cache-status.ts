import { Answer, cacheStatusOf, dataCentreOf, isFromApiGateway, isFromCloudflare } from "./answer";
import { forbiddenBecause, lifetimeOf, saysLifetime } from "./cacheability";

/** Everything known when a status is explained. */
export interface Evidence {
  /** The answers, in order; never empty. */
  readonly answers: readonly Answer[];
  readonly last: Answer;
  /** The statuses of all answers in order; `NONE` where an answer of Cloudflare has none. */
  readonly statuses: readonly string[];
  /** The lower-case names of the headers that were sent. */
  readonly sent: readonly string[];
  readonly intervalSeconds: number;
}

/** What the last status means after those before it. */
export interface Explanation {
  readonly what: string;
  readonly advice: readonly string[];
}

/** The statuses of an answer that came out of the cache. */
export const SERVED: readonly string[] = ["HIT", "REVALIDATED", "UPDATING", "STALE"];

/** Every status that Cloudflare documents. */
export const CACHE_STATUSES: readonly string[] = [...SERVED, "MISS", "EXPIRED", "BYPASS", "DYNAMIC", "NONE"];

const RULE_FOR_LIFETIME =
  "Let the origin send Cache-Control: public, max-age=SECONDS, or set the edge TTL in the cache rule.";
const API_GATEWAY_CACHE =
  "API Gateway's own cache shows in no header; its metric CacheHitCount in CloudWatch tells how it does.";

/** Explains the last status. */
export function explainStatus(evidence: Evidence): Explanation {
  const status = evidence.statuses[evidence.statuses.length - 1]!;
  const explain = Object.prototype.hasOwnProperty.call(BY_STATUS, status) ? BY_STATUS[status] : undefined;
  return explain?.(evidence) ?? { what: `cf-cache-status is ${status}, which is not known here`, advice: [] };
}

/** Explains answers that have nothing of Cloudflare. */
export function explainOutside({ last }: Evidence): Explanation {
  const { hostname } = new URL(last.url);
  if (/\.execute-api\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(hostname)) {
    return {
      what: "this is API Gateway's own endpoint: no request to it passes Cloudflare",
      advice: ["Ask the public host name of the API.", API_GATEWAY_CACHE],
    };
  }
  const who = isFromApiGateway(last) ? "API Gateway answers directly" : "the answer does not come from Cloudflare";
  return {
    what: `${who}: the host is not proxied by Cloudflare`,
    advice: [
      "The DNS record has to be proxied (the orange cloud); it is not, or this machine still remembers the record from before.",
      ...(isFromApiGateway(last) ? [API_GATEWAY_CACHE] : []),
    ],
  };
}

/** The statuses of some answers; `NONE` for what Cloudflare answers without one. */
export function statusesOf(answers: readonly Answer[]): string[] {
  return answers.map((answer) => cacheStatusOf(answer) ?? (isFromCloudflare(answer) ? "NONE" : "-"));
}

/** Whether Cloudflare kept nothing because the answer's own headers forbid it: MISS until May 2026, BYPASS since. */
export function isKeptOutByItself(answer: Answer, sent: readonly string[]): boolean {
  const status = cacheStatusOf(answer);
  return (status === "MISS" || status === "BYPASS") && forbiddenBecause(answer, sent).length > 0;
}

function ageOf({ headers }: Answer): string {
  return headers.age === undefined ? "" : `, ${headers.age} s old`;
}

function hit({ last, statuses }: Evidence): Explanation {
  const [first] = statuses;
  const before = first === "MISS" || first === "EXPIRED" ? `; the first request filled it (${first})` : "";
  return { what: `Cloudflare serves it from its cache${ageOf(last)}${before}`, advice: [] };
}

function miss(evidence: Evidence): Explanation {
  const { last, sent, statuses } = evidence;
  const forbidden = forbiddenBecause(last, sent);
  if (forbidden.length > 0) return keptOut(forbidden);
  if (statuses.some((status) => SERVED.includes(status))) return lostAgain(evidence);
  return { what: "Cloudflare would keep it, but finds it in its cache at no request", advice: whyNeverFound(evidence) };
}

function whyNeverFound(evidence: Evidence): string[] {
  const { last } = evidence;
  return [
    ...differentCentres(evidence),
    ...tooShort(evidence),
    ...(saysLifetime(last.headers) ? [] : [`The answer says nothing of how long it may be kept. ${RULE_FOR_LIFETIME}`]),
    ...(last.isComplete ? [] : ["The body did not end within time or size: what is cut off is not kept."]),
    "A header or cookie in the cache key that changes with each request makes every request a first one.",
    "Ask again with more --requests: each data centre, and each tier above it, fills its own cache.",
  ];
}

function lostAgain(evidence: Evidence): Explanation {
  const causes = [...differentCentres(evidence), ...tooShort(evidence)];
  return {
    what: "Cloudflare serves it from its cache, but not at the last request",
    advice: causes.length > 0 ? causes : ["The answer may have been purged or evicted in between. Ask again."],
  };
}

function differentCentres({ answers }: Evidence): string[] {
  const centres = [...new Set(answers.map(dataCentreOf).filter((centre) => centre !== undefined))];
  return centres.length > 1 ? [`Several data centres answered (${centres.join(", ")}): each has its own cache.`] : [];
}

function tooShort({ last, intervalSeconds }: Evidence): string[] {
  const lifetime = lifetimeOf(last.headers);
  if (lifetime === undefined || lifetime > Math.max(intervalSeconds, 1)) return [];
  return [`The answer may be kept for ${lifetime} s only, and the requests are ${intervalSeconds} s apart.`];
}

function expired(evidence: Evidence): Explanation {
  if (evidence.statuses.some((status) => SERVED.includes(status))) return lostAgain(evidence);
  const short = tooShort(evidence);
  return {
    what: "Cloudflare has it in its cache, but too old each time, and asks the origin again",
    advice: short.length > 0 ? short : [...differentCentres(evidence), RULE_FOR_LIFETIME],
  };
}

function bypass({ last, sent }: Evidence): Explanation {
  const forbidden = forbiddenBecause(last, sent);
  if (forbidden.length > 0) return keptOut(forbidden);
  const silent = saysLifetime(last.headers)
    ? []
    : [
        `The answer says nothing of how long it may be kept, and the cache rule keeps only what says so (bypass_by_default). ${RULE_FOR_LIFETIME}`,
      ];
  return {
    what: "Cloudflare keeps it out of its cache, and nothing in the answer forbids to keep it",
    advice: [
      ...silent,
      "A cache rule bypasses the cache for this request: rules for Authorization headers, cookies or paths come last and win.",
    ],
  };
}

function keptOut(forbidden: readonly string[]): Explanation {
  return {
    what: `Cloudflare keeps it out of its cache because of what the answer itself says: ${forbidden.join("; ")}`,
    advice: [`If everybody may share the answer, change that at the origin. ${RULE_FOR_LIFETIME}`],
  };
}

function dynamic(): Explanation {
  return {
    what: "no cache rule of Cloudflare covers this request",
    advice: [
      "By default Cloudflare caches files by their extension, never JSON or HTML: a cache rule has to make the host and path eligible.",
      "If there is a rule, compare its expression with the host and path of the request, and see that it is enabled.",
    ],
  };
}

function none({ last }: Evidence): Explanation {
  return {
    what: "Cloudflare made the answer itself, before its cache was asked",
    advice: [
      "A Worker, a redirect rule or a security rule answers for the origin.",
      ...(last.headers["cf-mitigated"] === undefined ? [] : ["It is a challenge or a block: see Security > Events."]),
    ],
  };
}

const BY_STATUS: { readonly [status: string]: (evidence: Evidence) => Explanation } = {
  HIT: hit,
  MISS: miss,
  EXPIRED: expired,
  BYPASS: bypass,
  DYNAMIC: dynamic,
  NONE: none,
  REVALIDATED: ({ last }) => ({
    what: `Cloudflare serves it from its cache${ageOf(last)}, after the origin said that it has not changed`,
    advice: ["Each such request costs one to the origin. A longer lifetime saves it."],
  }),
  UPDATING: ({ last }) => ({
    what: `Cloudflare serves it from its cache${ageOf(last)}, and fetches a newer one meanwhile`,
    advice: [],
  }),
  STALE: ({ last }) => ({
    what: `Cloudflare serves an old answer from its cache${ageOf(last)}, because the origin cannot be reached`,
    advice: ["Look at the origin: what is served now is out of date."],
  }),
};
