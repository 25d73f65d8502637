import { holdsExpression } from "../../stack/core/expression";
import { Token } from "./condition";
import { Verdict } from "./judge-condition";
import { isHostPattern, schemelessHost } from "./page-rule-target";

/** What is known of the name of a host. */
export interface NamedHost {
  /** Lower case; undefined where it is not known. */
  readonly host: string | undefined;
  /** What the whole name begins with, if `host` is not sure to be all of it. */
  readonly beginning?: string;
}

/** Fields, and names of headers, by which hosts are told apart. */
const TELLS_HOSTS = /(^|\.)host(name)?$|full_uri|\bsni$|zone\.name|^x-forwarded-host$/;

const FIELD = /^(?:raw\.)?http\.(host|request\.full_uri)$/;

/** Whether a test asks for the host. */
export function tellsHosts(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind, text }, index) => {
    const isName = kind === "word" || tokens[index - 1]?.text === "[";
    return isName && TELLS_HOSTS.test(text.toLowerCase());
  });
}

/** A test that asks for the host, for the requests to one. */
export function testHost(tokens: readonly Token[], host: NamedHost): Verdict {
  const { field, operator, values } = readTest(withoutLower(tokens));
  if (field === undefined || values.length === 0) return "unknown";
  const compare = field === "host" ? compareHost : compareAddress;
  const verdicts = values.map((value) => compare(operator, value.toLowerCase(), host));
  return (["all", "partly", "some", "unknown"] as const).find((verdict) => verdicts.includes(verdict)) ?? "none";
}

interface ReadTest {
  readonly field: string | undefined;
  readonly operator: string;
  readonly values: readonly string[];
}

const NOTHING: ReadTest = { field: undefined, operator: "", values: [] };

/** `FIELD operator "text"`, `FIELD in {"text" …}` or `function(FIELD, "text")`. */
function readTest(tokens: readonly Token[]): ReadTest {
  const shape = tokens.map(({ kind, text }) => (kind === "text" ? '""' : text)).join(" ");
  const called = /^(starts_with|ends_with) \( (\S+) , "" \)$/.exec(shape);
  const compared = /^(\S+) (eq|==|ne|!=|contains|(?:strict )?wildcard) ""$/.exec(shape);
  const listed = /^(\S+) (in) \{(?: "")* \}$/.exec(shape);
  const [operator, field] = called === null ? [(compared ?? listed)?.[2], (compared ?? listed)?.[1]] : called.slice(1);
  if (operator === undefined) return NOTHING;
  const values = tokens.flatMap(({ kind, text }) => (kind === "text" ? [text] : []));
  return { field: FIELD.exec(field!)?.[1], operator: operator.replace("strict ", ""), values };
}

function withoutLower(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ text }, index) => text === "lower" && tokens[index + 1]?.text === "(" && tokens[index + 3]?.text === ")",
  );
  return at === -1 ? tokens : [...tokens.slice(0, at), tokens[at + 2]!, ...tokens.slice(at + 4)];
}

const PREDICATES: { readonly [operator: string]: (host: string, value: string) => boolean } = {
  contains: (host, value) => host.includes(value),
  ends_with: (host, value) => host.endsWith(value),
  starts_with: (host, value) => host.startsWith(value),
  wildcard: (host, value) => isHostPattern(value, host),
};

function compareHost(operator: string, value: string, host: NamedHost): Verdict {
  if (/^(eq|==|in)$/.test(operator)) return isHost(value, host);
  if (/^(ne|!=)$/.test(operator)) {
    const verdict = isHost(value, host);
    return verdict === "all" ? "none" : verdict === "none" ? "all" : verdict;
  }
  if (holdsExpression(value) || host.host === undefined || holdsExpression(host.host)) return "unknown";
  const isTrue = PREDICATES[operator]!(host.host, value);
  return isTrue ? "all" : isSure(host) ? "none" : "unknown";
}

function isHost(value: string, host: NamedHost): Verdict {
  // Both may be the same reference.
  if (value === host.host?.toLowerCase()) return "all";
  return holdsExpression(value) || mayBe(value, host) ? "unknown" : "none";
}

function mayBe(value: string, { host, beginning }: NamedHost): boolean {
  if (beginning !== undefined && value.startsWith(beginning)) return true;
  return host === undefined ? beginning === undefined : holdsExpression(host) || isHostPattern(host, value);
}

/** Whether the whole name is known, and is that of one host. */
function isSure({ host, beginning }: NamedHost): boolean {
  return host !== undefined && beginning === undefined && !host.startsWith("*");
}

/** An address has a path besides, so that it is never known to be for all requests. */
function compareAddress(operator: string, value: string, host: NamedHost): Verdict {
  if (/^(ne|!=)$/.test(operator)) return "unknown";
  const pattern = addressPattern(operator, value);
  const name = schemelessHost(pattern);
  const verdict = compareHost("wildcard", name, host);
  if (verdict === "all") return "partly";
  // An asterisk may stand for the host and a part of the path.
  return verdict === "none" && !name.includes("*") ? "none" : "unknown";
}

function addressPattern(operator: string, value: string): string {
  const begin = /^(contains|ends_with)$/.test(operator) ? "*" : "";
  const end = /^(contains|starts_with)$/.test(operator) ? "*" : "";
  return `${begin}${value}${end}`;
}
