import { ApiGatewayRestApiPolicy } from "@cdktf/provider-aws/lib/api-gateway-rest-api-policy";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { TerraformStack, Testing } from "cdktf";
import { RestAuthorizer } from "../../lib";
import { ApiStage, IApiStage } from "../../lib/domain/api-stage";
import { CloudflareIpRangesPolicy } from "../../lib/domain/cloudflare-ip-ranges-policy";
import { CloudflareIpRangesPolicyProps } from "../../lib/domain/cloudflare-ip-ranges-policy-props";
import { awsStack, httpApi } from "../support/domain";
import { refusal, refusedFor, warnings } from "../support/findings";
import { cachedEndpoint, endpoint, restApi, triggersOf } from "../support/rest-api";
import { resource, synthesized } from "../support/terraform";
import { TestApi } from "../support/test-api";

const CIDRS = "sort(concat(data.cloudflare_ip_ranges.ranges.ipv4_cidrs, data.cloudflare_ip_ranges.ranges.ipv6_cidrs))";
let stack: TerraformStack;
beforeEach(() => (stack = awsStack()));

const policy = (api: IApiStage, scope = stack, props: Partial<CloudflareIpRangesPolicyProps> = {}) =>
  new CloudflareIpRangesPolicy(scope, "ranges", { api, ...props });

describe("the policy", () => {
  test("lets in Cloudflare's addresses and nobody else", () => {
    const api = new TestApi();
    const created = policy(ApiStage.rest(api.stage), api.stack);
    const common =
      '"Principal" = "*", "Action" = "execute-api:Invoke", "Resource" = "${aws_api_gateway_rest_api.api.execution_arn}/*"';
    expect(resource(api.stack, "aws_api_gateway_rest_api_policy", "ranges")).toEqual({
      rest_api_id: "${aws_api_gateway_rest_api.api.id}",
      policy:
        `\${jsonencode({"Version" = "2012-10-17", "Statement" = [{"Effect" = "Allow", ${common}}, ` +
        `{"Effect" = "Deny", ${common}, "Condition" = {"NotIpAddress" = {"aws:SourceIp" = ${CIDRS}}}}]})}`,
    });
    expect(synthesized(api.stack).data).toEqual({ cloudflare_ip_ranges: { ranges: {} } });
    expect([created.policy, created.ipRanges].map(({ friendlyUniqueId }) => friendlyUniqueId)).toEqual([
      "ranges",
      "ranges",
    ]);
  });

  test("is written again with every new definition, which takes it away", () => {
    policy(restApi({}, stack));
    expect(resource(stack, "aws_api_gateway_rest_api_policy", "ranges").policy).toContain(
      '"Statement" = [{"Sid" = "Cloudflare${sha1(aws_api_gateway_rest_api.api.body)}", "Effect" = "Allow"',
    );
  });

  test("has the providers that it is given", () => {
    const cloudflareProvider = new CloudflareProvider(stack, "cloudflare", { alias: "zone" });
    policy(restApi({}, stack), stack, { cloudflareProvider });
    expect(synthesized(stack).data).toEqual({ cloudflare_ip_ranges: { ranges: { provider: "cloudflare.zone" } } });
  });
});

