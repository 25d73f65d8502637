/**
 * Measures several things in turn, round by round, so that whatever else the machine does falls on all of them alike.
 * Every second round goes backwards.
 *
 * @template T
 * @param {number} rounds
 * @param {Record<string, () => T>} candidates
 * @returns {Record<string, T[]>} the samples of each, in the order of the rounds
 */
function interleave(rounds, candidates) {
  const samples = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const order = Object.entries(candidates);
    if (round % 2 === 1) order.reverse();
    for (const [name, measure] of order) samples[name].push(measure());
  }
  return samples;
}

module.exports = { interleave };
