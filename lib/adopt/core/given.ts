/** A value that may be said of one address only. */
export interface Addressed {
  readonly address?: string;
  readonly value: string;
}

/** What the options say exists. */
export interface Given {
  readonly restApiIds: readonly Addressed[];
  readonly httpApiIds: readonly Addressed[];
  readonly stages: readonly string[];
  /** Method paths of settings, or `all`. */
  readonly methodSettings: readonly string[];
  readonly domainNames: readonly string[];
  readonly certificateArns: readonly Addressed[];
  readonly zoneIds: readonly Addressed[];
  readonly dnsRecordIds: readonly Addressed[];
  /** Ruleset ids by phase. */
  readonly rulesets: ReadonlyMap<string, string>;
  /** Import ids by address. */
  readonly ids: ReadonlyMap<string, string>;
  /** Addresses of what does not exist; `*` stands for any text. */
  readonly isNew: readonly string[];
}

/** Nothing was said. */
export const NOTHING_GIVEN: Given = {
  restApiIds: [],
  httpApiIds: [],
  stages: [],
  methodSettings: [],
  domainNames: [],
  certificateArns: [],
  zoneIds: [],
  dnsRecordIds: [],
  rulesets: new Map(),
  ids: new Map(),
  isNew: [],
};

/** Every setting that the stack declares exists. */
export const ALL_SETTINGS = "all";

/** A name, and then at least one more; each may have a key in brackets. */
const ADDRESSED = /^([A-Za-z_][\w-]*(?:\[(?:"[^"]*"|\d+)\])?(?:\.[\w-]+(?:\[(?:"[^"]*"|\d+)\])?)+)=(.*)$/s;

/** `ADDRESS=VALUE`, or a value alone. */
export function addressed(written: string): Addressed {
  const [, address, value] = ADDRESSED.exec(written) ?? [];
  return address === undefined ? { value: written } : { address, value: value! };
}

/** The address of the resource, or of the module, that an address is an instance or a part of. */
export function declaredAddress(address: string): string {
  return /^module\.[\w-]+/.exec(address)?.[0] ?? address.replace(/\[.*\]$/, "");
}

/** Whether an option says that something does not exist, or what it is an instance of. */
export function isSaidNew(address: string, { isNew }: Given): boolean {
  return [address, declaredAddress(address)].some((one) => isNew.some((pattern) => isForAddress(pattern, one)));
}

/** Whether a pattern of `--new` is for an address. */
export function isForAddress(pattern: string, address: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(address);
}
