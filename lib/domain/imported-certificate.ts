import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { Construct } from "constructs";
import { throwOnErrors } from "../rules/configuration-error";
import { checkShape } from "../rules/input/shape";
import { awsRegionOf } from "../stack/aws-region";
import { isUnknown } from "../stack/is-unknown";
import { logicalId } from "../stack/logical-id";
import { presentTime } from "../stack/present-time";
import { report } from "../stack/report";
import { IMPORTED_CERTIFICATE_PROPS } from "./certificate-shapes";
import { ImportedCertificateCheck, checkImportedCertificate } from "./core/check-imported-certificate";
import { CertificateSource, IDomainCertificate } from "./domain-certificate";
import { ImportedCertificateProps } from "./imported-certificate-props";
import { PemSource, fileExpression, pemExpression, pemSourceOf } from "./pem-text";
import { checkPrivateKeySource } from "./private-key";

interface Sources {
  readonly certificate: PemSource;
  readonly privateKey: PemSource;
  readonly chain: PemSource;
}

/**
 * A certificate of any CA, imported into ACM. What is known of it at synth is checked: that it can be read, is valid,
 * covers the hosts, belongs to the key, and that the chain leads to it.
 *
 * Terraform's state holds the private key, in plain text. ACM does not renew the certificate; when another one is given
 * for a key of the same type, it is imported in the place of the present one, and the ARN stays.
 *
 * Throws a `ConfigurationError` that names every broken rule; warnings become one annotation.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/import-certificate.html
 */
export class ImportedCertificate extends Construct implements IDomainCertificate {
  public readonly certificateArn: string;
  public readonly certificateSource?: CertificateSource = CertificateSource.IMPORTED;
  public readonly certificateHostnames?: string[];
  public readonly certificateRegion?: string;

  /** The certificate in ACM. */
  public readonly acmCertificate: AcmCertificate;

  public constructor(scope: Construct, id: string, props: ImportedCertificateProps) {
    super(scope, id);
    throwOnErrors(checkShape(props, IMPORTED_CERTIFICATE_PROPS, "", isUnknown));
    const sources = sourcesOf(props);
    const names = this.check(props, sources).hostnames ?? props.hostnames;
    const { certificatePem, privateKeyPem, privateKeyFile, certificateChainPem } = props;
    const chain = sources.chain.text ?? certificateChainPem;
    this.acmCertificate = new AcmCertificate(this, "certificate", {
      certificateBody: pemExpression(sources.certificate.text ?? certificatePem!),
      privateKey: privateKeyFile === undefined ? privateKeyPem : fileExpression(this, privateKeyFile),
      certificateChain: chain === undefined ? undefined : pemExpression(chain),
      tags: props.tags,
      lifecycle: { createBeforeDestroy: true },
      provider: props.provider,
    });
    this.acmCertificate.overrideLogicalId(logicalId(this));
    this.certificateArn = this.acmCertificate.arn;
    this.certificateHostnames = names && [...names];
    this.certificateRegion = awsRegionOf(this, props.provider);
  }

  private check(props: ImportedCertificateProps, sources: Sources): ImportedCertificateCheck {
    const { hostnames, privateKeyPem, privateKeyFile, acknowledgements } = props;
    const keyText = privateKeyFile === undefined ? undefined : sources.privateKey.text;
    const check = checkImportedCertificate(
      {
        certificate: sources.certificate,
        privateKey: { property: sources.privateKey.property, text: keyText },
        chain: sources.chain,
        hostnames: { property: "hostnames", names: hostnames },
      },
      presentTime(),
    );
    const findings = [
      ...Object.values(sources).flatMap((source: PemSource) => source.findings),
      ...checkPrivateKeySource(this, "privateKeyPem", privateKeyPem),
      ...check.findings,
    ];
    report(this, findings, { property: "acknowledgements", reasons: acknowledgements });
    return check;
  }
}

function sourcesOf(props: ImportedCertificateProps): Sources {
  return {
    certificate: pemSourceOf({
      options: ["certificatePem", "certificateFile"],
      text: props.certificatePem,
      file: props.certificateFile,
      isRequired: true,
    }),
    privateKey: pemSourceOf({
      options: ["privateKeyPem", "privateKeyFile"],
      text: props.privateKeyPem,
      file: props.privateKeyFile,
      isRequired: true,
    }),
    chain: pemSourceOf({
      options: ["certificateChainPem", "certificateChainFile"],
      text: props.certificateChainPem,
      file: props.certificateChainFile,
      isRequired: false,
    }),
  };
}
