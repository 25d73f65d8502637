import { type Authority, createAuthority, issueCertificate, readRequest } from "./certificates";
import { type Cloud } from "./cloud";
import { type StubResource } from "./provider";

const TYPE = "cloudflare_origin_ca_certificate";
const KEY_TYPES: { readonly [requestType: string]: "rsa" | "ec" } = { "origin-rsa": "rsa", "origin-ecc": "ec" };

/** Origin CA certificates: signed for real, never changed, and revoked when they are deleted. */
export function originCaCertificates(cloud: Cloud): StubResource {
  const authorities = new Map<string, Authority>();
  const authorityFor = (keyType: "rsa" | "ec"): Authority => {
    const authority = authorities.get(keyType) ?? createAuthority(keyType, `Stub Origin CA ${keyType}`);
    authorities.set(keyType, authority);
    return authority;
  };
  return {
    defaults: { requested_validity: 5475 },
    create: (planned) => {
      const { csr, hostnames, request_type: requestType, requested_validity: days } = planned;
      const keyType = KEY_TYPES[requestType as string];
      const request = readRequest(csr as string);
      if (keyType === undefined || request.publicKey.asymmetricKeyType !== keyType) {
        throw new Error(`The key of the CSR does not match the request type ${String(requestType)}`);
      }
      const sorted = [...(hostnames as string[])].sort();
      const from = new Date();
      const certificate = issueCertificate(authorityFor(keyType), request, {
        hostnames: sorted,
        from,
        days: days as number,
      });
      const expiresOn = new Date(from.getTime() + (days as number) * 86_400_000).toISOString();
      const computed = { certificate, expires_on: expiresOn };
      const values = { ...planned, ...computed, hostnames: sorted, revoked: false };
      return { ...computed, id: cloud.add(TYPE, cloud.newId(), values)["id"] };
    },
    // The API sorts the names, and gives neither the request nor the validity back.
    read: ({ id }) => {
      const found = cloud.get(TYPE, id as string);
      if (found === undefined || found["revoked"] === true) return null;
      const { hostnames, request_type, certificate, expires_on } = found;
      return { hostnames, request_type, certificate, expires_on };
    },
    delete: ({ id }) => cloud.retire(TYPE, id as string, { revoked: true }),
    import: (id) => ({ id }),
  };
}
