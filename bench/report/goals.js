/**
 * @typedef {object} Goal
 * @property {string} name
 * @property {number} value
 * @property {number} limit the largest value that is good enough
 * @property {string} unit
 * @property {string} [note] how the value was found
 */

/**
 * Prints each goal with pass or MISS.
 *
 * @param {Goal[]} goals
 * @returns {boolean} whether all of them are met
 */
function printGoals(goals) {
  console.log("Goals\n");
  for (const { name, value, limit, unit, note } of goals) {
    const found = `${format(value)}${unit}, at most ${format(limit)}${unit}`;
    console.log(`  ${isMet({ value, limit }) ? "pass" : "MISS"}  ${name}: ${found}${note ? ` (${note})` : ""}`);
  }
  const missed = goals.filter((goal) => !isMet(goal)).length;
  console.log(`\n${missed === 0 ? "All goals are met." : `${missed} of ${goals.length} goals are missed.`}`);
  return missed === 0;
}

function isMet({ value, limit }) {
  return value <= limit;
}

function format(value) {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

/** How far the rounds of a ratio went. */
function spread({ min, max }) {
  return `${min.toFixed(2)} to ${max.toFixed(2)}`;
}

module.exports = { printGoals, spread };
