/** The middle of some numbers. */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The middle of one measure of some samples. */
function medianOf(samples, measure) {
  return median(samples.map((sample) => sample[measure]));
}

/** The least of one measure of some samples: what else the machine does can only add to a time. */
function leastOf(samples, measure) {
  return Math.min(...samples.map((sample) => sample[measure]));
}

/**
 * Compares two series round by round.
 *
 * @returns {{ median: number, min: number, max: number }}
 */
function ratio(samples, reference, measure) {
  const ratios = samples.map((sample, round) => sample[measure] / reference[round][measure]);
  return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) };
}

/** The exponent of growth between two sizes: 1 is linear. */
function growthExponent(small, large) {
  return Math.log(large.cost / small.cost) / Math.log(large.size / small.size);
}

module.exports = { medianOf, leastOf, ratio, growthExponent };
