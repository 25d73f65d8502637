import { holdsPrivateKey } from "../../domain/core/pem";
import { privateKeyInText } from "../../rules/certificate/private-key-in-text";
import { variableNotSensitive } from "../../rules/certificate/variable-not-sensitive";
import { Finding } from "../../rules/finding";
import { credentialsInText } from "../../rules/input/credentials-in-text";
import { Found, foundIn } from "./found";
import { PlainConfiguration } from "./plain-configuration";
import { isCredential } from "./provider-credentials";
import { isRecord } from "../../rules/input/shape";

/** A finding about what is written down, wherever that is. */
export interface FoundInText {
  readonly file: string;
  /** The address of the resource, if it is in one. */
  readonly address?: string;
  readonly finding: Finding;
}

/** Finds private keys, and credentials of providers, that are written down; no finding holds one. */
export function checkWrittenKeys({ written }: PlainConfiguration): FoundInText[] {
  return written.flatMap(({ file, value }) =>
    placesOfKeys(value, [], undefined).flatMap(({ path, address, text }) => {
      const findings = checkText(shortened(path, address), path, text);
      return findings.map((finding) => ({ file, address, finding }));
    }),
  );
}

function checkText(property: string, path: readonly (string | number)[], text: string): Finding[] {
  if (holdsPrivateKey(text)) return privateKeyInText(property, "text with a private key in it");
  return isCredential(path, text) ? credentialsInText(property, `a text of ${text.length} characters`) : [];
}

interface PlaceOfKey {
  readonly path: readonly (string | number)[];
  readonly address: string | undefined;
  readonly text: string;
}

function placesOfKeys(value: unknown, path: readonly (string | number)[], address: string | undefined): PlaceOfKey[] {
  if (typeof value === "string") {
    return holdsPrivateKey(value) || isCredential(path, value) ? [{ path, address, text: value }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => placesOfKeys(item, [...path, index], address));
  if (!isRecord(value)) return [];
  // A plan's configuration names each resource by its address within the module.
  const own = typeof value.address === "string" && "expressions" in value ? value.address : address;
  return Object.entries(value).flatMap(([name, part]) => {
    const inner = [...path, name];
    return placesOfKeys(part, inner, addressAt(inner) ?? own);
  });
}

/** The address that the path of a resource in Terraform's JSON syntax stands for. */
function addressAt(path: readonly (string | number)[]): string | undefined {
  const [block, type, name, ...rest] = path.filter((part) => typeof part === "string");
  if (rest.length > 0 || type === undefined || name === undefined) return undefined;
  if (block === "resource") return `${type}.${name}`;
  return block === "data" ? `data.${type}.${name}` : undefined;
}

/** The path from the resource on: `private_key`. */
function shortened(path: readonly (string | number)[], address: string | undefined): string {
  const texts = path.map((part) => (typeof part === "number" ? `[${part}]` : part));
  const start =
    address === undefined ? 0 : texts.findIndex((part) => part === "expressions") + 1 || 3 + listsBefore(path);
  return texts
    .slice(start)
    .filter((part) => part !== "constant_value")
    .reduce((text, part) => (part.startsWith("[") || text === "" ? `${text}${part}` : `${text}.${part}`), "");
}

function listsBefore(path: readonly (string | number)[]): number {
  let names = 0;
  return path.filter((part) => {
    if (typeof part === "string") names += 1;
    return typeof part === "number" && names <= 3;
  }).length;
}

/** The arguments that hold a private key, by the types of their resources. */
const KEY_ARGUMENTS: { readonly [type: string]: string } = {
  aws_acm_certificate: "private_key",
  cloudflare_authenticated_origin_pulls_certificate: "private_key",
  cloudflare_authenticated_origin_pulls_hostname_certificate: "private_key",
  cloudflare_custom_ssl: "private_key",
  tls_cert_request: "private_key_pem",
};

/** Finds private keys that come from variables whose values Terraform prints. */
export function checkKeyVariables({ resources, openVariables }: PlainConfiguration): Found[] {
  return resources.flatMap((resource) => {
    const argument = KEY_ARGUMENTS[resource.type];
    const value = argument === undefined ? undefined : resource.attributes[argument];
    const name = typeof value === "string" ? /^\$\{\s*var\.([\w-]+)\s*\}$/.exec(value)?.[1] : undefined;
    return name === undefined || !openVariables.has(name)
      ? []
      : foundIn(resource, variableNotSensitive(argument!, name));
  });
}
