/** What every variant of the benchmark's zone says alike. */
const EDGE = {
  region: "eu-central-1",
  zoneName: "example.com",
  zoneId: "0123456789abcdef0123456789abcdef",
};

/**
 * The hosts of the benchmark's zone, each with an HTTP API that another configuration owns.
 *
 * @param {number} count
 */
function listHosts(count) {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(4, "0");
    return { id: `front-${number}`, host: `host-${number}.${EDGE.zoneName}`, apiId: `a1b2c3${number}` };
  });
}

module.exports = { EDGE, listHosts };
