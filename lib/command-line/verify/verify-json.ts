import { Exchange } from "./core/answer";
import { Verified } from "./core/verdict";

/** Everything that was found as one JSON document; a change of its form changes `formatVersion`. */
export function jsonReport(all: readonly Verified[], expected: string | undefined): string {
  const report = {
    formatVersion: 1,
    ok: all.every(({ verdict }) => verdict.isAsItShould),
    ...(expected === undefined ? {} : { expected }),
    results: all.map(({ url, exchanges, verdict }) => ({
      url: url.href,
      ok: verdict.isAsItShould,
      outcome: verdict.outcome,
      cacheStatus: verdict.lastStatus === "-" ? null : verdict.lastStatus,
      what: verdict.what,
      advice: verdict.advice,
      warnings: verdict.warnings,
      requests: exchanges.map(request),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function request({ hops, answer, failure }: Exchange): object {
  return {
    redirects: hops,
    ...(answer === undefined ? {} : { answer }),
    ...(failure === undefined ? {} : { failure: { kind: failure.kind, what: failure.what } }),
  };
}
