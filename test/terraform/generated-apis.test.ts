import fc from "fast-check";
import { CacheKey, type RestEndpoint, RestIntegration } from "../../lib";
import { httpVerb, resourcePath } from "../support/arbitraries";
import { synthesizeApi } from "../support/generated-api";
import { copiedStack, startEmulator, terraformIn } from "./harness";

const SEEDS = [1, 20261122];

/** Endpoints of any path that API Gateway takes, each below a segment of its own, cached under all it has to be. */
const endpoints: fc.Arbitrary<RestEndpoint[]> = fc
  .array(fc.tuple(httpVerb, resourcePath), { minLength: 30, maxLength: 30 })
  .map((pairs) =>
    pairs.map(([method, path], index) =>
      // The documentation allows a comma; the text of API Gateway's refusal, which the emulator goes by, does not.
      endpoint(method, `/e${index}${path === "/" ? "" : path.replace(/,/g, ".")}`),
    ),
  );

function endpoint(method: string, path: string): RestEndpoint {
  const names = Array.from(path.matchAll(/\{([^}+]+)\+?\}/g), ([, name]) => name!);
  return {
    method,
    path,
    integration: RestIntegration.mock(),
    cache: { keys: [...names.map((name) => CacheKey.path(name)), CacheKey.body()] },
  };
}

test.each(SEEDS)(
  "any valid endpoints give a stack that Terraform applies and plans no change of (seed %i)",
  async (seed) => {
    const [sample] = fc.sample(endpoints, { numRuns: 1, seed });
    const output = synthesizeApi(sample!);
    const directory = copiedStack(output.directory, "generated");
    const emulator = await startEmulator();
    const terraform = terraformIn(directory.directory, { endpoint: emulator.endpoint });
    try {
      await terraform.init();
      await terraform.validate();
      await terraform.apply();
      expect((await terraform.plan()).isEmpty).toBe(true);
      const settings = (await terraform.stateAddresses()).filter((address) => address.includes("method_settings"));
      expect(settings).toHaveLength(sample!.length + 1);
    } finally {
      await emulator.stop();
      output.remove();
      directory.remove();
    }
  },
);
