import { Known, ReadValue, ValueReader } from "../../../serverless/core/value-reader";
import { compact } from "../../../serverless/core/read-caching";
import { BackendModel } from "./deployment-model";

const LAMBDA_EVENT =
  "the function gets its event from a mapping of this program's own (JSON bodies only): compare it with what the function reads";

/** Reads what answers an http event; the type has been found by the reader of the caching. */
export function readBackend(
  reader: ValueReader,
  event: ReadValue,
  integrationType: string,
  verb: string,
  notes: string[],
): BackendModel {
  const request = reader.map(reader.get(event, "request"));
  const isHttp = integrationType.startsWith("HTTP");
  const isAsync = integrationType === "AWS" && reader.literalFlag(reader.get(event, "async")) === true;
  const requestTemplates = integrationType.endsWith("_PROXY") ? undefined : readTemplates(reader, request);
  if (integrationType === "AWS" && requestTemplates === undefined) {
    notes.push(`${reader.property(event)}: ${LAMBDA_EVENT}.`);
  }
  noteWhatIsLeft(reader, event, request, notes);
  return compact<BackendModel>({
    type: integrationType,
    isAsync,
    uri: isHttp ? reader.text(reader.get(request, "uri"), "the address of the backend") : undefined,
    httpMethod: isHttp ? verbOf(reader, request, verb) : undefined,
    vpcLinkId: isHttp ? reader.text(reader.get(event, "connectionId"), "the id of a VPC link") : undefined,
    requestTemplates,
    passthroughBehavior: readPassThrough(reader, request),
  });
}

function verbOf(reader: ValueReader, request: ReadValue | undefined, verb: string): string {
  return reader.literalText(reader.get(request, "method"), "the verb that the backend is called with") ?? verb;
}

function readPassThrough(reader: ValueReader, request: ReadValue | undefined): string | undefined {
  return reader
    .literalText(reader.get(request, "passThrough"), "NEVER, WHEN_NO_MATCH or WHEN_NO_TEMPLATES")
    ?.toUpperCase();
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

function noteWhatIsLeft(reader: ValueReader, event: ReadValue, request: ReadValue | undefined, notes: string[]): void {
  const response = reader.get(event, "response");
  if (response !== undefined) {
    notes.push(`${reader.property(response)} is not carried over: the answers are the framework's default ones.`);
  }
  const schemas = reader.get(request, "schemas") ?? reader.get(request, "schema");
  if (schemas !== undefined) {
    notes.push(`${reader.property(schemas)} is not carried over: bodies are not validated by API Gateway.`);
  }
}