describe("the deployment", () => {
  test("of a whole API follows the addresses and waits for the policy", () => {
    const api = restApi({}, stack);
    const { definition } = triggersOf(api);
    policy(api);
    expect(triggersOf(api)).toEqual({ definition, cloudflare_ip_ranges: `\${sha1(jsonencode(${CIDRS}))}` });
    expect(resource(stack, "aws_api_gateway_deployment", "api").depends_on).toEqual([
      "aws_api_gateway_rest_api_policy.ranges",
    ]);
  });

  test("written by hand keeps what it follows and waits for", () => {
    const api = new TestApi({ deployment: { triggers: { mine: "1" } } });
    const { integration } = api.endpoint("GET", "/cats");
    api.deployment.dependsOn = [`aws_api_gateway_integration.${integration.friendlyUniqueId}`];
    policy(ApiStage.rest(api.stage), api.stack);
    expect(resource(api.stack, "aws_api_gateway_deployment", "deployment")).toMatchObject({
      triggers: { mine: "1", cloudflare_ip_ranges: `\${sha1(jsonencode(${CIDRS}))}` },
      depends_on: ["aws_api_gateway_integration.get_cats_integration", "aws_api_gateway_rest_api_policy.ranges"],
      lifecycle: { create_before_destroy: true },
    });
  });

  test("that is not there has to follow by itself", () => {
    const api = new TestApi();
    const options = { restApiId: api.restApi.id, stageName: "other", deploymentId: "abc123" };
    policy(ApiStage.rest(new ApiGatewayStage(api.stack, "other", options)), api.stack);
    expect(warnings(api.stack)).toEqual([expect.stringMatching(/^domain\/lock-not-deployed: api is /)]);
  });
});

describe("what is refused", () => {
  const other = awsStack("other");
  test.each([
    ["an HTTP API", () => httpApi(stack), "domain/http-api-without-resource-policy"],
    [
      "an API of somebody else",
      () => ApiStage.fromRestApiId("abc", "prod"),
      "domain/resource-policy-needs-declared-api",
    ],
    ["an API of another stack", () => restApi({}, other), "domain/resource-policy-needs-declared-api"],
    ["an API with a policy", () => restApi({ policy: "{}" }, stack), "domain/resource-policy-set-twice"],
    [
      "an API with a policy in its definition",
      () => restApi({ definitionOverrides: { "x-amazon-apigateway-policy": {} } }, stack),
      "domain/resource-policy-set-twice",
    ],
  ] as [string, () => IApiStage, string][])("%s", (_what, api, rule) => {
    expect(refusedFor(() => policy(api()))).toEqual([`${rule} at api`]);
  });

  test("an API that IAM guards, unless there is a reason", () => {
    const guarded = endpoint({ path: "/me", authorizer: RestAuthorizer.iam() });
    const api = restApi({ endpoints: [cachedEndpoint(), guarded] }, stack);
    const [finding, ...more] = refusal(() => policy(api));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: "domain/policy-widens-iam", property: "api" });
    expect(finding!.found).toBe("GET /me, which IAM guards");
    const acknowledgements = { "domain/policy-widens-iam": "every principal may call it" };
    expect(() => new CloudflareIpRangesPolicy(stack, "meant", { api, acknowledgements })).not.toThrow();
  });

  test("not an API that a Lambda authorizer guards", () => {
    const authorizer = RestAuthorizer.lambdaRequest("token", { functionName: "a", invokeArn: "arn:aws:a" });
    const api = restApi({ endpoints: [cachedEndpoint(), endpoint({ path: "/me", authorizer })] }, stack);
    expect(() => policy(api)).not.toThrow();
  });

  test("a second policy of the same API, not that of another", () => {
    const [one, two] = [restApi({}, stack), restApi({}, stack, "other")];
    new CloudflareIpRangesPolicy(stack, "first", { api: one });
    expect(refusedFor(() => policy(one))).toEqual(["domain/resource-policy-set-twice at api"]);
    expect(() => new CloudflareIpRangesPolicy(stack, "second", { api: two })).not.toThrow();
  });

  test("a second policy that comes later", () => {
    new CloudflareProvider(stack, "cloudflare", {});
    const api = restApi({}, stack);
    policy(api);
    expect(() => Testing.synth(stack, true)).not.toThrow();
    new ApiGatewayRestApiPolicy(stack, "late", { restApiId: api.restApi.id, policy: "{}" });
    expect(() => Testing.synth(stack, true)).toThrow("domain/resource-policy-set-twice");
  });

  test("no API at all", () => {
    expect(refusedFor(() => policy(undefined as never))).toEqual(["input/missing-option at api"]);
  });
});

test("HCL says the same", () => {
  policy(restApi({}, stack));
  expect(Testing.synthHcl(stack)).toContain(`cloudflare_ip_ranges = "\${sha1(jsonencode(${CIDRS}))}"`);
});
