import { loadPackageDefinition, Server, ServerCredentials, type ServiceDefinition } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { join } from "node:path";
import {
  type Attributes,
  type AttributeSchema,
  dataSourceSchema,
  providerSchema,
  resourceSchema,
} from "../../support/provider-schema";
import { appliedChange, plannedChange, validate } from "./lifecycle";
import { type StubProvider, type StubResource } from "./provider";
import { fromStoredJson, fromWire, toWire, typeBytes, type WireValue } from "./values";

/** A provider that listens. */
export interface RunningPlugin {
  /** What TF_REATTACH_PROVIDERS says about it. */
  readonly reattach: object;
  stop(): void;
}

const PROTOCOL_VERSION = 6;
const LARGEST_MESSAGE = 64 * 1024 * 1024;

/** Lets Terraform talk to a provider of this process, on loopback. */
export async function startPlugin(provider: StubProvider): Promise<RunningPlugin> {
  const server = new Server({ "grpc.max_receive_message_length": LARGEST_MESSAGE });
  const calls = callsOf(provider);
  const handlers = Object.entries(calls).map(([name, answer]) => [
    name,
    (call: { request: Request }, reply: (error: Error | null, value?: object) => void) => {
      try {
        reply(null, answer(call.request));
      } catch (error) {
        reply(null, { diagnostics: [{ severity: "ERROR", summary: (error as Error).message }] });
      }
    },
  ]);
  server.addService(service(), Object.fromEntries(handlers));
  const port = await new Promise<number>((fulfil, reject) =>
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? fulfil(bound) : reject(error),
    ),
  );
  return {
    reattach: {
      Protocol: "grpc",
      ProtocolVersion: PROTOCOL_VERSION,
      Pid: process.pid,
      // Terraform would kill the process otherwise, which is that of the tests.
      Test: true,
      Addr: { Network: "tcp", String: `127.0.0.1:${port}` },
    },
    stop: () => server.forceShutdown(),
  };
}

function service(): ServiceDefinition {
  const options = { keepCase: true, longs: Number, enums: String, defaults: true };
  const definition = loadPackageDefinition(loadSync(join(__dirname, "protocol.proto"), options)) as unknown as {
    tfplugin6: { Provider: { service: ServiceDefinition } };
  };
  return definition.tfplugin6.Provider.service;
}

/** The fields of all requests, of which each has some. */
interface Request {
  readonly type_name: string;
  readonly id: string;
  readonly config: WireValue;
  readonly prior_state: WireValue;
  readonly current_state: WireValue;
  readonly planned_state: WireValue;
  readonly proposed_new_state: WireValue;
  readonly raw_state: { readonly json: Uint8Array };
}

function callsOf(provider: StubProvider): { readonly [name: string]: (request: Request) => object } {
  return {
    GetProviderSchema: () => schemasOf(provider),
    ValidateProviderConfig: () => ({}),
    ConfigureProvider: () => ({}),
    StopProvider: () => ({}),
    ValidateResourceConfig: ({ type_name: type, config }) => {
      const schema = resourceSchema(type)!;
      validate(type, schema, fromWire(schema, config)!);
      return {};
    },
    ValidateDataResourceConfig: () => ({}),
    UpgradeResourceState: ({ type_name: type, raw_state: { json } }) => {
      const schema = resourceSchema(type)!;
      return { upgraded_state: toWire(schema, fromStoredJson(schema, json)) };
    },
    ReadResource: (request) => readResource(provider, request),
    PlanResourceChange: (request) => planResource(provider, request),
    ApplyResourceChange: (request) => applyResource(provider, request),
    ImportResourceState: (request) => importResource(provider, request),
    ReadDataSource: ({ type_name: type, config }) => {
      const schema = dataSourceSchema(type)!;
      const values = fromWire(schema, config)!;
      return { state: toWire(schema, { ...values, ...provider.dataSources[type]!(values) }) };
    },
  };
}

function readResource(provider: StubProvider, { type_name: type, current_state }: Request): object {
  const schema = resourceSchema(type)!;
  const state = fromWire(schema, current_state)!;
  const found = resourceOf(provider, type).read(state);
  return { new_state: toWire(schema, found === null ? null : { ...state, ...found }) };
}

function planResource(provider: StubProvider, request: Request): object {
  const schema = resourceSchema(request.type_name)!;
  const proposed = fromWire(schema, request.proposed_new_state);
  if (proposed === null) return { planned_state: request.proposed_new_state };
  const planned = plannedChange(schema, resourceOf(provider, request.type_name), {
    prior: fromWire(schema, request.prior_state),
    config: fromWire(schema, request.config)!,
    proposed,
  });
  return {
    planned_state: toWire(schema, planned.state),
    requires_replace: planned.replacedBy.map((name) => ({ steps: [{ attribute_name: name }] })),
  };
}

/** Whoever fails keeps the state that it had. */
function applyResource(provider: StubProvider, { type_name: type, prior_state, planned_state }: Request): object {
  const schema = resourceSchema(type)!;
  try {
    const change = { prior: fromWire(schema, prior_state), planned: fromWire(schema, planned_state) };
    return { new_state: toWire(schema, appliedChange(type, resourceOf(provider, type), change)) };
  } catch (error) {
    return { new_state: prior_state, diagnostics: [{ severity: "ERROR", summary: (error as Error).message }] };
  }
}

function importResource(provider: StubProvider, { type_name: type, id }: Request): object {
  const found = resourceOf(provider, type).import?.(id);
  if (found === undefined) throw new Error(`${type} cannot be imported`);
  return { imported_resources: [{ type_name: type, state: toWire(resourceSchema(type)!, found) }] };
}

function resourceOf(provider: StubProvider, type: string): StubResource {
  return provider.resources[type]!;
}

function schemasOf(provider: StubProvider): object {
  const { alias: _alias, ...arguments_ } = providerSchema(provider.name)!;
  const resources = Object.entries(provider.resources).map(([type, { sensitive = [] }]) => [
    type,
    { block: wireBlock(resourceSchema(type)!, sensitive) },
  ]);
  const dataSources = Object.keys(provider.dataSources).map((type) => [
    type,
    { block: wireBlock(dataSourceSchema(type)!, []) },
  ]);
  return {
    provider: { block: wireBlock(arguments_, []) },
    resource_schemas: Object.fromEntries(resources) as object,
    data_source_schemas: Object.fromEntries(dataSources) as object,
  };
}

function wireBlock(schema: Attributes, sensitive: readonly string[]): object {
  const all = Object.values(schema);
  return {
    attributes: all.filter(({ nested }) => nested?.isBlock !== true).map((one) => wireAttribute(one, sensitive)),
    block_types: all
      .filter(({ nested }) => nested?.isBlock === true)
      .map(({ name, nested }) => ({
        type_name: name,
        nesting: nested!.nesting.toUpperCase(),
        block: wireBlock(nested!.attributes, []),
      })),
  };
}

function wireAttribute(attribute: AttributeSchema, sensitive: readonly string[]): object {
  const { name, required, optional, computed, type, nested } = attribute;
  return {
    name,
    required,
    optional,
    computed,
    sensitive: sensitive.includes(name),
    type: type === undefined ? undefined : typeBytes(type),
    nested_type:
      nested === undefined
        ? undefined
        : {
            nesting: nested.nesting.toUpperCase(),
            attributes: Object.values(nested.attributes).map((one) => wireAttribute(one, [])),
          },
  };
}
