/**
 * The time by which certificates are judged. It is never written into the output. `SOURCE_DATE_EPOCH` pins it where
 * builds have to be repeatable.
 *
 * Source: https://reproducible-builds.org/docs/source-date-epoch/
 */
export function presentTime(): Date {
  const pinned = process.env.SOURCE_DATE_EPOCH ?? "";
  return /^\d+$/.test(pinned) ? new Date(Number(pinned) * 1000) : new Date();
}
