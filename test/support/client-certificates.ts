import { certificate, rsaKey } from "./certificates";

const root = certificate({ commonName: "Client CA", ca: true });
const other = certificate({ commonName: "Another CA", ca: true });
const [first, second, third] = ["Intermediate 1", "Intermediate 2", "Intermediate 3"].reduce(
  (chain, commonName) => [...chain, certificate({ commonName, ca: true, issuer: chain.at(-1) ?? root })],
  [] as ReturnType<typeof certificate>[],
);
const client = (options: Parameters<typeof certificate>[0]) =>
  certificate({ commonName: "Cloudflare", ...options }).pem;

/** Client certificates and their CAs, by the names that the examples of the rules have for them. */
export const CLIENT_CERTIFICATES = {
  clientCa: root.pem,
  otherCa: other.pem,
  clientCertificate: client({ issuer: root }),
  caAsClient: client({ issuer: root, ca: true }),
  expiredClientCertificate: client({ issuer: root, validTo: "2024-12-31" }),
  weakClientCertificate: client({ issuer: root, privateKey: rsaKey(1024) }),
};

/** CAs below each other, the lowest first. */
export const CHAIN = {
  cas: [third!.pem, second!.pem, first!.pem, root.pem].join(""),
  /** Signed by the second. */
  ofFour: client({ issuer: second }),
  /** Signed by the third. */
  ofFive: client({ issuer: third }),
};
