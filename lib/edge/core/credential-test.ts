import { Token } from "./condition";
import { Verdict } from "./judge-condition";

/** Which credentials a request has. */
export interface Credentials {
  readonly authorization: boolean;
  readonly cookie: boolean;
}

type Credential = keyof Credentials;

const COOKIE_FIELD = /^http\.(request\.)?cookies?$/;
const HEADERS = /^http\.request\.headers(\.names)?$/;

/** The credentials that a test asks for. */
export function credentialsIn(tokens: readonly Token[]): Credential[] {
  const isIn = (pattern: RegExp) => tokens.some(({ kind, text }) => kind === "word" && pattern.test(text));
  const isHeader = (name: Credential) =>
    isIn(HEADERS) && tokens.some(({ kind, text }) => kind === "text" && text.toLowerCase() === name);
  return (["authorization", "cookie"] as const).filter(
    (name) => isHeader(name) || (name === "cookie" && isIn(COOKIE_FIELD)),
  );
}

/** A test that asks for credentials, for a request that has these. */
export function testCredentials(tokens: readonly Token[], credentials: Credentials): Verdict {
  const shape = tokens.map(({ kind, text }) => (kind === "text" ? JSON.stringify(text) : text)).join(" ");
  const hasAny = credentialsIn(tokens).some((name) => credentials[name]);
  if (/ (eq|==) (""( \))?|0)$|\) ((lt|<) 1|(le|<=) 0)$/.test(shape)) return hasAny ? "none" : "all";
  // Any text but one: that of a request without them is another one, too.
  if (/ (ne|!=) "[^"]/.test(shape)) return "unknown";
  return hasAny ? "all" : "none";
}
