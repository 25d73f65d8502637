import { httpApiCannotCache } from "../../rules/gateway/http-api-cannot-cache";
import { functionTwice } from "../../rules/serverless/function-twice";
import { missingKey } from "../../rules/serverless/missing-key";
import { EndpointModel } from "./caching-model";
import { checkPlaceOfCaching } from "./misplaced-caching";
import { ServiceDefaults, readHttpEvent } from "./read-http-event";
import { propertyOf } from "./resolver";
import { joinPath } from "./source-node";
import { ReadValue, ValueReader } from "./value-reader";

/**
 * Reads the http events of `functions`, in the order in which they are written: an object, or a list of objects that come
 * from several files.
 */
export function readFunctions(
  reader: ValueReader,
  functions: ReadValue | undefined,
  defaults: ServiceDefaults,
): EndpointModel[] {
  const endpoints: EndpointModel[] = [];
  for (const { name, value } of functionsOf(reader, functions)) {
    checkPlaceOfCaching(reader, value, "http, in the event that is cached");
    for (const event of reader.list(reader.get(value, "events"), "a list of events")) {
      const http = httpOf(reader, event);
      const endpoint = http && readHttpEvent(reader, http, name, defaults);
      if (endpoint !== undefined) endpoints.push(endpoint);
    }
  }
  return endpoints;
}

function functionsOf(reader: ValueReader, functions: ReadValue | undefined): { name: string; value: ReadValue }[] {
  if (functions === undefined) return [];
  const parts = functions.node.kind === "list" ? reader.list(functions) : [functions];
  const written = new Map<string, string>();
  return parts.flatMap((part) => {
    const map = reader.map(part, "an object with a key for each function");
    if (map === undefined) return [];
    return reader.keys(map).flatMap(({ name, at }) => {
      const property = propertyOf({ at, path: joinPath(map.path, name) });
      const first = written.get(name);
      if (first !== undefined) reader.report(functionTwice(property, name, first));
      written.set(name, first ?? property);
      const value = reader.map(reader.get(map, name), "an object with handler and events");
      return value === undefined ? [] : [{ name, value: { ...value, path: joinPath("functions", name) } }];
    });
  });
}

const HTTP_ALLOWED = "an object with path and method, or text such as GET /cats";

/** The `http` part of an event; other events are none of our business. */
function httpOf(reader: ValueReader, event: ReadValue): ReadValue | undefined {
  checkPlaceOfCaching(reader, event, "http, indented below it");
  const httpApi = reader.has(event, "httpApi") ? reader.get(event, "httpApi") : undefined;
  const cachedHttpApi = httpApi && reader.get(httpApi, "caching");
  if (cachedHttpApi !== undefined) {
    reader.report(httpApiCannotCache(reader.property(cachedHttpApi), "httpApi"));
  }
  const http = reader.keys(event).find(({ name }) => name.toLowerCase() === "http");
  if (http === undefined) return undefined;
  if (http.name !== "http") reader.unknown(event, http.name, http.at, ["http"]);
  else if (!reader.has(event, "http")) reader.report(missingKey(reader.property(event) + ".http", HTTP_ALLOWED));
  return reader.get(event, "http");
}
