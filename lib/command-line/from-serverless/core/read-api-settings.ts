import { compact } from "../../../serverless/core/read-caching";
import { intrinsicOf, joinPath } from "../../../serverless/core/source-node";
import { Known, ReadValue, ValueReader } from "../../../serverless/core/value-reader";
import { ApiModel, PolicyValue } from "./deployment-model";

/** What `provider.apiGateway` may say and a `CachedRestApi` does not have, with what becomes of it. */
const LEFT: { readonly [key: string]: string } = {
  apiKeys: "API keys are not carried over: attach the new stage to a usage plan",
  usagePlan: "usage plans are not carried over: attach the new stage to one",
  vpcEndpointIds: "VPC endpoints are not associated with the new API: name them as its vpc_endpoint_ids",
  request: "models are not carried over: bodies are not validated by API Gateway",
};

/** What stands in `provider` itself, or did in version 2 of the framework. */
const LEFT_IN_PROVIDER: readonly string[] = ["apiKeys", "usagePlan", "vpcEndpointIds"];

export interface ReadApiSettings {
  readonly api: ApiModel;
  /** Where each is written, by what the construct of the API calls it. */
  readonly settingsAt: { readonly [option: string]: string };
}

/** Reads the settings of the REST API itself. */
export function readApiSettings(
  reader: ValueReader,
  provider: ReadValue | undefined,
  section: ReadValue | undefined,
  notes: string[],
): ReadApiSettings {
  const apiGateway = reader.map(reader.get(provider, "apiGateway"));
  noteWhatIsLeft(reader, { provider, apiGateway, section }, notes);
  noteLogs(reader, provider, notes);
  const values = {
    apiName: reader.get(provider, "apiName") ?? reader.get(apiGateway, "apiName"),
    description: reader.get(apiGateway, "description"),
    endpointType: reader.get(provider, "endpointType"),
    binaryMediaTypes: reader.get(apiGateway, "binaryMediaTypes"),
    minimumCompressionSize: reader.get(apiGateway, "minimumCompressionSize"),
    disableExecuteApiEndpoint: reader.get(apiGateway, "disableDefaultEndpoint"),
    xrayTracingEnabled: reader.get(reader.map(reader.get(provider, "tracing")), "apiGateway"),
    policy: reader.get(apiGateway, "resourcePolicy") ?? reader.get(provider, "resourcePolicy"),
    ...monitoringOf(reader, provider, apiGateway),
  };
  const policy = reader.list(values.policy);
  const tags = { ...readTags(reader, provider, "stackTags"), ...readTags(reader, provider, "tags") };
  const api = compact<ApiModel>({
    apiName: reader.text(values.apiName, "the name of the API"),
    startsNameWithService: reader.literalFlag(reader.get(apiGateway, "shouldStartNameWithService")) ?? false,
    description: reader.text(values.description),
    endpointType: reader.literalText(values.endpointType, "REGIONAL, EDGE or PRIVATE")?.toUpperCase(),
    binaryMediaTypes: readTexts(reader, values.binaryMediaTypes),
    minimumCompressionSize: reader.literal<number>(values.minimumCompressionSize, reader.number, "a number of bytes"),
    disableExecuteApiEndpoint: reader.literalFlag(values.disableExecuteApiEndpoint),
    xrayTracingEnabled: reader.literalFlag(values.xrayTracingEnabled),
    apiKeySource: readKeySource(reader, reader.get(apiGateway, "apiKeySourceType")),
    tags: Object.keys(tags).length === 0 ? undefined : tags,
    policy: policy.length === 0 ? undefined : policy.map((statement) => policyValue(reader, statement)),
  });
  const settingsAt = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, reader.property(value)] as const],
  );
  return { api, settingsAt: Object.fromEntries(settingsAt) };
}

/** What the stage's methods log has been read with the caching: here it is only found again. */
function monitoringOf(
  reader: ValueReader,
  provider: ReadValue | undefined,
  apiGateway: ReadValue | undefined,
): { readonly [option: string]: ReadValue | undefined } {
  const restApi = reader.get(reader.get(provider, "logs"), "restApi");
  return {
    "cache.loggingLevel": reader.get(restApi, "level") ?? restApi,
    "cache.dataTraceEnabled": reader.get(restApi, "fullExecutionData") ?? restApi,
    "cache.metricsEnabled": reader.get(apiGateway, "metrics"),
  };
}

interface Sources {
  readonly provider: ReadValue | undefined;
  readonly apiGateway: ReadValue | undefined;
  readonly section: ReadValue | undefined;
}

function noteWhatIsLeft(reader: ValueReader, { provider, apiGateway, section }: Sources, notes: string[]): void {
  for (const [key, what] of Object.entries(LEFT)) {
    const older = LEFT_IN_PROVIDER.includes(key) ? reader.get(provider, key) : undefined;
    const value = reader.get(apiGateway, key) ?? older;
    if (value !== undefined) notes.push(`${reader.property(value)}: ${what}.`);
  }
  const existing = reader.get(section, "restApiId") ?? reader.get(apiGateway, "restApiId");
  if (existing !== undefined) {
    notes.push(`${reader.property(existing)}: the API is made anew. With --shared the one that exists is kept.`);
  }
}

function noteLogs(reader: ValueReader, provider: ReadValue | undefined, notes: string[]): void {
  const logs = reader.get(reader.get(provider, "logs"), "restApi");
  if (logs === undefined) return;
  const isOn = logs.node.kind === "map" || reader.literalFlag(logs) === true;
  if (isOn && reader.literalFlag(reader.get(logs, "accessLogging")) !== false) {
    notes.push(`${reader.property(logs)}: the access log is not carried over; the execution log is.`);
  }
}

function readKeySource(reader: ValueReader, value: ReadValue | undefined): string | undefined {
  const source = reader.literalText(value, KEY_SOURCES)?.toUpperCase();
  const isKnown = source === undefined || source === "HEADER" || source === "AUTHORIZER";
  return isKnown ? source : reader.wrong(value!, KEY_SOURCES);
}

const KEY_SOURCES = "HEADER or AUTHORIZER";

function readTexts(reader: ValueReader, value: ReadValue | undefined): string[] | undefined {
  const texts = reader.list(value, "a list of texts").flatMap((one) => reader.literalText(one) ?? []);
  return texts.length === 0 ? undefined : texts;
}

function readTags(
  reader: ValueReader,
  provider: ReadValue | undefined,
  key: string,
): { readonly [name: string]: Known<string> } {
  const map = reader.map(reader.get(provider, key));
  if (map === undefined) return {};
  return Object.fromEntries(
    reader.keys(map).flatMap(({ name }): [string, Known<string>][] => {
      const text = reader.text(reader.get(map, name));
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

/** A part of a policy as it is; an intrinsic function becomes a Terraform variable. */
function policyValue(reader: ValueReader, value: ReadValue): PolicyValue {
  const { node, path } = value;
  if (node.kind === "list") return reader.list(value).map((item) => policyValue(reader, item));
  if (node.kind === "map" && intrinsicOf(node) === undefined) {
    const entries = reader.keys(value).flatMap(({ name }): [string, PolicyValue][] => {
      const part = reader.get(value, name);
      return part === undefined ? [] : [[name, policyValue(reader, { ...part, path: joinPath(path, name) })]];
    });
    return Object.fromEntries(entries);
  }
  const isPlain = node.kind === "scalar" && (typeof node.value === "boolean" || typeof node.value === "number");
  if (isPlain) return node.value as number | boolean;
  return reader.text(value) ?? "";
}
