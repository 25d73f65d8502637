import { ApiGatewayDomainName } from "@cdktf/provider-aws/lib/api-gateway-domain-name";
import { Apigatewayv2DomainName } from "@cdktf/provider-aws/lib/apigatewayv2-domain-name";
import { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { throwOnErrors } from "../rules/configuration-error";
import { Finding } from "../rules/finding";
import { checkShape, isRecord } from "../rules/input/shape";
import { isUnknown } from "../stack/is-unknown";
import { logicalId } from "../stack/logical-id";
import { noteTargetCertificate } from "../stack/target-certificates";
import { ownReference } from "../stack/references";
import { report } from "../stack/report";
import { GivenMapping, domainInput, existingDomainInput, mappingsOf } from "./api-domain-input";
import {
  ApiDomainMappingOptions,
  ApiDomainProps,
  DomainNameResource,
  ExistingApiDomainProps,
  MutualTlsOptions,
} from "./api-domain-props";
import { API_DOMAIN_PROPS, EXISTING_API_DOMAIN_PROPS } from "./api-domain-shapes";
import { renderMapping } from "./api-mappings";
import { DomainPlan, planDomain, planExistingDomain } from "./core/plan-domain";
import { IDomainCertificate } from "./domain-certificate";
import { DomainClaim, checkDomainClaim, claimDomain } from "./domain-claim";
import { lockExecuteApiEndpoints } from "./execute-api-endpoint";

const EXISTS = Symbol("existing domain");

/**
 * A custom domain of REST and HTTP APIs, regional or edge-optimized, with the mappings of its APIs. The addresses that
 * AWS gives the APIs are switched off, so that nobody gets around the domain.
 *
 * Throws a `ConfigurationError` that names every broken rule; warnings become one annotation.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
 */
export class ApiDomain extends Construct {
  /** Maps APIs on a domain that another configuration owns. The domain itself is not touched. */
  public static fromDomainName(scope: Construct, id: string, props: ExistingApiDomainProps): ApiDomain {
    throwOnErrors(checkShape(props, EXISTING_API_DOMAIN_PROPS, "", isUnknown));
    return new ApiDomain(scope, id, { ...props, [EXISTS]: true } as unknown as ApiDomainProps);
  }

  /** The name, in lower case and with what is not ASCII as punycode. */
  public readonly domainName: string;

  /** The host that a DNS record of the domain points to; known when Terraform runs. */
  public readonly targetDomainName: string;

  /** `REGIONAL` or `EDGE`. */
  public readonly endpointType: string;

  /** The certificate; undefined where another configuration owns the domain. */
  public readonly certificate?: IDomainCertificate;

  /** The domain as `aws_api_gateway_domain_name`, if it is one. */
  public readonly restDomain?: ApiGatewayDomainName;

  /** The domain as `aws_apigatewayv2_domain_name`, if it is one. */
  public readonly httpDomain?: Apigatewayv2DomainName;

  /** The mappings: that of `api`, then the others in their order. */
  public readonly mappingResources: TerraformResource[];

  private readonly existingHostedZoneId?: string;

  public constructor(scope: Construct, id: string, props: ApiDomainProps) {
    super(scope, id);
    if (!isRecord(props) || !(EXISTS in props)) throwOnErrors(checkShape(props, API_DOMAIN_PROPS, "", isUnknown));
    this.endpointType = props.endpointType ?? "REGIONAL";
    if (EXISTS in props) {
      const existing = props as unknown as ExistingApiDomainProps;
      const mappings = mappingsOf(existing);
      const plan = planExistingDomain(existingDomainInput(this, existing, mappings), isUnknown);
      const apply = this.check(plan, existing, mappings, false);
      this.domainName = plan.domainName;
      this.targetDomainName = existing.targetDomainName;
      this.existingHostedZoneId = existing.hostedZoneId;
      this.mappingResources = this.renderMappings(plan, mappings, existing, plan.domainName);
      apply();
      return;
    }
    const mappings = mappingsOf(props);
    const plan = planDomain(domainInput(this, props, mappings), isUnknown);
    const apply = this.check(plan, props, mappings, true);
    this.domainName = plan.domainName;
    this.certificate = props.certificate;
    if (plan.resource === DomainNameResource.API_GATEWAY) {
      this.restDomain = this.createRestDomain(plan.domainName, props);
      const isEdge = this.endpointType === "EDGE";
      this.targetDomainName = isEdge ? this.restDomain.cloudfrontDomainName : this.restDomain.regionalDomainName;
    } else {
      this.httpDomain = this.createHttpDomain(plan.domainName, props);
      this.targetDomainName = this.httpDomain.domainNameConfiguration.targetDomainName;
    }
    const domain = (this.restDomain ?? this.httpDomain)!;
    noteTargetCertificate(this, this.targetDomainName, props.certificate.certificateSource);
    if (props.importExisting === true) domain.importFrom(plan.domainName);
    this.mappingResources = this.renderMappings(plan, mappings, props, ownReference(domain, "domain_name"));
    apply();
  }

  /** The id of the Route 53 zone that the target is in; undefined where it is not known. */
  public get hostedZoneId(): string | undefined {
    // Read when it is asked for: every reference that CDKTF makes captures a stack trace.
    if (this.httpDomain !== undefined) return this.httpDomain.domainNameConfiguration.hostedZoneId;
    if (this.restDomain === undefined) return this.existingHostedZoneId;
    return this.endpointType === "EDGE" ? this.restDomain.cloudfrontZoneId : this.restDomain.regionalZoneId;
  }

  /** Reports everything that is wrong; what is given back changes the mapped APIs. */
  private check(
    plan: DomainPlan,
    props: ApiDomainMappingOptions,
    mappings: readonly GivenMapping[],
    owned: boolean,
  ): () => void {
    const { acknowledgements, disableExecuteApiEndpoint = true, provider } = props;
    const claim: DomainClaim = {
      domainName: plan.domainName,
      endpointType: this.endpointType,
      provider,
      owned,
      paths: mappings.map(({ path: key, pathProperty: property }) => ({ key, property })),
    };
    const lock = lockExecuteApiEndpoints(
      disableExecuteApiEndpoint ? mappings.map(({ property, stage: api }) => ({ property, api })) : [],
    );
    const findings: Finding[] = [...plan.findings, ...checkDomainClaim(this, claim), ...lock.findings];
    report(this, findings, { property: "acknowledgements", reasons: acknowledgements });
    claimDomain(this, claim);
    return lock.apply;
  }

  private createRestDomain(domainName: string, props: ApiDomainProps): ApiGatewayDomainName {
    const { certificateArn } = props.certificate;
    const isEdge = this.endpointType === "EDGE";
    const domain = new ApiGatewayDomainName(this, "domain", {
      domainName,
      certificateArn: isEdge ? certificateArn : undefined,
      regionalCertificateArn: isEdge ? undefined : certificateArn,
      ownershipVerificationCertificateArn: ownershipArn(props),
      securityPolicy: props.securityPolicy ?? "TLS_1_2",
      endpointConfiguration: { types: [this.endpointType] },
      mutualTlsAuthentication: mutualTlsAuthentication(props.mutualTls),
      tags: props.tags,
      provider: props.provider,
    });
    domain.overrideLogicalId(logicalId(this));
    if (props.endpointAccessMode !== undefined) {
      domain.addOverride("endpoint_access_mode", props.endpointAccessMode);
    }
    return domain;
  }

  private createHttpDomain(domainName: string, props: ApiDomainProps): Apigatewayv2DomainName {
    const domain = new Apigatewayv2DomainName(this, "domain", {
      domainName,
      domainNameConfiguration: {
        certificateArn: props.certificate.certificateArn,
        endpointType: this.endpointType,
        securityPolicy: props.securityPolicy ?? "TLS_1_2",
        ownershipVerificationCertificateArn: ownershipArn(props),
      },
      mutualTlsAuthentication: mutualTlsAuthentication(props.mutualTls),
      tags: props.tags,
      provider: props.provider,
    });
    domain.overrideLogicalId(logicalId(this));
    return domain;
  }

  private renderMappings(
    plan: DomainPlan,
    mappings: readonly GivenMapping[],
    { provider }: ApiDomainMappingOptions,
    domainName: string,
  ): TerraformResource[] {
    return plan.mappings.map((planned, index) =>
      renderMapping(this, planned, mappings[index]!.stage, { domainName, provider }),
    );
  }
}

function ownershipArn({ mutualTls }: ApiDomainProps): string | undefined {
  return mutualTls?.ownershipVerificationCertificate?.certificateArn;
}

function mutualTlsAuthentication(options: MutualTlsOptions | undefined) {
  return options && { truststoreUri: options.truststoreUri, truststoreVersion: options.truststoreVersion };
}
