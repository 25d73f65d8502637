import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { DnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";
import { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { cloudflareProviderOf } from "../edge/cloudflare-provider";
import { throwOnErrors } from "../rules/configuration-error";
import { checkShape } from "../rules/input/shape";
import { awsRegionOf } from "../stack/aws-region";
import { isUnknown } from "../stack/is-unknown";
import { logicalId } from "../stack/logical-id";
import { pinnedAddress } from "../stack/references";
import { report } from "../stack/report";
import { ISSUED_CERTIFICATE_PROPS } from "./certificate-shapes";
import { checkIssuedCertificate } from "./core/check-issued-certificate";
import { normalizeHostname } from "./core/hostname";
import { ValidationRecord, validationRecords } from "./core/validation-records";
import { CertificateSource, IDomainCertificate } from "./domain-certificate";
import { IssuedCertificateProps } from "./issued-certificate-props";
import { checkValidationClaim, claimValidation } from "./validation-claim";

/** Cloudflare's word for a time to live that it chooses itself, which it returns as it was given. */
const AUTOMATIC_TTL = 1;

/**
 * A certificate that ACM issues and renews by itself, with the records in a Cloudflare zone by which ACM sees that the
 * names are yours. Every client trusts it: it is also for edge-optimized domains and for mutual TLS. The records are
 * not proxied, because ACM would see Cloudflare's address instead of their content.
 *
 * An apply waits until the certificate is issued: whatever takes `certificateArn` comes after that.
 *
 * Throws a `ConfigurationError` that names every broken rule; warnings become one annotation.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 */
export class IssuedCertificate extends Construct implements IDomainCertificate {
  public readonly certificateArn: string;
  public readonly certificateSource?: CertificateSource = CertificateSource.ISSUED;
  public readonly certificateHostnames?: string[];
  public readonly certificateRegion?: string;

  /** The certificate in ACM. Its own ARN is there before the certificate is issued. */
  public readonly acmCertificate: AcmCertificate;

  /** What waits for ACM to issue it. */
  public readonly certificateValidation: AcmCertificateValidation;

  /** The `cloudflare_dns_record` of each name; a name and its wildcard share one. */
  public readonly validationRecords: TerraformResource[];

  public constructor(scope: Construct, id: string, props: IssuedCertificateProps) {
    super(scope, id);
    throwOnErrors(checkShape(props, ISSUED_CERTIFICATE_PROPS, "", isUnknown));
    const { zone, keyAlgorithm, tags, provider } = props;
    const findings = [
      ...checkIssuedCertificate({ ...props, zoneName: zone.zoneName }, isUnknown),
      ...checkValidationClaim(this, zone, props.hostnames),
    ];
    report(this, findings, { property: "acknowledgements", reasons: props.acknowledgements });
    claimValidation(this, zone, props.hostnames);

    const hostnames = [...new Set(props.hostnames.map((hostname) => normalizeHostname(hostname)!))];
    const [domainName, ...others] = hostnames;
    this.acmCertificate = new AcmCertificate(this, "certificate", {
      domainName,
      subjectAlternativeNames: others.length === 0 ? undefined : others.sort(),
      validationMethod: "DNS",
      keyAlgorithm,
      tags,
      lifecycle: { createBeforeDestroy: true },
      provider,
    });
    this.acmCertificate.overrideLogicalId(logicalId(this));
    const records = validationRecords(hostnames).map((record) => this.createRecord(record, props));
    this.validationRecords = records;
    this.certificateValidation = new AcmCertificateValidation(this, "validation", {
      certificateArn: this.acmCertificate.arn,
      validationRecordFqdns: records.map(({ name }) => name),
      provider,
    });
    this.certificateValidation.overrideLogicalId(logicalId(this));
    this.certificateArn = this.certificateValidation.certificateArn;
    this.certificateHostnames = hostnames;
    this.certificateRegion = awsRegionOf(this, provider);
  }

  private createRecord({ hostname, domainName }: ValidationRecord, { zone }: IssuedCertificateProps): DnsRecord {
    const id = `validation_${hostname.replace(/\./g, "_")}`;
    const record = new DnsRecord(this, id, {
      zoneId: zone.zoneId,
      name: this.validationOption(domainName, "resource_record_name"),
      type: "CNAME",
      content: this.validationOption(domainName, "resource_record_value"),
      proxied: false,
      ttl: AUTOMATIC_TTL,
      provider: cloudflareProviderOf(this, zone),
    });
    record.overrideLogicalId(logicalId(this, id));
    return record;
  }

  /** ACM writes both with a trailing dot, which Cloudflare does not return. */
  private validationOption(domainName: string, attribute: string): string {
    const options = `${pinnedAddress(this.acmCertificate)}.domain_validation_options`;
    return `\${trimsuffix(one([for o in ${options} : o.${attribute} if o.domain_name == "${domainName}"]), ".")}`;
  }
}
