import { ConfigurationError } from "../../../rules/configuration-error";
import { Finding } from "../../../rules/finding";
import { inPluginWords } from "../../../serverless/core/plugin-words";

/** Where the parts of a service are written. */
export interface Places {
  /** Of each endpoint. */
  readonly endpoints: readonly string[];
  /** Of `custom.apiGatewayCaching`. */
  readonly section: string | undefined;
  /** Of the settings of the API, by what its construct calls them. */
  readonly settings?: { readonly [option: string]: string };
}

const ENDPOINT = /^(endpoints|additionalEndpoints)\[(\d+)\](.*)$/s;
const OF_STAGE = /^(?:cache\.)?((?:enabled|ttlSeconds|dataEncrypted|perKeyInvalidation|clusterSize)\b.*)$/s;

/**
 * A property of a construct, as it is written in the configuration:
 * `serverless.yml:12:9 functions.list.events[0].http.caching.ttlInSeconds`.
 */
export function relocateProperty(property: string, places: Places): string {
  const { endpoints, section } = places;
  const [, list, index, rest = ""] = ENDPOINT.exec(property) ?? [];
  const place = endpoints[Number(index)];
  if (place !== undefined) return `${place}${inPluginWords(list === "endpoints" ? ofApi(rest) : ofStage(rest))}`;
  const [, option] = OF_STAGE.exec(property) ?? [];
  if (section !== undefined && option !== undefined) return `${section}.${inPluginWords(option)}`;
  return relocateSetting(property, places);
}

function relocateSetting(property: string, { settings = {} }: Places): string {
  const [name = ""] = /^(?:cache\.)?\w+/.exec(property) ?? [];
  return Object.prototype.hasOwnProperty.call(settings, name)
    ? `${settings[name]}${property.slice(name.length)}`
    : property;
}

/** What an endpoint of an API calls otherwise than an http event. */
const OF_EVENT: ReadonlyMap<string, string> = new Map([
  ["cache", "caching"],
  ["authorizationScopes", "authorizer.scopes"],
  ["apiKeyRequired", "private"],
  ["requestParameters", "request.parameters"],
  ["validateRequestParameters", "request.parameters"],
]);

function ofApi(rest: string): string {
  return rest.replace(/^\.(\w+)/, (_whole, option: string) => `.${OF_EVENT.get(option) ?? option}`);
}

/** The settings of an endpoint of another stage stand beside its verb and path. */
function ofStage(rest: string): string {
  return /^\.(?!httpMethod$|path$)/.test(rest) ? `.caching${rest}` : rest;
}

/** A message that begins with a rule and a property, in the words of the configuration. */
export function relocateMessage(message: string, places: Places): string {
  return renameIn(message, (property) => relocateProperty(property, places));
}

function renameIn(message: string, rename: (property: string) => string): string {
  const [whole, rule = "", property = "", rest = ""] = /^(\S+: )(\S+)( is [\s\S]*)$/.exec(message) ?? [];
  return whole === undefined ? message : `${rule}${rename(property)}${inYaml(rest)}`;
}

function inYaml(text: string): string {
  return text
    .replace(/CacheKey\.(path|header|query)\("([^"]*)"\)/g, (_match, location: string, name: string) => {
      return `name: request.${location === "query" ? "querystring" : location}.${name} in cacheKeyParameters`;
    })
    .replace(/CacheKey\.context\("([^"]*)"\)/g, "a name with mappedFrom: context.$1")
    .replace(
      /RestAuthorizer\.cognito\(\)/g,
      "a user pool: an authorizer with its ARN, or with type: COGNITO_USER_POOLS",
    );
}

/** The errors of the constructs in the words of the configuration; anything else as it is. */
export function relocateError(thrown: unknown, places: Places): unknown {
  const findings = findingsOf(thrown, (property) => relocateProperty(property, places));
  return findings === undefined ? thrown : new ConfigurationError(findings);
}

/** The findings of something thrown, with other properties; undefined for anything else. */
export function findingsOf(thrown: unknown, rename: (property: string) => string): Finding[] | undefined {
  if (!(thrown instanceof Error) || thrown.name !== ConfigurationError.NAME) return undefined;
  const { findings = [] } = thrown as { findings?: readonly Finding[] };
  return findings.map((finding) => ({
    ...finding,
    property: rename(finding.property),
    message: renameIn(finding.message, rename),
  }));
}

/** What backends and authorizers call otherwise than an http event. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ["uri", "request.uri"],
  ["httpMethod", "request.method"],
  ["requestParameters", "request.parameters"],
  ["requestTemplates", "request.template"],
  ["passthroughBehavior", "request.passThrough"],
  ["vpcLinkId", "connectionId"],
  ["identitySources", "identitySource"],
  ["resultTtlSeconds", "resultTtlInSeconds"],
  ["userPoolArns", "arn"],
]);

/** An option of a backend or of an authorizer, as a part of where that is written. */
export function relocatePart(property: string, writtenAt: string): string {
  const [, option = ""] = /^(?:options\.)?(\w+)/.exec(property) ?? [];
  const name = PARTS.get(option);
  return name === undefined ? writtenAt : `${writtenAt}.${name}`;
}
