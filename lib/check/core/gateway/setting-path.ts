import { HTTP_VERBS, HttpVerb, isHttpVerb } from "../../../gateway/core/http-verb";
import { STAGE_DEFAULTS_PATH, methodPath as writtenPath } from "../../../gateway/core/method-path";
import { ResourcePath, parseResourcePath } from "../../../gateway/core/resource-path";
import { Finding } from "../../../rules/finding";
import { methodPathSyntax } from "../../../rules/gateway/path-syntax";
import { verbSyntax } from "../../../rules/gateway/verb-syntax";

/** What a method setting is for. */
export type SettingPath =
  | { readonly kind: "defaults" }
  | { readonly kind: "method"; readonly path: ResourcePath; readonly verb: HttpVerb }
  | { readonly kind: "wrong"; readonly findings: readonly Finding[] };

/**
 * Reads the `method_path` of a method setting: the key under which API Gateway keeps it. One segment may stand
 * without `~1` before it, as the provider's documentation has it; of more the setting would have no effect.
 *
 * Source: https://github.com/hashicorp/terraform-provider-aws/issues/9738
 */
export function readSettingPath(property: string, methodPath: string): SettingPath {
  if (methodPath === STAGE_DEFAULTS_PATH) return { kind: "defaults" };
  const { resource, verb } = splitOff(methodPath);
  const path = decoded(resource);
  const right = suggestion(methodPath);
  if (path === undefined) return { kind: "wrong", findings: methodPathSyntax(property, methodPath, right) };
  if (!isHttpVerb(verb)) return { kind: "wrong", findings: verbSyntax(property, methodPath, verbs(right)) };
  const parsed = parseResourcePath(path).path;
  if (parsed === undefined) return { kind: "wrong", findings: methodPathSyntax(property, methodPath, right) };
  return { kind: "method", path: parsed, verb };
}

function splitOff(methodPath: string): { resource: string; verb: string } {
  const slash = methodPath.lastIndexOf("/");
  return slash < 0
    ? { resource: methodPath, verb: "" }
    : { resource: methodPath.slice(0, slash), verb: methodPath.slice(slash + 1) };
}

/** The path; undefined where it is not written as API Gateway keeps it. */
function decoded(resource: string): string | undefined {
  if (resource === "" || resource.includes("/") || /~(?![01])/.test(resource)) return undefined;
  const path = resource.replace(/~1/g, "/").replace(/~0/g, "~");
  if (path === "/") return path;
  const isEscaped = path.startsWith("/");
  if (!isEscaped && path.includes("/")) return undefined;
  return /\/$|\/\//.test(path) ? undefined : `/${path.replace(/^\//, "")}`;
}

/** The same setting as it should have been written. */
function suggestion(methodPath: string): string | undefined {
  const bare = methodPath.replace(/~1/g, "/").replace(/~0/g, "~").replace(/\/+/g, "/").replace(/\/$/, "");
  const [, path = "", verb = ""] = /^\/?(.*?)\/?([A-Za-z]+)$/.exec(bare) ?? [];
  const upper = verb.toUpperCase();
  const parsed = parseResourcePath(`/${path}`).path;
  if (parsed === undefined || !(isHttpVerb(upper) || upper === "ANY")) return undefined;
  return writtenPath(parsed, isHttpVerb(upper) ? upper : "GET");
}

function verbs(right: string | undefined): readonly string[] {
  return right === undefined ? HTTP_VERBS.map((verb) => `~1PATH/${verb}`) : [right];
}
