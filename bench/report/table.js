/**
 * Prints a table: columns of text to the left, columns of numbers to the right.
 *
 * @param {string[]} header
 * @param {string[][]} rows
 */
function printTable(header, rows) {
  const columns = header.map((title, index) => {
    const cells = rows.map((row) => row[index]);
    return { width: Math.max(...[title, ...cells].map((cell) => cell.length)), isNumeric: cells.every(isNumeric) };
  });
  const line = (cells) =>
    cells
      .map((cell, index) => align(cell, columns[index]))
      .join("  ")
      .trimEnd();
  const rule = columns.map(({ width }) => "-".repeat(width));
  for (const cells of [header, rule, ...rows]) console.log(`  ${line(cells)}`);
  console.log();
}

function isNumeric(cell) {
  return /^[-\d]/.test(cell) || cell === "";
}

function align(cell, { width, isNumeric }) {
  return isNumeric ? cell.padStart(width) : cell.padEnd(width);
}

module.exports = { printTable };
