import { arnSyntax } from "../rules/certificate/arn-syntax";
import { throwOnErrors } from "../rules/configuration-error";
import { checkShape } from "../rules/input/shape";
import { whenKnown } from "../rules/known";
import { isUnknown } from "../stack/is-unknown";
import { CERTIFICATE_ARN, DOMAIN_CERTIFICATE_OPTIONS } from "./certificate-shapes";
import { regionOfCertificate } from "./core/certificate-arn";
import { checkHostnames } from "./core/check-hostnames";
import { normalizeHostname } from "./core/hostname";
import { CertificateSource, IDomainCertificate } from "./domain-certificate";

/** What is known of a certificate that exists already. */
export interface DomainCertificateOptions {
  /**
   * Where it comes from.
   *
   * @default - not known, so that nothing is said of a domain that cannot use it
   */
  readonly source?: CertificateSource;

  /**
   * The names that it covers, such as `api.example.com` and `*.example.com`.
   *
   * @default - not known, so that nothing is said of a host that it does not cover
   */
  readonly hostnames?: string[];
}

/** Certificates that are in ACM already. */
export class DomainCertificate {
  /**
   * A certificate by its ARN in ACM. Where the ARN is text, its region is known.
   *
   * Throws a `ConfigurationError` if the text is not the ARN of a certificate in ACM, or a name is no host name.
   */
  public static fromArn(certificateArn: string, options: DomainCertificateOptions = {}): IDomainCertificate {
    throwOnErrors([
      ...checkShape({ certificateArn }, CERTIFICATE_ARN, "", isUnknown),
      ...checkShape(options, DOMAIN_CERTIFICATE_OPTIONS, "options", isUnknown),
    ]);
    const { source, hostnames } = options;
    const region = isUnknown(certificateArn) ? undefined : regionOfCertificate(certificateArn);
    throwOnErrors([
      ...whenKnown(certificateArn, isUnknown, (arn) => (region === undefined ? arnSyntax("certificateArn", arn) : [])),
      ...whenKnown(hostnames, isUnknown, (names) => checkHostnames("options.hostnames", names)),
    ]);
    return {
      certificateArn,
      certificateSource: source,
      certificateHostnames: hostnames?.map((hostname) => normalizeHostname(hostname)!),
      certificateRegion: region,
    };
  }

  private constructor() {}
}
