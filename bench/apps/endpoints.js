/** What every variant of the benchmark's API says alike. */
const API = {
  name: "api",
  region: "eu-central-1",
  stageName: "prod",
  backend: "https://backend.example.com",
  clusterSize: "0.5",
  ttlSeconds: 300,
};

/**
 * The endpoints of the benchmark's API, each cached under a path parameter and a query parameter. Each stands for one
 * resource of API Gateway below `/{shop}`.
 *
 * @param {number} count
 */
function listEndpoints(count) {
  return Array.from({ length: count }, (_, index) => {
    const pathPart = `list-${String(index).padStart(4, "0")}`;
    return {
      pathPart,
      path: `/{shop}/${pathPart}`,
      id: `GET_by-shop_${pathPart}`,
      methodPath: `~1{shop}~1${pathPart}/GET`,
    };
  });
}

module.exports = { API, listEndpoints };
