import { FetchText } from "./cloudflare-cloud";

const TIMEOUT_MILLISECONDS = 30_000;

/** Fetches with the network of this process; a redirect is an error, because it would take the token along. */
export function networkFetch(interruption: AbortSignal): FetchText {
  return async (url, headers) => {
    const signal = AbortSignal.any([interruption, AbortSignal.timeout(TIMEOUT_MILLISECONDS)]);
    const response = await fetch(url, { headers, redirect: "error", signal });
    return { status: response.status, text: await response.text() };
  };
}
