import { stageName } from "../../rules/gateway/stage-name";
import { Finding } from "../../rules/finding";
import { cacheWithoutSection } from "../../rules/serverless/cache-without-section";
import { outsideBasePath } from "../../rules/serverless/outside-base-path";
import { wrongValueType } from "../../rules/serverless/wrong-type";
import { EndpointModel, MonitoringModel, ServiceModel, StageModel } from "./caching-model";
import { checkAuthorizers, functionNames } from "./check-authorizers";
import { checkService } from "./check-service";
import { checkPlaceOfSection } from "./misplaced-caching";
import { compact, readStageSettings } from "./read-caching";
import { readFunctions } from "./read-functions";
import { ServiceDefaults, readAdditionalEndpoint } from "./read-http-event";
import { Resolver } from "./resolver";
import { shareCors } from "./share-cors";
import { SourceNode, describeNode } from "./source-node";
import { Known, ReadValue, ValueReader } from "./value-reader";
import { VariableContext, variableSources } from "./variable-sources";

export interface ReadService {
  /** Undefined where something is wrong with the whole of it. */
  readonly model?: ServiceModel;
  readonly findings: readonly Finding[];
}

/** Reads what a configuration of the Serverless Framework says of its REST API and of its cache. Never throws. */
export function readService(root: SourceNode, context: VariableContext): ReadService {
  const reader = new ValueReader(new Resolver(variableSources(root, context)));
  const service = reader.value(root, "");
  const top = service && reader.map(service, "the configuration of a service: an object with provider and functions");
  if (top === undefined) {
    if (service === undefined)
      reader.report(wrongValueType(reader.property({ node: root, path: "" }), null, "an object"));
    return { findings: reader.findings };
  }
  const model = readModel(reader, top, context);
  reader.report(checkAuthorizers(model.endpoints, functionNames(reader, reader.get(top, "functions"))));
  reader.report(checkService(model, reader));
  return { model, findings: reader.findings };
}

function readModel(reader: ValueReader, top: ReadValue, context: VariableContext): ServiceModel {
  const provider = readProvider(reader, top);
  const apiGateway = reader.map(reader.get(provider, "apiGateway"));
  const custom = reader.map(reader.get(top, "custom"));
  checkPlaceOfSection(reader, top, custom);
  const section = reader.map(reader.get(custom, "apiGatewayCaching"));
  const isShared = readFlag(reader, section, "apiGatewayIsShared") ?? false;
  const basePath = reader.literalText(reader.get(section, "basePath"), "a path, such as /animals");
  const defaults: ServiceDefaults = {
    basePath,
    inheritStageSettings: readFlag(reader, section, "endpointsInheritCloudWatchSettingsFromStage") ?? true,
    isShared,
  };
  const settings: StageModel = section === undefined ? { enabled: false } : readStageSettings(reader, section);
  const events = readFunctions(reader, reader.get(top, "functions"), defaults);
  const additional = reader.list(reader.get(section, "additionalEndpoints")).flatMap((item) => {
    const endpoint = readAdditionalEndpoint(reader, item, defaults);
    if (endpoint !== undefined) checkBasePath(reader, item, endpoint.path, basePath);
    return endpoint ?? [];
  });
  if (section === undefined) checkThatNothingIsCached(reader, events);
  const { findings, ...shared } = shareCors([...events, ...additional]);
  reader.report(findings);
  return {
    stageName: readStageName(reader, apiGateway, provider, context),
    isShared,
    restApiId: readRestApiId(reader, reader.get(section, "restApiId") ?? reader.get(apiGateway, "restApiId")),
    basePath,
    stage: isShared ? settings : { ...settings, ...readMonitoring(reader, provider, apiGateway) },
    ...shared,
    section,
    loggingLevelAt: placeOfLevel(reader, provider),
  };
}

/** Without its section the plugin does nothing, whatever the events say. */
function checkThatNothingIsCached(reader: ValueReader, events: readonly EndpointModel[]): void {
  const caching = events.find(({ cache }) => cache !== undefined && cache.enabled !== false)?.section;
  if (caching !== undefined) reader.report(cacheWithoutSection(reader.property(caching), describeNode(caching.node)));
}

