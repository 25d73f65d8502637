import { caKeyType } from "../../rules/certificate/ca-key-type";
import { csrAndKey } from "../../rules/certificate/csr-and-key";
import { csrKeyType } from "../../rules/certificate/csr-key-type";
import { hostnameNotLiteral } from "../../rules/certificate/hostname-not-literal";
import { keyAlgorithm } from "../../rules/certificate/key-algorithm";
import { notACa } from "../../rules/certificate/not-a-ca";
import { rootExpired } from "../../rules/certificate/root-expired";
import { validityDays } from "../../rules/certificate/validity-days";
import { Finding } from "../../rules/finding";
import { IsUnknown, whenKnown } from "../../rules/known";
import { checkHostnames } from "./check-hostnames";
import { checkValidity } from "./check-validity";
import { ORIGIN_CA_KEYS } from "./origin-ca-key";
import { CertificateFacts } from "./certificate-facts";
import { Reading, readOneCertificate, readRequest } from "./read-pem";

const MOST_HOSTNAMES = 200;

export interface OriginCaInput {
  readonly hostnames: string[];
  readonly keyAlgorithm: string;
  readonly validityDays: number;
  readonly rotation: string | undefined;
  readonly csr: string | undefined;
  /** Whether a private key is given; what it is, is checked where its references can be followed. */
  readonly hasPrivateKey: boolean;
  /** The root that is sent to ACM; undefined where none fits because the key algorithm is not known. */
  readonly originCaRoot: string | undefined;
}

/** What Cloudflare, ACM or a second plan would have against an Origin CA certificate. */
export function checkOriginCaCertificate(input: OriginCaInput, now: Date, isUnknown: IsUnknown): Finding[] {
  const key = ORIGIN_CA_KEYS[input.keyAlgorithm];
  return [
    ...checkNames(input.hostnames, isUnknown),
    ...keyAlgorithm("keyAlgorithm", input.keyAlgorithm, Object.keys(ORIGIN_CA_KEYS)),
    ...validityDays("validityDays", input.validityDays),
    ...checkOwnRequest(input),
    ...whenKnown(input.csr, isUnknown, (csr) => checkRequest(csr, key?.type)),
    ...whenKnown(input.originCaRoot, isUnknown, (root) => checkRoot(root, key?.type, now)),
  ];
}

function checkNames(hostnames: string[], isUnknown: IsUnknown): Finding[] {
  if (isUnknown(hostnames)) return hostnameNotLiteral("hostnames");
  const unknown = hostnames.flatMap((hostname, index) =>
    isUnknown(hostname) ? hostnameNotLiteral(`hostnames[${index}]`) : [],
  );
  return unknown.length > 0 ? unknown : checkHostnames("hostnames", hostnames, MOST_HOSTNAMES);
}

function checkOwnRequest({ csr, hasPrivateKey, rotation }: OriginCaInput): Finding[] {
  if (csr === undefined) {
    if (!hasPrivateKey) return [];
    return csrAndKey(
      "csr",
      undefined,
      "the request that the private key belongs to",
      "Give csr, or leave privateKey out.",
    );
  }
  return [
    ...(hasPrivateKey
      ? []
      : csrAndKey("privateKey", undefined, "the private key of the request", "Give privateKey, or leave csr out.")),
    ...(rotation === undefined
      ? []
      : csrAndKey(
          "rotation",
          rotation,
          "no rotation beside csr",
          "Leave rotation out: another csr is another certificate.",
        )),
  ];
}

function checkRequest(csr: string, type: string | undefined): Finding[] {
  const { value: key, findings } = readRequest("csr", csr);
  return key === undefined || type === undefined ? [...findings] : csrKeyType("csr", key.type, type);
}

const ROOTS = new Map<string, Reading<CertificateFacts>>();

/** Read once: every certificate of an app comes with the same root, and reading it costs more than its resources. */
function readRoot(property: string, text: string): Reading<CertificateFacts> {
  const root = ROOTS.get(text) ?? readOneCertificate(property, text);
  ROOTS.set(text, root);
  return root;
}

function checkRoot(text: string, type: string | undefined, now: Date): Finding[] {
  const property = "originCaRoot";
  const { value: root, findings } = readRoot(property, text);
  if (root === undefined) return [...findings];
  return [
    ...checkValidity(property, root, now, (_property, _subject, on) => rootExpired(property, on)),
    ...(root.isCa ? [] : notACa(property, root.subject)),
    ...(type === undefined ? [] : caKeyType(property, type, root.key.type)),
  ];
}
