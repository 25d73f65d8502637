import { cachedEndpoints, synthesizeApi } from "../support/generated-api";
import { AWS_LIMITS, type Emulator, type StackDirectory, copiedStack, startEmulator, terraformIn } from "./harness";

describe("the calls that an apply makes", () => {
  let emulator: Emulator;
  const directories: StackDirectory[] = [];

  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(async () => {
    await emulator.stop();
    directories.forEach((directory) => directory.remove());
  });

  const terraformOf = async (endpoints: number) => {
    const output = synthesizeApi(cachedEndpoints(endpoints));
    const directory = copiedStack(output.directory, "generated");
    output.remove();
    directories.push(directory);
    const terraform = terraformIn(directory.directory, { endpoint: emulator.endpoint });
    await terraform.init();
    await emulator.reset();
    return terraform;
  };

  test("20 endpoints under API Gateway's limits and conflicts: none is refused", async () => {
    const terraform = await terraformOf(20);
    await emulator.setLimits(AWS_LIMITS);
    await terraform.apply();

    const refused = (await emulator.requests()).filter(({ status }) => status >= 400);
    expect(refused).toEqual([]);
    await emulator.setLimits();
    expect((await terraform.plan()).isEmpty).toBe(true);
  });

  test("100 endpoints: two for each, and twelve at most for the rest", async () => {
    const terraform = await terraformOf(100);
    await terraform.apply();

    // The provider's own questions to STS, one each time it starts, are no part of the API.
    const requests = (await emulator.requests()).filter(({ service }) => service === "apigateway");
    expect(requests.filter(({ status }) => status >= 400)).toEqual([]);
    expect(requests.length).toBeLessThanOrEqual(2 * 100 + 12);
  });
});
