import { Finding } from "../../../rules/finding";
import { missingKey } from "../../../rules/serverless/missing-key";
import { wrongValueType } from "../../../rules/serverless/wrong-type";
import { compact } from "../../../serverless/core/read-caching";
import { readCors } from "../../../serverless/core/read-cors";
import { namesOneOrigin } from "./lambda-mapping";
import { Resolver } from "../../../serverless/core/resolver";
import { SourceNode, joinPath } from "../../../serverless/core/source-node";
import { Known, ReadValue, ValueReader } from "../../../serverless/core/value-reader";
import { VariableContext, variableSources } from "../../../serverless/core/variable-sources";
import { DeploymentModel, EventModel, FunctionModel } from "./deployment-model";
import { ReadApiSettings, readApiSettings } from "./read-api-settings";
import { readAuthorizerDetails } from "./read-authorizer-details";
import { readBackend } from "./read-backend";

/** An endpoint that has been found in the configuration. */
export interface FoundEndpoint {
  readonly writtenAt: string;
  readonly httpMethod: string;
  readonly integrationType?: string;
}

export interface ReadDeployment {
  readonly deployment: DeploymentModel;
  readonly findings: readonly Finding[];
}

/**
 * Reads what else an API needs that is made of a service: names of functions, backends, authorizers, settings. The
 * configuration has been read for its caching, and found to be right. Never throws.
 */
export function readDeployment(
  root: SourceNode,
  context: VariableContext,
  endpoints: readonly FoundEndpoint[],
  isShared: boolean,
): ReadDeployment {
  const reader = new ValueReader(new Resolver(variableSources(root, context)));
  const top = reader.value(root, "") ?? { node: root, path: "" };
  const provider = mapOnly(reader.get(top, "provider"));
  const section = reader.get(mapOnly(reader.get(top, "custom")), "apiGatewayCaching");
  const notes: string[] = [];
  const found = isShared ? NOTHING : readFunctions(reader, top, endpoints, notes);
  const isNamed = isShared || reader.has(top, "service");
  if (!isNamed) reader.report(missingKey(reader.property({ ...top, path: "service" }), "the name of the service"));
  const deployment: DeploymentModel = {
    serviceName: readServiceName(reader, top),
    stage: frameworkValue(reader, top, "${sls:stage}", "provider.stage"),
    region: isRegionGiven(reader, provider, context) ? readRegion(reader, top, context) : undefined,
    sectionAt: section && reader.property(section),
    ...found,
    ...(isShared ? NO_SETTINGS : readApiSettings(reader, provider, section, notes)),
    notes,
  };
  return { deployment, findings: reader.findings };
}

type FoundFunctions = Pick<DeploymentModel, "functions" | "events">;

const NO_SETTINGS: ReadApiSettings = { api: { startsNameWithService: false }, settingsAt: {} };

const NOTHING: FoundFunctions = { functions: new Map(), events: new Map() };

const HTTP_API =
  "httpApi events are not carried over: an HTTP API has no cache, and stays with the Serverless Framework";

/** A service is `service: cats`, or an object with a name. */
function readServiceName(reader: ValueReader, top: ReadValue): Known<string> {
  const service = reader.get(top, "service");
  const name = service?.node.kind === "map" && reader.has(service, "name") ? reader.get(service, "name") : service;
  return reader.text(name, "the name of the service") ?? "";
}

/** What the framework itself knows; the resolver knows where it takes it from. */
function frameworkValue(reader: ValueReader, { node }: ReadValue, variable: string, path: string): Known<string> {
  const value = reader.value({ kind: "scalar", at: node.at, value: variable }, path);
  return reader.text(value) ?? "";
}

function readRegion(reader: ValueReader, top: ReadValue, context: VariableContext): Known<string> {
  const region = frameworkValue(reader, top, "${aws:region}", "provider.region");
  if (typeof region === "string" && !/^[a-z]{2}(-[a-z]+)+-\d+$/.test(region)) {
    const written = reader.property(reader.get(reader.get(top, "provider"), "region") ?? top);
    const property = context.region === undefined ? written : "--region";
    reader.report(wrongValueType(property, region, "the name of an AWS region, such as eu-west-1"));
  }
  return region;
}

