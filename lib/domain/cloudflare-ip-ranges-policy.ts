import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { ApiGatewayRestApiPolicy } from "@cdktf/provider-aws/lib/api-gateway-rest-api-policy";
import { DataCloudflareIpRanges } from "@cdktf/provider-cloudflare/lib/data-cloudflare-ip-ranges";
import { Fn, TerraformDataSource, TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";
import { addDependencies, addTrigger, replaceBeforeDestroying } from "../gateway/l1-keys";
import { throwOnErrors } from "../rules/configuration-error";
import { httpApiWithoutResourcePolicy } from "../rules/domain/http-api-without-resource-policy";
import { lockNotDeployed } from "../rules/domain/lock-not-deployed";
import { policyWidensIam } from "../rules/domain/policy-widens-iam";
import { resourcePolicyNeedsDeclaredApi } from "../rules/domain/resource-policy-needs-declared-api";
import { resourcePolicySetTwice } from "../rules/domain/resource-policy-set-twice";
import { Finding } from "../rules/finding";
import { checkShape } from "../rules/input/shape";
import { isUnknown } from "../stack/is-unknown";
import { logicalId } from "../stack/logical-id";
import { address, writeOut } from "../stack/references";
import { report } from "../stack/report";
import { IApiStage } from "./api-stage";
import { ApiType } from "./api-type";
import { CloudflareIpRangesPolicyProps } from "./cloudflare-ip-ranges-policy-props";
import { CLOUDFLARE_IP_RANGES_POLICY_PROPS } from "./cloudflare-ip-ranges-policy-shapes";
import { resourcesOf } from "./find-resource";

/**
 * A resource policy that lets a REST API answer requests from Cloudflare's addresses only, and a deployment that
 * follows Cloudflare's list.
 *
 * The addresses are those of every customer of Cloudflare: this keeps scanners out, and nobody who has a zone there.
 * Use it beside `AuthenticatedOriginPulls` or a secret header, not in their place. Throws a `ConfigurationError` that
 * names every broken rule; HTTP APIs have no resource policies.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html
 */
export class CloudflareIpRangesPolicy extends Construct {
  /** The policy of the API. */
  public readonly policy: ApiGatewayRestApiPolicy;

  /** Cloudflare's addresses, `data.cloudflare_ip_ranges`. */
  public readonly ipRanges: TerraformDataSource;

  public constructor(scope: Construct, id: string, props: CloudflareIpRangesPolicyProps) {
    super(scope, id);
    throwOnErrors(checkShape(props, CLOUDFLARE_IP_RANGES_POLICY_PROPS, "", isUnknown));
    const acknowledgements = { property: "acknowledgements", reasons: props.acknowledgements };
    report(this, checkApi(this, props.api), acknowledgements);
    const { deployment, restApi } = props.api._declared!;
    const ranges = new DataCloudflareIpRanges(this, "ip-ranges", { provider: props.cloudflareProvider });
    ranges.overrideLogicalId(logicalId(this));
    this.ipRanges = ranges;
    // Sorted, so that a list in another order is no other policy.
    const addresses = Fn.sort(Fn.concat([ranges.ipv4Cidrs, ranges.ipv6Cidrs]));
    this.policy = this.createPolicy(restApi!, addresses, props);
    this.node.addValidation({ validate: () => this.findSecondPolicy(restApi!) });
    if (deployment === undefined) return;
    addTrigger(deployment, "cloudflare_ip_ranges", Token.asString(Fn.sha1(Fn.jsonencode(addresses))));
    replaceBeforeDestroying(deployment);
    addDependencies(deployment, [address(this.policy)]);
  }

  private createPolicy(
    restApi: ApiGatewayRestApi,
    addresses: readonly string[],
    { provider }: CloudflareIpRangesPolicyProps,
  ): ApiGatewayRestApiPolicy {
    const common = {
      Principal: "*",
      Action: "execute-api:Invoke",
      Resource: `${restApi.executionArn}/*`,
    };
    const policy = new ApiGatewayRestApiPolicy(this, "policy", {
      restApiId: restApi.id,
      policy: Token.asString(
        Fn.jsonencode({
          Version: "2012-10-17",
          Statement: [
            { ...statementId(restApi), Effect: "Allow", ...common },
            { Effect: "Deny", ...common, Condition: { NotIpAddress: { "aws:SourceIp": addresses } } },
          ],
        }),
      ),
      provider,
    });
    policy.overrideLogicalId(logicalId(this));
    return policy;
  }

  /** A policy that somebody gave the API after this one was declared. */
  private findSecondPolicy(restApi: ApiGatewayRestApi): string[] {
    return checkOtherPolicy(restApi, this.policy).map(({ message }) => message);
  }
}

/**
 * A new definition of an API takes its policy away, and the provider does not notice. With the hash of the definition
 * in its text the policy is written again whenever the definition is.
 *
 * Source: https://github.com/hashicorp/terraform-provider-aws/issues/49672
 */
function statementId(restApi: ApiGatewayRestApi): { readonly Sid?: string } {
  return restApi.bodyInput === undefined ? {} : { Sid: `Cloudflare${Token.asString(Fn.sha1(restApi.body))}` };
}

function checkApi(scope: Construct, api: IApiStage): Finding[] {
  if (api.apiType === ApiType.HTTP) return httpApiWithoutResourcePolicy("api");
  const { deployment, guarded = [], restApi } = api._declared ?? {};
  if (restApi === undefined || TerraformStack.of(restApi) !== TerraformStack.of(scope)) {
    return resourcePolicyNeedsDeclaredApi("api");
  }
  const signed = guarded.find(({ isIam }) => isIam);
  return [
    ...checkOtherPolicy(restApi),
    ...(signed === undefined ? [] : policyWidensIam("api", `${signed.verb} ${signed.path}`)),
    ...(deployment === undefined ? lockNotDeployed("api") : []),
  ];
}

function checkOtherPolicy(restApi: ApiGatewayRestApi, own?: ApiGatewayRestApiPolicy): Finding[] {
  if (restApi.policyInput !== undefined) return resourcePolicySetTwice("api", "policy");
  if (/x-amazon-apigateway-policy/.test(restApi.bodyInput ?? "")) {
    return resourcePolicySetTwice("api", "x-amazon-apigateway-policy");
  }
  const restApiId = writeOut(restApi, restApi.id);
  const other = resourcesOf<ApiGatewayRestApiPolicy>(restApi, "aws_api_gateway_rest_api_policy").find(
    (policy) => policy !== own && writeOut(policy, policy.restApiIdInput) === restApiId,
  );
  return other === undefined ? [] : resourcePolicySetTwice("api", other.node.path);
}
