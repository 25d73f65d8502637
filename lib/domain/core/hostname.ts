import { domainToASCII } from "node:url";

const LONGEST_NAME = 253;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const WILDCARD = "*.";

/**
 * A host name in its one form: lower case, and with what is not ASCII as punycode. A wildcard is kept where it is the
 * whole first label. Undefined for what is no host name.
 */
export function normalizeHostname(text: string): string | undefined {
  const { form, problem } = read(text);
  return problem === undefined ? form : undefined;
}

/** What keeps a text from being a host name such as `api.example.com` or `*.example.com`; undefined if nothing does. */
export function hostnameProblem(text: string): string | undefined {
  return read(text).problem;
}

/** Whether it stands for every host that is one label longer. */
export function isWildcard(hostname: string): boolean {
  return hostname.startsWith(WILDCARD);
}

/** The name that a wildcard is a wildcard of; any other name is its own. */
export function withoutWildcard(hostname: string): string {
  return isWildcard(hostname) ? hostname.slice(WILDCARD.length) : hostname;
}

/** Each host name once, in its one form and in the order of its bytes; what is no host name is left out. */
export function sortedHostnames(hostnames: readonly string[]): string[] {
  const normalized = hostnames.flatMap((hostname) => normalizeHostname(hostname) ?? []);
  // Only ASCII is left, where the order of UTF-16 units is that of bytes.
  return [...new Set(normalized)].sort();
}

/** Whether a host is the zone's own name or below it; both in any spelling. */
export function isInsideZone(hostname: string, zoneName: string): boolean {
  const [host, zone] = [normalizeHostname(hostname), normalizeHostname(zoneName)];
  if (host === undefined || zone === undefined) return false;
  return withoutWildcard(host) === zone || host.endsWith(`.${zone}`);
}

interface ReadHostname {
  readonly form: string;
  readonly problem?: string;
}

const READ = new Map<string, ReadHostname>();

/** Each name is read once: the constructs of one host, and the hosts of one zone, ask for it many times. */
function read(text: string): ReadHostname {
  const known = READ.get(text);
  if (known !== undefined) return known;
  const form = asciiForm(text);
  const problem = problemOfText(text) ?? problemOfAscii(withoutWildcard(form), isWildcard(text));
  READ.set(text, { form, problem });
  return { form, problem };
}

function asciiForm(text: string): string {
  const name = domainToASCII(withoutWildcard(text)).toLowerCase();
  return isWildcard(text) ? WILDCARD + name : name;
}

/** The conversion to ASCII would cut off a path, decode a percent sign and drop a trailing dot without a word. */
function problemOfText(text: string): string | undefined {
  if (text === "") return "it is empty";
  const misplaced = /[^\p{L}\p{M}\p{N}.\u3002\uFF0E\uFF61-]/u.exec(withoutWildcard(text))?.[0];
  if (misplaced === "*") return "a wildcard can only be the whole first label";
  if (misplaced !== undefined) return `${JSON.stringify(misplaced)} cannot be part of it`;
  return /[.\u3002\uFF0E\uFF61]$/u.test(text) ? "it ends with a dot" : undefined;
}

function problemOfAscii(name: string, wildcard: boolean): string | undefined {
  if (name === "") return "it cannot be written as punycode";
  const labels = name.split(".");
  if (/^\d+$/.test(labels.at(-1)!)) return "it is an IP address, or ends like one";
  if (labels.length < 2) return wildcard ? "a wildcard of a top-level domain covers nothing" : "it has only one label";
  if (name.length + (wildcard ? WILDCARD.length : 0) > LONGEST_NAME)
    return `it is longer than ${LONGEST_NAME} characters`;
  const label = labels.find((part) => !LABEL.test(part));
  return label === undefined ? undefined : labelProblem(label);
}

function labelProblem(label: string): string {
  if (label === "") return "a label is empty";
  return `the label ${JSON.stringify(label)} is longer than 63 characters, or begins or ends with a hyphen`;
}
