import { synthesizeExample } from "../support/synthesize-example";
import { STAGE_STACKS } from "../support/examples";

interface Settings {
  readonly method_path: string;
  readonly depends_on?: readonly string[];
  readonly settings: { readonly [name: string]: unknown };
}

const OWNERS = STAGE_STACKS.filter(([, stack]) => stack !== "animals");

/** What must hold of every stack with a cached stage, whatever it is for. */
describe.each(STAGE_STACKS)("the stack of %s called %s", (example, stack) => {
  const output = synthesizeExample(example);
  const { resource } = JSON.parse(output.json(stack));
  output.remove();
  const settings = Object.entries<Settings>(resource.aws_api_gateway_method_settings);
  const methods = settings.filter(([, { method_path }]) => method_path !== "*/*");

  test("has one setting for a path and verb", () => {
    const paths = settings.map(([, { method_path }]) => method_path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test("names methods in the form that API Gateway keeps them by", () => {
    for (const [, { method_path }] of methods) {
      expect(method_path).toMatch(/^~1[^/]*\/(DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT)$/);
    }
  });

  test("applies its settings in one chain that begins at the stage's defaults", () => {
    const addressOf = (name: string) => `aws_api_gateway_method_settings.${name}`;
    const followers = settings.map(([name, { depends_on = [] }]) => [addressOf(name), depends_on] as const);
    const first = followers.filter(([, after]) => after.length === 0);
    expect(first).toHaveLength(1);
    const targets = followers.flatMap(([, after]) => after);
    expect(new Set(targets).size).toBe(targets.length);
    expect(targets).toHaveLength(settings.length - 1);
  });

  test("carries the stage's throttle in every setting", () => {
    const limits = settings.map(([, { settings: block }]) => [
      block.throttling_rate_limit,
      block.throttling_burst_limit,
    ]);
    expect(new Set(limits.map(String)).size).toBe(1);
  });

  test("gives every cached method a time to live between 1 second and an hour", () => {
    for (const [, { settings: block }] of methods) {
      if (block.caching_enabled !== true) continue;
      expect(block.cache_ttl_in_seconds).toBeGreaterThan(0);
      expect(block.cache_ttl_in_seconds).toBeLessThanOrEqual(3600);
    }
  });
});

test.each(OWNERS)("the stack of %s called %s caches nothing that it does not name", (example, stack) => {
  const output = synthesizeExample(example);
  const { resource } = JSON.parse(output.json(stack));
  output.remove();
  const defaults = Object.values<Settings>(resource.aws_api_gateway_method_settings).find(
    ({ method_path }) => method_path === "*/*",
  );
  const { caching_enabled, cache_ttl_in_seconds } = defaults!.settings;
  expect(caching_enabled === false || cache_ttl_in_seconds === 0).toBe(true);
  expect(caching_enabled).not.toBe(true);
});
