import { CommandIo, ExitStatus, GivenArguments } from "../command";
import { painterFor } from "../painter";
import { Exchange } from "./core/answer";
import { Verified, verdictOf } from "./core/verdict";
import { exchange } from "./exchange";
import { verifyOptions, VerifyOptions } from "./verify-options";
import { jsonReport } from "./verify-json";
import { exchangeText, heading, summaryText, verdictText } from "./verify-text";

/** Asks every URL, tells what is found, and whether all is as it should be. */
export async function verify(given: GivenArguments, io: CommandIo): Promise<ExitStatus> {
  const options = verifyOptions(given, io);
  const painter = painterFor(io.stdout, io.environment);
  const say = (text: string): Promise<void> => (options.isJson ? Promise.resolve() : io.stdout.write(text));
  const all: Verified[] = [];
  for (const url of options.urls) {
    await say(heading(url, all.length > 0, painter));
    const exchanges = await ask(url, options, io, (done, index) => say(exchangeText(done, index, painter)));
    if (io.interruption.aborted) return ExitStatus.INTERRUPTED;
    const verdict = verdictOf({
      exchanges,
      sent: Object.keys(options.headers),
      intervalSeconds: options.intervalMilliseconds / 1000,
      expected: options.expected,
    });
    all.push({ url, exchanges, verdict });
    await say(verdictText(verdict, options.expected, painter));
  }
  await say(summaryText(all, painter));
  if (options.isJson) await io.stdout.write(jsonReport(all, options.expected));
  return all.every(({ verdict }) => verdict.isAsItShould) ? ExitStatus.DONE : ExitStatus.FINDINGS;
}

async function ask(
  url: URL,
  options: VerifyOptions,
  io: CommandIo,
  tell: (exchange: Exchange, index: number) => Promise<void>,
): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  while (exchanges.length < options.requests) {
    if (exchanges.length > 0) await io.wait(options.intervalMilliseconds);
    if (io.interruption.aborted) break;
    const done = await exchange(url, options, io);
    if (io.interruption.aborted) break;
    exchanges.push(done);
    await tell(done, exchanges.length - 1);
    // What cannot be reached once would only be waited for again.
    if (done.failure !== undefined) break;
  }
  return exchanges;
}
