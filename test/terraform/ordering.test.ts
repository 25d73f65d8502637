import { type ExampleRun, type LoggedRequest, runExample } from "./harness";

/** What one request does to a stage, in the words of the tests. */
function stageEvents(requests: readonly LoggedRequest[]): string[] {
  return requests.flatMap(({ operation, body }) => {
    if (["PutRestApi", "CreateDeployment", "CreateStage"].includes(operation)) return [operation];
    if (operation !== "UpdateStage") return [];
    const { patchOperations } = body as { patchOperations: { op: string; path: string; value?: string }[] };
    const events = patchOperations.flatMap(({ op, path, value }) => {
      if (path === "/deploymentId") return ["serve the new deployment"];
      if (path === "/cacheClusterEnabled") return [`cluster ${value}`];
      if (op === "remove") return [`remove the setting of ${path}`];
      return path.endsWith("/caching/enabled") && value === "true" ? [`cache ${path.slice(0, -16)}`] : [];
    });
    return [...new Set(events)];
  });
}

describe("the order in which a cached API changes", () => {
  let run: ExampleRun;

  const apply = async (): Promise<string[]> => {
    await run.emulator.clearRequests();
    await run.terraform.apply();
    return stageEvents(await run.emulator.requests());
  };

  beforeAll(async () => {
    run = await runExample("cats-rest-api", "cats-rest-api");
    await run.terraform.init();
  });
  afterAll(() => run.stop());

  test("nothing is cached before the deployment that carries the keys is served", async () => {
    const events = await apply();
    expect(events.slice(0, 3)).toEqual(["PutRestApi", "CreateDeployment", "CreateStage"]);
    expect(events.slice(3)).toEqual([
      "cache /~1cats/GET",
      "cache /~1cats~1{pawId}/GET",
      "cache /~1photos~1{proxy+}/GET",
      "cache /~1graphql/POST",
      "cache /~1graphql~1cities/POST",
    ]);
  });

  test("an endpoint that becomes cached is cached after its key is served", async () => {
    run.edit([
      [
        '{ method: "POST", path: "/cats", integration: cats }',
        '{ method: "POST", path: "/cats", integration: cats, cache: { keys: [CacheKey.body()] } }',
      ],
    ]);
    expect(await apply()).toEqual(["PutRestApi", "CreateDeployment", "serve the new deployment", "cache /~1cats/POST"]);
  });

  test("an endpoint that is cached no more loses its caching before its key", async () => {
    run.edit([]);
    expect(await apply()).toEqual([
      "remove the setting of /~1cats/POST",
      "PutRestApi",
      "CreateDeployment",
      "serve the new deployment",
    ]);
  });

  test("an endpoint that is switched off keeps its keys, and only its setting changes", async () => {
    run.edit([["            dataEncrypted: true,", "            enabled: false,"]]);
    expect(await apply()).toEqual(["remove the setting of /~1cats~1{pawId}/GET"]);
    const { methods } = await run.live("cats");
    expect(methods["GET /cats/{pawId}"]!.integration.cacheKeyParameters).toContain("method.request.path.pawId");
  });

  test("when everything is switched off, every setting goes before the keys, and the keys go with the cluster", async () => {
    run.edit([['clusterSize: "0.5",', "enabled: false,"]]);
    const events = await apply();
    const served = events.indexOf("PutRestApi");
    expect(events.slice(0, served)).toHaveLength(4);
    expect(events.slice(0, served).every((event) => event.startsWith("remove the setting of"))).toBe(true);
    expect(events.slice(served).sort()).toEqual(
      ["PutRestApi", "CreateDeployment", "cluster false", "serve the new deployment"].sort(),
    );
  });

  test("when it is switched on again, the keys are served before anything is cached", async () => {
    run.edit([]);
    const events = await apply();
    const firstCached = events.findIndex((event) => event.startsWith("cache "));
    expect(firstCached).toBeGreaterThan(events.indexOf("serve the new deployment"));
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });
});
