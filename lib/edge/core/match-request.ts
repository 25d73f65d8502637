import { Token, readCondition } from "./condition";
import { Credentials, credentialsIn, testCredentials } from "./credential-test";
import { NamedHost, tellsHosts, testHost } from "./host-test";
import { Verdict, judgeCondition } from "./judge-condition";

/** What is known of requests. */
export interface KnownRequest {
  readonly host: NamedHost;
  /** Whether they come over https. */
  readonly ssl?: boolean;
  readonly credentials?: Credentials;
}

/** Tells for which of some requests an expression is true. */
export type MatchRequest = (request: KnownRequest) => Verdict;

/** Reads an expression of Cloudflare's, to ask it about requests. */
export function readExpression(expression: string): MatchRequest {
  const condition = readCondition(expression);
  if (condition === undefined) return () => "unknown";
  return (request) => judgeCondition(condition, (tokens) => testRequest(tokens, request));
}

/** Whether an expression is true for some requests to a host; undefined where that is not known. */
export function isForHost(matches: MatchRequest, host: NamedHost): boolean | undefined {
  const verdict = matches({ host });
  return verdict === "unknown" ? undefined : verdict !== "none";
}

function testRequest(tokens: readonly Token[], { host, ssl, credentials }: KnownRequest): Verdict {
  if (tellsHosts(tokens)) return testHost(tokens, host);
  if (credentials !== undefined && credentialsIn(tokens).length > 0) return testCredentials(tokens, credentials);
  const shape = tokens.map(({ text }) => text).join(" ");
  if (shape === "true" || shape === "false") return whether(shape === "true");
  const isHttps = HTTPS.get(shape.replace(/^ssl (==|eq)/, "ssl").replace("!=", "ne"));
  return isHttps === undefined || ssl === undefined ? "some" : whether(isHttps === ssl);
}

/** What asks for https, or for http. */
const HTTPS: ReadonlyMap<string, boolean> = new Map([
  ["ssl", true],
  ["ssl true", true],
  ["ssl false", false],
  ["ssl ne true", false],
  ["ssl ne false", true],
]);

function whether(isTrue: boolean): Verdict {
  return isTrue ? "all" : "none";
}
