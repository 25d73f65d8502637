import { Known, ReadValue, ValueReader } from "../../../serverless/core/value-reader";
import { compact } from "../../../serverless/core/read-caching";
import { BackendModel } from "./deployment-model";
import { noteWhatIsLeft } from "./note-what-is-left";
import { readParameterMappings } from "./read-parameter-mappings";

const LAMBDA_EVENT =
  "the function gets its event from a mapping of this program's own (JSON bodies only): compare it with what the function reads";

/** Reads what answers an http event; the type has been found by the reader of the caching. */
export function readBackend(
  reader: ValueReader,
  event: ReadValue,
  type: string,
  verb: string,
  notes: string[],
): BackendModel {
  const request = reader.map(reader.get(event, "request"));
  const isHttp = type.startsWith("HTTP");
  const hasDefaultTemplate = type === "AWS" && !saysOfJson(reader.get(request, "template"));
  if (hasDefaultTemplate) notes.push(`${reader.property(event)}: ${LAMBDA_EVENT}.`);
  noteWhatIsLeft(reader, event, request, type, notes);
  return compact<BackendModel>({
    type,
    isAsync: type === "AWS" && reader.literalFlag(reader.get(event, "async")) === true,
    uri: isHttp ? reader.text(reader.get(request, "uri"), "the address of the backend") : undefined,
    httpMethod: isHttp ? verbOf(reader, request, verb) : undefined,
    vpcLinkId: readVpcLink(reader, event, isHttp, notes),
    hasDefaultTemplate,
    requestParameters: readParameters(reader, request, type, notes),
    ...(type.endsWith("_PROXY") ? {} : readMapping(reader, request)),
  });
}

function verbOf(reader: ValueReader, request: ReadValue | undefined, verb: string): string {
  return reader.literalText(reader.get(request, "method"), "the verb that the backend is called with") ?? verb;
}

type Mapping = Pick<BackendModel, "requestTemplates" | "passthroughBehavior" | "contentHandling">;

function readMapping(reader: ValueReader, request: ReadValue | undefined): Mapping {
  return {
    requestTemplates: readTemplates(reader, request),
    passthroughBehavior: readPassThrough(reader, request),
    contentHandling: readContentHandling(reader, reader.get(request, "contentHandling")),
  };
}

function readPassThrough(reader: ValueReader, request: ReadValue | undefined): string | undefined {
  return reader
    .literalText(reader.get(request, "passThrough"), "NEVER, WHEN_NO_MATCH or WHEN_NO_TEMPLATES")
    ?.toUpperCase();
}

function readContentHandling(reader: ValueReader, value: ReadValue | undefined): string | undefined {
  const allowed = "CONVERT_TO_BINARY or CONVERT_TO_TEXT";
  const handling = reader.literalText(value, allowed);
  return handling === undefined || /^CONVERT_TO_(BINARY|TEXT)$/.test(handling)
    ? handling
    : reader.wrong(value!, allowed);
}

/** A template of its own takes the place of the default one, and `null` takes that away. */
function saysOfJson(template: ReadValue | undefined): boolean {
  return template?.node.kind === "map" && template.node.entries.has("application/json");
}

function readTemplates(
  reader: ValueReader,
  request: ReadValue | undefined,
): BackendModel["requestTemplates"] | undefined {
  const map = reader.map(reader.get(request, "template"), "an object with a template for each content type");
  if (map === undefined) return undefined;
  const entries = reader.keys(map).flatMap(({ name }): [string, Known<string>][] => {
    const text = reader.text(reader.get(map, name), "a mapping template");
    return text === undefined ? [] : [[name, text]];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The types whose parameters the framework maps. */
const MAPPED_TYPES: readonly string[] = ["AWS", "HTTP", "HTTP_PROXY"];

function readParameters(
  reader: ValueReader,
  request: ReadValue | undefined,
  type: string,
  notes: string[],
): BackendModel["requestParameters"] | undefined {
  const mappings = readParameterMappings(reader, request);
  if (MAPPED_TYPES.includes(type)) {
    const entries = mappings.map(({ name, source }) => [name, source] as const);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  const unused = mappings.flatMap(({ mappedAt }) => mappedAt ?? []);
  notes.push(
    ...unused.map((at) => `${at} is not carried over: the framework maps parameters for lambda and http alone.`),
  );
  return undefined;
}

const VPC_LINK = "the id of a VPC link";

/** The framework takes the link only where the event says that it is one. */
function readVpcLink(
  reader: ValueReader,
  event: ReadValue,
  isHttp: boolean,
  notes: string[],
): Known<string> | undefined {
  const [type, id] = [reader.get(event, "connectionType"), reader.get(event, "connectionId")];
  const name = reader.literalText(type, "vpc-link")?.toUpperCase().replace("-", "_");
  if (name !== undefined && name !== "VPC_LINK") return reader.wrong(type!, "vpc-link");
  if (isHttp && type !== undefined) return reader.text(reader.required(event, "connectionId", VPC_LINK), VPC_LINK);
  const unused = id ?? type;
  if (unused !== undefined)
    notes.push(`${reader.property(unused)} is not carried over: ${isHttp ? NO_TYPE : NO_HTTP}.`);
  return undefined;
}

const NO_TYPE =
  "without connectionType: vpc-link the framework ignores it, and calls the backend over the internet; so does the new API";

const NO_HTTP = "only an HTTP backend is behind a VPC link";
