import { Failure, Hop } from "./answer";

const REDIRECTS = [301, 302, 303, 307, 308];
const MOST_HOPS = 5;

/** Where an answer leads on; nothing where it is an answer in its own right. */
export function locationOf(status: number, location: string | undefined): string | undefined {
  return REDIRECTS.includes(status) ? location : undefined;
}

/**
 * The next URL of a chain of redirects, or why the chain ends here; the last hop is the one to follow.
 *
 * @param location of the last hop, as it came
 */
export function follow(hops: readonly Hop[], location: string): URL | Failure {
  const { url, location: shown } = hops[hops.length - 1]!;
  const target = targetOf(location, url);
  if (target === undefined) return redirectFailure(`${url} redirects to ${JSON.stringify(shown)}, no URL to ask`);
  if (hops.some((hop) => hop.url === target.href)) return loop(target.href);
  if (hops.length > MOST_HOPS) return redirectFailure(`more than ${MOST_HOPS} redirects, the last to ${target.href}`);
  return target;
}

/** Tells apart what {@link follow} returns. */
export function isFailure(next: URL | Failure): next is Failure {
  return "kind" in next;
}

function targetOf(location: string, base: string): URL | undefined {
  try {
    const target = new URL(location, base);
    target.hash = "";
    // Nobody gave these credentials: they are neither sent nor shown.
    target.username = "";
    target.password = "";
    return /^https?:$/.test(target.protocol) ? target : undefined;
  } catch {
    return undefined;
  }
}

function loop(url: string): Failure {
  return {
    kind: "redirect-loop",
    what: `the redirects lead in a circle, back to ${url}`,
    advice: [
      "With the SSL mode Flexible or Off Cloudflare asks the origin by http, the origin redirects to https, and so on without end. Set the SSL mode of the host to Full (strict).",
      "Two redirects may also contradict each other: one rule to https or www, another one back.",
    ],
  };
}

function redirectFailure(what: string): Failure {
  return { kind: "redirect", what, advice: ["Ask the URL that you want to be cached, without a detour."] };
}

type Headers = { readonly [name: string]: string };

/** The user's headers that go along to the target of a redirect: another host or port gets none of them, nor does plain http. */
export function headersFor(given: Headers, from: URL, to: URL): Headers {
  const staysSafe = from.host === to.host && !(from.protocol === "https:" && to.protocol === "http:");
  return staysSafe ? given : {};
}