function isRegionGiven(reader: ValueReader, provider: ReadValue | undefined, { region }: VariableContext): boolean {
  return region !== undefined || (provider !== undefined && reader.has(provider, "region"));
}

function readFunctions(
  reader: ValueReader,
  top: ReadValue,
  endpoints: readonly FoundEndpoint[],
  notes: string[],
): FoundFunctions {
  const byPlace = new Map(endpoints.map((endpoint) => [endpoint.writtenAt, endpoint] as const));
  const all = functionsOf(reader, reader.get(top, "functions"));
  const events = new Map<string, EventModel>();
  let httpApi: ReadValue | undefined;
  for (const { value } of all) {
    for (const event of listOnly(reader, reader.get(value, "events"))) {
      httpApi ??= reader.get(event, "httpApi");
      const http = reader.get(event, "http");
      const endpoint = http && byPlace.get(reader.property(http));
      if (http === undefined || endpoint === undefined) continue;
      events.set(endpoint.writtenAt, readEvent(reader, http, endpoint, notes));
    }
  }
  if (httpApi !== undefined) notes.push(`${reader.property(httpApi)}: ${HTTP_API}.`);
  return { functions: new Map(all.map(({ name, value }) => [name, readFunction(reader, value)] as const)), events };
}

function readFunction(reader: ValueReader, value: ReadValue): FunctionModel {
  return compact<FunctionModel>({
    functionName: reader.text(reader.get(value, "name"), "the name of the function in Lambda"),
    alias: readAlias(reader, value),
  });
}

/** The framework gives a function whose versions are prepared an alias, and calls that. */
function readAlias(reader: ValueReader, value: ReadValue): string | undefined {
  const concurrency = reader.number(reader.get(value, "provisionedConcurrency"), "a number of instances") ?? 0;
  if (concurrency !== 0) return "provisioned";
  return reader.literalFlag(reader.get(value, "snapStart")) === true ? "snapstart" : undefined;
}

const SEVERAL_ORIGINS =
  "the function's answers name no origin, because a header that does not depend on the request can name one alone: let the function answer by the proxy (lambda-proxy), or one origin for all";

function readEvent(
  reader: ValueReader,
  http: ReadValue,
  { httpMethod, integrationType = "AWS_PROXY" }: FoundEndpoint,
  notes: string[],
): EventModel {
  const written = reader.get(http, "cors");
  const cors = readCors(reader, written);
  if (written !== undefined && integrationType === "AWS" && cors !== undefined && !namesOneOrigin(cors)) {
    notes.push(`${reader.property(written)}: ${SEVERAL_ORIGINS}.`);
  }
  return compact<EventModel>({
    backend: readBackend(reader, http, integrationType, httpMethod, notes),
    authorizer: readAuthorizerDetails(reader, reader.get(http, "authorizer"), notes),
    cors,
  });
}

function functionsOf(
  reader: ValueReader,
  functions: ReadValue | undefined,
): { readonly name: string; readonly value: ReadValue }[] {
  const parts = functions?.node.kind === "list" ? reader.list(functions) : [functions];
  return parts.flatMap((part) => {
    const map = mapOnly(part);
    if (map === undefined) return [];
    return reader.keys(map).flatMap(({ name, at }) => {
      const value = mapOnly(reader.get(map, name));
      if (value === undefined) return [];
      const named = { ...value, path: joinPath("functions", name) };
      if (!/^[A-Za-z0-9_-]+$/.test(name)) {
        reader.wrong({ ...named, node: { kind: "scalar", at, value: name } }, "a name of letters, digits, - and _");
      }
      return [{ name, value: named }];
    });
  });
}

/** What is of another kind has been told of, or is none of our business. */
function mapOnly(value: ReadValue | undefined): ReadValue | undefined {
  return value?.node.kind === "map" ? value : undefined;
}

function listOnly(reader: ValueReader, value: ReadValue | undefined): ReadValue[] {
  return value?.node.kind === "list" ? reader.list(value) : [];
}
