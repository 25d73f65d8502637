import { HttpVerb } from "./http-verb";
import { ResourcePath } from "./resource-path";

/** The method path of the stage's own defaults. */
export const STAGE_DEFAULTS_PATH = "*/*";

/**
 * The `method_path` of `aws_api_gateway_method_settings`: `~1cats~1{id}/GET`, for the root `~1/GET`.
 *
 * The provider hands it on as it is, so it has to be the key under which API Gateway keeps the setting: a JSON
 * pointer segment, slashes included, but neither braces nor plus signs.
 */
export function methodPath(path: ResourcePath, verb: HttpVerb): string {
  return `~1${escapeJsonPointer(path.text.slice(1))}/${verb}`;
}

function escapeJsonPointer(text: string): string {
  return text.replace(/~/g, "~0").replace(/\//g, "~1");
}
