import { enabledNotSet } from "../../rules/serverless/enabled-not-set";
import { EndpointCacheModel, InvalidationModel, SettingsModel, StageModel } from "./caching-model";
import { readCacheKeys } from "./read-cache-keys";
import { joinPath } from "./source-node";
import { Known, ReadValue, ValueReader } from "./value-reader";

const COMMON_KEYS = ["enabled", "ttlInSeconds", "dataEncrypted", "perKeyInvalidation"];
const INVALIDATION_KEYS = ["requireAuthorization", "handleUnauthorizedRequests"];
const OF_STAGE = [
  "clusterSize",
  "apiGatewayIsShared",
  "restApiId",
  "basePath",
  "endpointsInheritCloudWatchSettingsFromStage",
  "additionalEndpoints",
];
const OF_ENDPOINT = ["cacheKeyParameters", "inheritCloudWatchSettingsFromStage"];

const STAGE_KEYS = [...COMMON_KEYS, ...OF_STAGE];
const ENDPOINT_KEYS = [...COMMON_KEYS, ...OF_ENDPOINT];

/** Where a key belongs that stands at the wrong place. */
const BELONGS_TO_STAGE = placeOf(OF_STAGE, "custom.apiGatewayCaching: a stage has one");
const BELONGS_TO_ENDPOINT = placeOf(OF_ENDPOINT, "caching of an http event or of an additional endpoint");

/** `custom.apiGatewayCaching`, as far as it is settings. */
export function readStageSettings(reader: ValueReader, section: ReadValue): StageModel {
  reader.checkKeys(section, STAGE_KEYS, BELONGS_TO_ENDPOINT);
  return compact<StageModel>({
    ...readSettings(reader, section),
    clusterSize: reader.text(reader.get(section, "clusterSize"), 'the size in GB, such as "0.5"'),
  });
}

/** `caching` of an endpoint; undefined where it says nothing. */
export function readEndpointCache(
  reader: ValueReader,
  value: ReadValue | undefined,
  inheritByDefault: boolean,
): EndpointCacheModel | undefined {
  const map = reader.map(value, "an object, such as enabled: true");
  if (map === undefined) return undefined;
  reader.checkKeys(map, ENDPOINT_KEYS, BELONGS_TO_STAGE);
  const inherit = reader.literalFlag(reader.get(map, "inheritCloudWatchSettingsFromStage")) ?? inheritByDefault;
  const keys = readCacheKeys(reader, reader.get(map, "cacheKeyParameters"));
  return compact<EndpointCacheModel>({
    ...readSettings(reader, map),
    inheritStageSettings: inherit ? undefined : false,
    keys: keys.length === 0 ? undefined : keys,
  });
}

function readSettings(reader: ValueReader, map: ReadValue): SettingsModel {
  const enabled = reader.get(map, "enabled");
  if (!reader.has(map, "enabled")) {
    reader.report(enabledNotSet(reader.property({ ...map, path: joinPath(map.path, "enabled") })));
  }
  return {
    enabled: reader.literalFlag(enabled),
    ttlSeconds: reader.number(reader.get(map, "ttlInSeconds"), "a number of seconds"),
    dataEncrypted: reader.flag(reader.get(map, "dataEncrypted")),
    perKeyInvalidation: readInvalidation(reader, reader.get(map, "perKeyInvalidation")),
  };
}

function readInvalidation(reader: ValueReader, value: ReadValue | undefined): InvalidationModel | undefined {
  const map = reader.map(value, "an object with requireAuthorization and handleUnauthorizedRequests");
  if (map === undefined) return undefined;
  reader.checkKeys(map, INVALIDATION_KEYS);
  const requireAuthorization: Known<boolean> | undefined = reader.flag(reader.get(map, "requireAuthorization"));
  const unauthorized = reader.literalText(
    reader.get(map, "handleUnauthorizedRequests"),
    "Ignore, IgnoreWithWarning or Fail",
  );
  return compact<InvalidationModel>({ requireAuthorization, unauthorized });
}

function placeOf(keys: readonly string[], place: string): { readonly [key: string]: string } {
  return Object.fromEntries(keys.map((key) => [key, place]));
}

/** Without what is undefined: only what is said is handed on. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}
