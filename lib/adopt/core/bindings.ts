import { CheckedResource } from "../../check/core/plain-configuration";
import { Addressed, Given, isSaidNew } from "./given";
import { AdoptedStack, hasInstances, sourceOf, textOf } from "./stack";

/** Ids that the stack does not write down, by what stands for them: an address, or an expression. */
export type Bound = ReadonlyMap<string, string>;

export interface Bindings {
  readonly restApis: Bound;
  readonly httpApis: Bound;
  readonly certificates: Bound;
  readonly zones: Bound;
  readonly records: Bound;
  /** The options that have to say which of several they are for. */
  readonly several: ReadonlySet<string>;
}

/** What is said of the stack, or what is wrong with what is said. */
export type ReadBindings =
  | { readonly bindings: Bindings; readonly problem?: undefined }
  | { readonly bindings?: undefined; readonly problem: string };

interface ApiKind {
  readonly type: string;
  /** The types whose argument is a part of their import id. */
  readonly ofType: RegExp;
  readonly argument: string;
}

const REST_API: ApiKind = {
  type: "aws_api_gateway_rest_api",
  ofType: /^aws_api_gateway_(?!rest_api$|base_path_mapping$|domain_name)/,
  argument: "rest_api_id",
};
const HTTP_API: ApiKind = {
  type: "aws_apigatewayv2_api",
  ofType: /^aws_apigatewayv2_(stage|route|integration)$/,
  argument: "api_id",
};

/** What a kind of id is needed for. */
interface Sources {
  /** What stands for an id that is not known. */
  readonly open: readonly string[];
  /** The ids that are. */
  readonly written: readonly string[];
}

class Problem extends Error {
  public override readonly name = "Problem";
}

/** Finds out which of the ids that were given belongs where. */
export function bindingsOf(stack: AdoptedStack, given: Given): ReadBindings {
  const several = new Set<string>();
  const bound = (option: string, what: string, sources: Sources, said: readonly Addressed[]): Bound => {
    if (sources.open.length > 1) several.add(option);
    return boundTo(sources, option, what, said);
  };
  const api = (option: string, what: string, kind: ApiKind, said: readonly Addressed[]): Bound => {
    const known = knownIds(kind.type, stack, given);
    return new Map([...bound(option, what, apiSources(stack, given, kind, known), said), ...known]);
  };
  const own = (type: string): Sources => ({
    open: stack.resources.filter((one) => one.type === type && isOpen(one, stack, given)).map(({ address }) => address),
    written: [],
  });
  try {
    const bindings = {
      restApis: api("rest-api-id", "a REST API", REST_API, given.restApiIds),
      httpApis: api("http-api-id", "an HTTP API", HTTP_API, given.httpApiIds),
      certificates: bound("certificate-arn", "a certificate", own("aws_acm_certificate"), given.certificateArns),
      zones: bound("zone-id", "a zone", zoneSources(stack, own("cloudflare_zone")), given.zoneIds),
      records: bound("dns-record-id", "a DNS record", own("cloudflare_dns_record"), given.dnsRecordIds),
      several,
    };
    return { bindings };
  } catch (thrown) {
    if (!(thrown instanceof Error && thrown.name === "Problem")) throw thrown;
    return { problem: thrown.message };
  }
}

/** An API whose id is not known is open, be it the stack's own or not. */
function apiSources(stack: AdoptedStack, given: Given, { type, ofType, argument }: ApiKind, known: Bound): Sources {
  const { open, written } = argumentSources(stack, ofType, argument);
  const own = stack.resources.filter((one) => one.type === type && !hasInstances(one)).map(({ address }) => address);
  const isWanted = (source: string) => !known.has(source) && !isSaidNew(source, given);
  return { open: distinct([...own, ...open]).filter(isWanted), written };
}

function zoneSources(stack: AdoptedStack, own: Sources): Sources {
  const { open, written } = argumentSources(stack, /^cloudflare_/, "zone_id");
  return { open: distinct([...own.open, ...open]), written };
}

function argumentSources(stack: AdoptedStack, types: RegExp, argument: string): Sources {
  const values = stack.resources.filter(({ type }) => types.test(type)).map(({ attributes }) => attributes[argument]);
  return {
    open: distinct(values.map((value) => (textOf(stack, value) === undefined ? sourceOf(stack, value) : undefined))),
    written: distinct(values.map((value) => textOf(stack, value))),
  };
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text !== undefined))];
}

/** Whether nothing has been said of a resource by its address. */
function isOpen({ address }: CheckedResource, { imported }: AdoptedStack, given: Given): boolean {
  return !imported.has(address) && !given.ids.has(address) && !isSaidNew(address, given);
}

/** The id of an API is its import id. */
function knownIds(type: string, { imported }: AdoptedStack, { ids }: Given): Bound {
  return new Map(
    [...imported, ...ids].flatMap(([address, id]): [string, string][] =>
      // Version 6 of the AWS provider takes a region after the id.
      address.startsWith(`${type}.`) && id !== undefined ? [[address, id.replace(/@.*$/, "")]] : [],
    ),
  );
}

function boundTo({ open, written }: Sources, option: string, what: string, given: readonly Addressed[]): Bound {
  const ids = new Map<string, string>();
  for (const { address, value } of given) {
    if (address === undefined && open.length !== 1 && written.includes(value)) continue;
    const source = address ?? onlyOne(option, what, open, value);
    if (!open.includes(source)) throw new Problem(`--${option} ${source}=…: ${unknownSource(what, open)}`);
    if (ids.has(source)) throw new Problem(`--${option} is given twice for ${source}.`);
    ids.set(source, value);
  }
  return ids;
}

function onlyOne(option: string, what: string, open: readonly string[], value: string): string {
  const [only, ...others] = open;
  if (only === undefined) throw new Problem(`--${option} ${value}: ${unknownSource(what, open)}`);
  if (others.length === 0) return only;
  const listed = open.map((source) => `--${option} ${source}=…`).join(", ");
  throw new Problem(`--${option} ${value}: the stack has several of these. Say which one: ${listed}.`);
}

function unknownSource(what: string, open: readonly string[]): string {
  return open.length === 0
    ? `the stack has no use for the id of ${what}.`
    : `the stack needs the id of ${what} for ${open.join(", ")}.`;
}
