import { HttpVerb } from "../../../gateway/core/http-verb";
import { ResourcePath } from "../../../gateway/core/resource-path";
import { Found, foundIn } from "../found";
import { Attributes, CheckedResource, PlainConfiguration } from "../plain-configuration";
import { References } from "../references";
import { isUnknown } from "../unknown";
import { blockOf, isUnset, knownFlag, knownNumber, knownText } from "../values";
import { SettingPath, readSettingPath } from "./setting-path";

/** One `aws_api_gateway_method_settings`. */
export interface MethodSetting {
  readonly resource: CheckedResource;
  /** What tells the API from others; undefined where nothing does. */
  readonly api: string | undefined;
  /** What tells the stage from others of the API; undefined where nothing does. */
  readonly stage: string | undefined;
  /** Undefined for the defaults of the stage, and for what is not known. */
  readonly method: { readonly path: ResourcePath; readonly verb: HttpVerb } | undefined;
  readonly isDefaults: boolean;
  readonly block: Attributes;
  /** Whether the block is there as it is, and not made by an expression: all that it leaves out is seen. */
  readonly isWritten: boolean;
  readonly caching: Caching;
}

/** Whether a setting caches; `unset` leaves it as the stage has it. */
export type Caching = "on" | "off" | "unset" | "unknown";

/** Reads the method settings, and finds those whose path says nothing to API Gateway. */
export function readSettings(
  { resources }: PlainConfiguration,
  references: References,
): { readonly settings: readonly MethodSetting[]; readonly found: readonly Found[] } {
  const found: Found[] = [];
  const settings = resources
    .filter(({ type, isData }) => type === "aws_api_gateway_method_settings" && !isData)
    .map((resource): MethodSetting => {
      const read = readPath(resource, references);
      if (read?.kind === "wrong") found.push(...foundIn(resource, read.findings));
      return {
        ...readBlock(resource, references),
        method: read?.kind === "method" ? { path: read.path, verb: read.verb } : undefined,
        isDefaults: read?.kind === "defaults",
      };
    });
  return { settings, found };
}

function readPath({ attributes }: CheckedResource, references: References): SettingPath | undefined {
  const methodPath = references.text(attributes.method_path);
  return methodPath === undefined || isUnknown(methodPath) ? undefined : readSettingPath("method_path", methodPath);
}

function readBlock(resource: CheckedResource, references: References) {
  const { attributes } = resource;
  const written = blockOf(attributes.settings);
  const block = written ?? {};
  const caching: Caching = "dynamic" in attributes ? "unknown" : cachingOf(block);
  return {
    resource,
    api: references.identity(attributes.rest_api_id),
    stage: references.identity(references.text(attributes.stage_name) ?? attributes.stage_name),
    block,
    isWritten: written !== undefined && resource.unwritten?.has("settings") !== true,
    caching,
  };
}

/** A TTL of 0 switches caching off, whatever else is said. */
function cachingOf({ caching_enabled: enabled, cache_ttl_in_seconds: ttl }: Attributes): Caching {
  if (knownNumber(ttl) === 0 || knownFlag(enabled) === false) return "off";
  if (isUnset(enabled)) return "unset";
  const isKnown = knownFlag(enabled) === true && (isUnset(ttl) || knownNumber(ttl) !== undefined);
  return isKnown ? "on" : "unknown";
}

/** What tells the stage of a setting from all others; undefined where nothing does. */
export function stageKey({ api, stage }: Pick<MethodSetting, "api" | "stage">): string | undefined {
  return api === undefined || stage === undefined ? undefined : JSON.stringify([api, stage]);
}

/** How a setting is named: `GET /cats/{id}`. */
export function methodName({ path, verb }: NonNullable<MethodSetting["method"]>): string {
  return `${verb} ${path.text}`;
}

/** The name of a stage, if it is known. */
export function stageNameOf({ stage }: MethodSetting): string | undefined {
  return knownText(stage);
}
