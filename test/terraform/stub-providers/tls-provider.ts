import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createRequest } from "./certificates";
import { type StubProvider, type StubResource } from "./provider";
import { type Values } from "./values";

/** The tls provider, whose resources live in the state alone: everything that changes makes a new one. */
export function tlsProvider(): StubProvider {
  return {
    name: "tls",
    source: "registry.terraform.io/hashicorp/tls",
    resources: { tls_private_key: PRIVATE_KEY, tls_cert_request: CERTIFICATE_REQUEST },
    dataSources: {},
  };
}

const CURVES: { readonly [name: string]: string } = {
  P224: "secp224r1",
  P256: "prime256v1",
  P384: "secp384r1",
  P521: "secp521r1",
};

const PRIVATE_KEY: StubResource = {
  defaults: { rsa_bits: 2048, ecdsa_curve: "P224" },
  sensitive: ["private_key_pem", "private_key_pem_pkcs8", "private_key_openssh"],
  create: (planned) => {
    const key = generatedKey(planned);
    const publicKey = createPublicKey(key);
    const publicBytes = publicKey.export({ type: "spki", format: "der" });
    return {
      id: createHash("sha1").update(publicBytes).digest("hex"),
      private_key_pem: key.export({ type: key.asymmetricKeyType === "rsa" ? "pkcs1" : "sec1", format: "pem" }),
      private_key_pem_pkcs8: key.export({ type: "pkcs8", format: "pem" }),
      public_key_pem: publicKey.export({ type: "spki", format: "pem" }),
    };
  },
  read: () => ({}),
  delete: () => undefined,
};

function generatedKey({ algorithm, rsa_bits: bits, ecdsa_curve: curve }: Values): KeyObject {
  if (algorithm === "RSA") return generateKeyPairSync("rsa", { modulusLength: bits as number }).privateKey;
  if (algorithm === "ECDSA") return generateKeyPairSync("ec", { namedCurve: CURVES[curve as string]! }).privateKey;
  throw new Error(`the stub makes no ${String(algorithm)} keys`);
}

const CERTIFICATE_REQUEST: StubResource = {
  sensitive: ["private_key_pem"],
  create: ({ private_key_pem: pem, subject, dns_names: names }) => {
    const [given] = (subject ?? []) as Values[];
    const name = { commonName: textOf(given?.["common_name"]), organization: textOf(given?.["organization"]) };
    const request = createRequest(pem as string, name, (names ?? []) as string[]);
    return {
      id: createHash("sha1").update(request).digest("hex"),
      cert_request_pem: request,
      key_algorithm: createPrivateKey(pem as string).asymmetricKeyType === "rsa" ? "RSA" : "ECDSA",
    };
  },
  read: () => ({}),
  delete: () => undefined,
};

function textOf(value: unknown): string | undefined {
  return (value ?? undefined) as string | undefined;
}
