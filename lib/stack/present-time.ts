/** 2025-01-01, before this library was: Nix sets 1980-01-01 in every shell, where no certificate would be valid yet. */
const OLDEST = 1735689600;

/**
 * The time by which certificates are judged. It is never written into the output. `SOURCE_DATE_EPOCH` pins it where
 * builds have to be repeatable.
 *
 * Source: https://reproducible-builds.org/docs/source-date-epoch/
 */
export function presentTime(): Date {
  const pinned = process.env.SOURCE_DATE_EPOCH ?? "";
  const seconds = /^\d+$/.test(pinned) ? Number(pinned) : 0;
  return seconds > OLDEST ? new Date(seconds * 1000) : new Date();
}
