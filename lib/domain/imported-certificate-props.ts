import { TerraformProvider } from "cdktf";

/** A certificate of any CA, imported into ACM as PEM. Files are relative to the directory that the app runs in. */
export interface ImportedCertificateProps {
  /**
   * The certificate alone, as PEM: its text, or a token. Either this or `certificateFile` is required.
   *
   * @default - read from `certificateFile`
   */
  readonly certificatePem?: string;

  /**
   * The file of the certificate. It is read at synth, and its text goes into the configuration.
   *
   * @default - `certificatePem` is given
   */
  readonly certificateFile?: string;

  /**
   * The private key as PEM, without a passphrase: the value of a sensitive variable, or an attribute of a resource.
   * Never its text. Either this or `privateKeyFile` is required.
   *
   * @default - read from `privateKeyFile`
   */
  readonly privateKeyPem?: string;

  /**
   * The file of the private key, without a passphrase. It is read at synth only to check it. The configuration has
   * `file()` with the path from the directory of the stack in the app's output, `cdktf.out/stacks/<stack>`, so that
   * Terraform has to run where it finds the file there too.
   *
   * @default - `privateKeyPem` is given
   */
  readonly privateKeyFile?: string;

  /**
   * The certificates that certify it, as PEM: its issuer first, without the certificate itself.
   *
   * @default - none
   */
  readonly certificateChainPem?: string;

  /**
   * The file of these certificates. It is read at synth, and its text goes into the configuration.
   *
   * @default - none
   */
  readonly certificateChainFile?: string;

  /**
   * The names that it has to cover, such as `api.example.com`. Where the certificate is a token, these are taken for
   * the names that it has.
   *
   * @default - the names that the certificate has, where it can be read at synth
   */
  readonly hostnames?: string[];

  /**
   * Tags of the certificate in ACM.
   *
   * @default - the provider's default tags
   */
  readonly tags?: { [name: string]: string };

  /**
   * The AWS provider: in the region of the API, or in us-east-1 for an edge-optimized domain.
   *
   * @default - the stack's default AWS provider
   */
  readonly provider?: TerraformProvider;

  /**
   * Warnings that are intended, each with the reason.
   *
   * @default - none
   */
  readonly acknowledgements?: { [rule: string]: string };
}
