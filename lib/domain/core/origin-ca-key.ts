/** What a key algorithm is to Cloudflare's Origin CA, to the `tls` provider and in a certificate. */
export interface OriginCaKey {
  /** The `request_type` of the certificate. */
  readonly requestType: string;
  /** The type of the key in {@link KeyFacts}. */
  readonly type: string;
  /** What `tls_private_key` is told. */
  readonly privateKey: { readonly algorithm: string; readonly rsaBits?: number; readonly ecdsaCurve?: string };
}

/** By the names of the algorithms. */
export const ORIGIN_CA_KEYS: { readonly [keyAlgorithm: string]: OriginCaKey } = {
  "RSA-2048": { requestType: "origin-rsa", type: "RSA", privateKey: { algorithm: "RSA", rsaBits: 2048 } },
  "ECDSA-P256": { requestType: "origin-ecc", type: "EC", privateKey: { algorithm: "ECDSA", ecdsaCurve: "P256" } },
};
