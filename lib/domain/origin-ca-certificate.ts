import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { OriginCaCertificate as CloudflareCertificate } from "@cdktf/provider-cloudflare/lib/origin-ca-certificate";
import { CertRequest } from "@cdktf/provider-tls/lib/cert-request";
import { PrivateKey } from "@cdktf/provider-tls/lib/private-key";
import { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { throwOnErrors } from "../rules/configuration-error";
import { checkShape } from "../rules/input/shape";
import { awsRegionOf } from "../stack/aws-region";
import { encodeName } from "../stack/encode-name";
import { isUnknown } from "../stack/is-unknown";
import { logicalId } from "../stack/logical-id";
import { presentTime } from "../stack/present-time";
import { report } from "../stack/report";
import { ORIGIN_CA_CERTIFICATE_PROPS } from "./certificate-shapes";
import { checkOriginCaCertificate } from "./core/check-origin-ca-certificate";
import { sortedHostnames } from "./core/hostname";
import { ORIGIN_CA_KEYS } from "./core/origin-ca-key";
import { CertificateSource, IDomainCertificate } from "./domain-certificate";
import { OriginCaCertificateProps, OriginCaKeyAlgorithm } from "./origin-ca-certificate-props";
import { ORIGIN_CA_ECC_ROOT, ORIGIN_CA_RSA_ROOT } from "./origin-ca-roots";
import { ownReference } from "../stack/references";
import { pemExpression } from "./pem-text";
import { checkPrivateKeySource } from "./private-key";

const LONGEST_VALIDITY_DAYS = 5475;

/** Cloudflare puts its own subject into the certificate; one that changed would replace the certificate. */
const SUBJECT = { commonName: "cloudflare-origin" };

const ROOTS: { readonly [requestType: string]: string } = {
  "origin-rsa": ORIGIN_CA_RSA_ROOT,
  "origin-ecc": ORIGIN_CA_ECC_ROOT,
};

interface KeyAndRequest {
  readonly csr: string;
  readonly privateKeyPem: string;
  readonly generatedKey?: TerraformResource;
  readonly certificateRequest?: TerraformResource;
}

/**
 * A certificate of Cloudflare's Origin CA in ACM: a private key and its signing request, the certificate, and its import
 * together with the root that signed it. Only Cloudflare trusts it: it is for regional domains behind a proxied record.
 *
 * Terraform's state holds the private key, in plain text: as `tls_private_key` unless `csr` and `privateKey` are given,
 * and in `aws_acm_certificate` in any case. Keep the state where only those can read it who may have the key.
 *
 * When the validity, the names or `rotation` change, the new certificate is issued before the present one is revoked,
 * and the ARN stays. Nobody renews the certificate by itself.
 *
 * Throws a `ConfigurationError` that names every broken rule; warnings become one annotation.
 *
 * @see https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/
 */
export class OriginCaCertificate extends Construct implements IDomainCertificate {
  public readonly certificateArn: string;
  public readonly certificateSource?: CertificateSource = CertificateSource.ORIGIN_CA;
  public readonly certificateHostnames?: string[];
  public readonly certificateRegion?: string;

  /** The certificate in ACM. */
  public readonly acmCertificate: AcmCertificate;

  /** The `cloudflare_origin_ca_certificate`. */
  public readonly originCertificate: TerraformResource;

  /**
   * The `tls_private_key`.
   *
   * @default - none where `csr` is given
   */
  public readonly generatedKey?: TerraformResource;

  /**
   * The `tls_cert_request`.
   *
   * @default - none where `csr` is given
   */
  public readonly certificateRequest?: TerraformResource;

  public constructor(scope: Construct, id: string, props: OriginCaCertificateProps) {
    super(scope, id);
    throwOnErrors(checkShape(props, ORIGIN_CA_CERTIFICATE_PROPS, "", isUnknown));
    const keyAlgorithm = props.keyAlgorithm ?? OriginCaKeyAlgorithm.RSA_2048;
    const validityDays = props.validityDays ?? LONGEST_VALIDITY_DAYS;
    const requestType = ORIGIN_CA_KEYS[keyAlgorithm]?.requestType ?? "";
    const originCaRoot = props.originCaRoot ?? ROOTS[requestType];
    this.report(props, { keyAlgorithm, validityDays, originCaRoot });

    const { csr, privateKeyPem, ...made } = this.keyAndRequest(keyAlgorithm, props);
    this.generatedKey = made.generatedKey;
    this.certificateRequest = made.certificateRequest;
    this.certificateHostnames = sortedHostnames(props.hostnames);
    const certificate = new CloudflareCertificate(this, "origin-certificate", {
      csr,
      hostnames: this.certificateHostnames,
      requestType,
      requestedValidity: validityDays,
      lifecycle: { createBeforeDestroy: true },
      provider: props.cloudflareProvider,
    });
    certificate.overrideLogicalId(logicalId(this));
    this.originCertificate = certificate;
    this.acmCertificate = this.createAcmCertificate(keyAlgorithm, props, {
      certificateBody: ownReference(certificate, "certificate"),
      privateKey: privateKeyPem,
      certificateChain: pemExpression(originCaRoot!),
    });
    this.certificateArn = this.acmCertificate.arn;
    this.certificateRegion = awsRegionOf(this, props.provider);
  }

  private report(
    { hostnames, rotation, csr, privateKey, acknowledgements }: OriginCaCertificateProps,
    defaults: { keyAlgorithm: string; validityDays: number; originCaRoot: string | undefined },
  ): void {
    const input = { hostnames, rotation, csr, hasPrivateKey: privateKey !== undefined, ...defaults };
    const findings = [
      ...checkOriginCaCertificate(input, presentTime(), isUnknown),
      ...checkPrivateKeySource(this, "privateKey", privateKey),
    ];
    report(this, findings, { property: "acknowledgements", reasons: acknowledgements });
  }

  /** Another rotation is another key under another name, so that the present one stays until nothing needs it. */
  private keyAndRequest(keyAlgorithm: string, props: OriginCaCertificateProps): KeyAndRequest {
    if (props.csr !== undefined) return { csr: pemExpression(props.csr), privateKeyPem: props.privateKey! };
    const suffix = props.rotation === undefined ? "" : `_${encodeName(props.rotation)}`;
    const provider = props.tlsProvider;
    const key = new PrivateKey(this, "key", { ...ORIGIN_CA_KEYS[keyAlgorithm]!.privateKey, provider });
    key.overrideLogicalId(logicalId(this, `key${suffix}`));
    const privateKeyPem = ownReference(key, "private_key_pem");
    const request = new CertRequest(this, "request", { privateKeyPem, subject: [SUBJECT], provider });
    request.overrideLogicalId(logicalId(this, `request${suffix}`));
    return {
      csr: ownReference(request, "cert_request_pem"),
      privateKeyPem,
      generatedKey: key,
      certificateRequest: request,
    };
  }

  /**
   * ACM does not import a key of another type over a present one, so the type is part of the address. Terraform's
   * `replace_triggered_by` would do the same, but CDKTF writes it as quoted text into HCL, which Terraform refuses.
   */
  private createAcmCertificate(
    keyAlgorithm: string,
    { tags, provider }: OriginCaCertificateProps,
    pem: { certificateBody: string; privateKey: string; certificateChain: string },
  ): AcmCertificate {
    const lifecycle = { createBeforeDestroy: true };
    const certificate = new AcmCertificate(this, "certificate", { ...pem, tags, lifecycle, provider });
    const isDefault = keyAlgorithm === OriginCaKeyAlgorithm.RSA_2048;
    certificate.overrideLogicalId(logicalId(this, isDefault ? undefined : encodeName(keyAlgorithm.toLowerCase())));
    return certificate;
  }
}
