import { CommandIo, GetResponse } from "../command";
import { Answer, Exchange, Hop, messageOf, readHeaders } from "./core/answer";
import { networkFailure } from "./core/network-failure";
import { follow, headersFor, isFailure, locationOf } from "./core/redirect";
import { shownUrl } from "./core/shown-url";
import { VerifyOptions } from "./verify-options";

type Settings = Pick<VerifyOptions, "headers" | "timeoutSeconds" | "isInsecure" | "certificates">;

/** Asks a URL once, follows its redirects, and says how that ended; never throws but for an interruption. */
export async function exchange(url: URL, settings: Settings, io: CommandIo): Promise<Exchange> {
  const hops: Hop[] = [];
  const deadline = deadlineIn(settings.timeoutSeconds, io.interruption);
  try {
    return await chain(url, settings, io, hops, deadline.signal);
  } finally {
    deadline.clear();
  }
}

async function chain(
  first: URL,
  settings: Settings,
  io: CommandIo,
  hops: Hop[],
  signal: AbortSignal,
): Promise<Exchange> {
  let [url, headers] = [first, settings.headers];
  for (;;) {
    let response: GetResponse;
    try {
      response = await io.get({
        url,
        headers: { "user-agent": `cdktf-api-caching/${io.version}`, accept: "*/*", ...headers },
        signal,
        insecure: settings.isInsecure,
        certificates: settings.certificates,
      });
    } catch (thrown) {
      return { hops, failure: networkFailure(thrown, { url, timeoutSeconds: settings.timeoutSeconds }) };
    }
    const location = locationOf(response.status, textOf(response.headers.location));
    if (location === undefined) return { hops, answer: answerOf(url, response) };
    hops.push({ url: url.href, status: response.status, location: shownUrl(location, url.href) });
    const next = follow(hops, location);
    if (isFailure(next)) return { hops, failure: next };
    headers = headersFor(headers, url, next);
    url = next;
  }
}

function answerOf(url: URL, { status, headers, start, isComplete }: GetResponse): Answer {
  const message = status >= 400 ? messageOf(start) : undefined;
  return {
    url: url.href,
    status,
    headers: readHeaders(headers),
    isComplete,
    ...(message === undefined ? {} : { message }),
  };
}

function textOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "object" ? value[0] : value;
}

interface Deadline {
  readonly signal: AbortSignal;
  clear(): void;
}

function deadlineIn(seconds: number, interruption: AbortSignal): Deadline {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort(interruption.reason);
  const timer = setTimeout(() => {
    const error = new Error("time is up");
    error.name = "TimeoutError";
    controller.abort(error);
  }, seconds * 1000);
  if (interruption.aborted) interrupt();
  interruption.addEventListener("abort", interrupt);
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
      interruption.removeEventListener("abort", interrupt);
    },
  };
}