function placeOfLevel(reader: ValueReader, provider: ReadValue | undefined): string | undefined {
  const restApi = reader.get(reader.get(provider, "logs"), "restApi");
  const value = reader.get(restApi, "level") ?? restApi;
  return value && reader.property(value);
}

function readFlag(reader: ValueReader, section: ReadValue | undefined, key: string): boolean | undefined {
  return reader.literalFlag(reader.get(section, key));
}

/** `provider: aws`, or an object with that name. */
function readProvider(reader: ValueReader, top: ReadValue): ReadValue | undefined {
  const provider = reader.get(top, "provider");
  const name = provider?.node.kind === "map" ? reader.get(provider, "name") : provider;
  const text = reader.literalText(name, "aws");
  if (text !== undefined && text !== "aws") reader.wrong(name!, "aws", "Only API Gateway of AWS has this cache.");
  return provider?.node.kind === "map" ? reader.map(provider, "aws, or an object with that name") : undefined;
}

/** What API Gateway calls the stage. */
function readStageName(
  reader: ValueReader,
  apiGateway: ReadValue | undefined,
  provider: ReadValue | undefined,
  context: VariableContext,
): Known<string> {
  const ofGateway = reader.get(apiGateway, "stage");
  const written = ofGateway ?? (context.stage === undefined ? reader.get(provider, "stage") : undefined);
  if (written === undefined) {
    if (context.stage !== undefined) reader.report(stageName("options.stage", context.stage));
    return context.stage ?? "dev";
  }
  const name = reader.text(written, "the name of a stage") ?? "dev";
  if (typeof name === "string") reader.report(stageName(reader.property(written), name));
  return name;
}

function readRestApiId(reader: ValueReader, value: ReadValue | undefined): Known<string> | undefined {
  const allowed = "the id of a REST API, such as a1b2c3d4e5";
  const id = reader.text(value, allowed);
  return typeof id === "string" && !/^[A-Za-z0-9_-]+$/.test(id) ? reader.wrong(value!, allowed) : id;
}

/** What the framework makes the stage's methods log; the plugin copies it into the settings of each endpoint. */
function readMonitoring(
  reader: ValueReader,
  provider: ReadValue | undefined,
  apiGateway: ReadValue | undefined,
): MonitoringModel {
  const restApi = reader.get(reader.map(reader.get(provider, "logs")), "restApi");
  return compact<MonitoringModel>({
    ...(restApi === undefined ? {} : readLogs(reader, restApi)),
    metricsEnabled: reader.flag(reader.get(apiGateway, "metrics")),
  });
}

function readLogs(reader: ValueReader, restApi: ReadValue): MonitoringModel {
  if (restApi.node.kind !== "map") {
    const isOn = reader.literalFlag(restApi, "true, false or an object");
    return isOn ? { loggingLevel: "INFO", dataTraceEnabled: true } : { loggingLevel: "OFF", dataTraceEnabled: false };
  }
  if (reader.map(restApi, "true, false or an object") === undefined) return {};
  const isLogging = reader.literalFlag(reader.get(restApi, "executionLogging")) ?? true;
  const level = reader.text(reader.get(restApi, "level"), "ERROR or INFO") ?? "INFO";
  return {
    loggingLevel: isLogging ? level : "OFF",
    dataTraceEnabled: reader.flag(reader.get(restApi, "fullExecutionData")) ?? true,
  };
}

/** The plugin takes the path of an additional endpoint as it is. */
function checkBasePath(reader: ValueReader, item: ReadValue, path: string, basePath: string | undefined): void {
  const base = `/${(basePath ?? "").replace(/^\/|\/$/g, "")}`;
  if (base === "/" || path === base || path.startsWith(`${base}/`)) return;
  const value = reader.get(item, "path");
  if (value !== undefined) reader.report(outsideBasePath(reader.property(value), path, base));
}
