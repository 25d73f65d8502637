// The zone and its hosts by the library.
const { ApiFront, ApiStage, CloudflareZone } = require("cdktf-api-caching");
const { EDGE } = require("./hosts");
const { synthesize } = require("./synthesize");

synthesize((stack, hosts) => {
  const zone = new CloudflareZone(stack, "zone", { zoneName: EDGE.zoneName, zoneId: EDGE.zoneId });
  for (const { id, host, apiId } of hosts) {
    new ApiFront(stack, id, {
      host,
      zone,
      api: ApiStage.fromHttpApiId(apiId),
      acknowledgements: { "domain/execute-api-endpoint-open": "the configuration of the API switches it off" },
    });
  }
});
