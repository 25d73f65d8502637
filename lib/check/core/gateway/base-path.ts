import { OpenApiDocument, asList, asRecord, asText, isSwagger } from "../../../gateway/core/open-api/document";
import { isRecord } from "../../../rules/input/shape";
import { isUnknown } from "../unknown";
import { isUnset } from "../values";

/**
 * What API Gateway puts before each path of a document, by the `parameters` of its import: nothing, or a path such as
 * `/v1`; undefined where it is not known.
 *
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api-basePath.html
 */
export function basePathOf(document: OpenApiDocument, parameters: unknown): string | undefined {
  const wanted = wantedOf(parameters);
  if (wanted === "ignore") return "";
  const base = isSwagger(document) ? ofText(document.basePath ?? "/") : ofServers(asList(document.servers));
  if (wanted === "prepend") return base;
  return wanted === "split" ? base?.replace(/^\/[^/]*/, "") : undefined;
}

/** What is to become of the base path, as far as it is known. */
function wantedOf(parameters: unknown): unknown {
  if (isUnset(parameters)) return "ignore";
  if (!isRecord(parameters) || Object.keys(parameters).some(isUnknown)) return undefined;
  return parameters.basepath ?? "ignore";
}

/** The variable `basePath` counts before what the URL has; of several servers only what all of them say is known. */
function ofServers(servers: readonly unknown[]): string | undefined {
  const variables = servers.map((server) => asRecord(asRecord(server).variables).basePath);
  const variable = variables.find((one) => one !== undefined);
  if (variable !== undefined) return ofText(asRecord(variable).default);
  const bases = new Set(servers.length === 0 ? [""] : servers.map(ofServer));
  return bases.size === 1 ? [...bases][0] : undefined;
}

function ofServer(server: unknown): string | undefined {
  const url = asText(asRecord(server).url);
  return url === undefined || /\{/.test(url) ? undefined : ofText(url.replace(/^[a-z]*:?\/\/[^/]*/i, "") || "/");
}

/** A path without a slash at its end, so that the root is nothing. */
function ofText(path: unknown): string | undefined {
  if (typeof path !== "string" || isUnknown(path) || /[{}?#]/.test(path)) return undefined;
  const parts = path.split("/").filter((part) => part !== "");
  return parts.map((part) => `/${part}`).join("");
}
