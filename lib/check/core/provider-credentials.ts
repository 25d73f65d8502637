/** The arguments of providers that hold credentials, by the names of the providers. */
const ARGUMENTS: { readonly [provider: string]: readonly string[] } = {
  aws: ["secret_key"],
  cloudflare: ["api_key", "api_token", "api_user_service_key"],
};

/**
 * Whether a text is what somebody could use as credentials of AWS or Cloudflare.
 *
 * @param path where it stands in a configuration, or in that of a plan
 */
export function isCredential(path: readonly (string | number)[], text: string): boolean {
  const names = path.filter((part): part is string => typeof part === "string");
  return holdsCredential(names) && mayBeKey(text);
}

function holdsCredential(names: readonly string[]): boolean {
  const [block, name, ...rest] = names;
  if (name === undefined) return false;
  if (block === "provider") return isOf(name, rest.join("."));
  if (block === "terraform") return names.join(".") === "terraform.backend.s3.secret_key";
  const argument = /^expressions\.(\w+)\.constant_value$/.exec(rest.join("."))?.[1];
  return block === "provider_config" && argument !== undefined && isOf(providerOf(name), argument);
}

function isOf(provider: string, argument: string): boolean {
  return Object.prototype.hasOwnProperty.call(ARGUMENTS, provider) && ARGUMENTS[provider]!.includes(argument);
}

/** A plan has `module.NAME:aws.ALIAS`. */
function providerOf(key: string): string {
  return key.replace(/^.*:/, "").replace(/\..*$/, "");
}

/** What stands for a key where none is needed. */
const PLACEHOLDER = /test|mock|dummy|fake|example|placeholder|localstack|your|change|replace|redacted/i;

/** Expressions have other characters. Keys are long and drawn by chance, so that they have digits, letters, and few of them more than once. */
function mayBeKey(text: string): boolean {
  const isRandom = /\d/.test(text) && /[A-Za-z]/.test(text) && new Set(text).size >= 8;
  return /^[\w+/=.-]{16,}$/.test(text.trim()) && isRandom && !PLACEHOLDER.test(text);
}
