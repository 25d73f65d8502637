import { TerraformVariable } from "cdktf";
import { CacheKey } from "../../lib";
import { refusal } from "../support/findings";
import { resource } from "../support/terraform";
import { TestApi } from "../support/test-api";

/** What only Terraform knows of the user's own resources. */
describe("the keys of a method", () => {
  const keys = [CacheKey.header("Authorization")];

  test("are not mapped where it is not known whether the integration is a Lambda proxy", () => {
    const api = new TestApi();
    const { stringValue } = new TerraformVariable(api.stack, "type", {});
    api.cache([{ ...api.endpoint("GET", "/cats", {}, { type: stringValue }), keys }]);
    const integration = resource(api.stack, "aws_api_gateway_integration", "get_cats_integration");
    expect(integration.cache_key_parameters).toEqual(["method.request.header.Authorization"]);
    expect(integration).not.toHaveProperty("request_parameters");
  });

  test.each(["method", "integration"] as const)(
    "are not written beside parameters of the %s that are not known",
    (of) => {
      const api = new TestApi();
      const requestParameters = new TerraformVariable(api.stack, "parameters", {}).value;
      const endpoint =
        of === "method"
          ? api.endpoint("GET", "/cats", { requestParameters })
          : api.endpoint("GET", "/cats", {}, { requestParameters });
      expect(refusal(() => api.cache([{ ...endpoint, keys }])).map(({ rule, property }) => [rule, property])).toEqual([
        ["input/wrong-type", `endpoints[0].${of}.requestParameters`],
      ]);
    },
  );
});
