import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { Ruleset } from "@cdktf/provider-cloudflare/lib/ruleset";
import { PrivateKey } from "@cdktf/provider-tls/lib/private-key";
import { TerraformResource, TerraformStack } from "cdktf";
import { name, version } from "cdktf/package.json";
import { Construct } from "constructs";
import { PortableStack } from "../../lib";

/** `cdktn` where the suite runs on CDK Terrain. */
const { ENGINE = "cdktf" } = globalThis as { ENGINE?: string };

test("the suite runs on the engine that was asked for", () => {
  const [symbol] = Object.getOwnPropertySymbols(TerraformStack).filter(
    ({ description }) => description === "jsii.rtti",
  );
  expect(name).toBe(ENGINE);
  expect((TerraformStack as never)[symbol!]).toEqual({ fqn: `${ENGINE}.TerraformStack`, version });
});

test.each([ApiGatewayStage, Ruleset, PrivateKey])("the bindings are of the same engine: %p", (binding) => {
  expect(Object.getPrototypeOf(binding)).toBe(TerraformResource);
});

test("so are the library and its constructs", () => {
  expect(Object.getPrototypeOf(PortableStack)).toBe(TerraformStack);
  expect(Object.getPrototypeOf(TerraformStack)).toBe(Construct);
});
