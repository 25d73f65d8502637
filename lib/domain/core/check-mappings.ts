import { Finding } from "../../rules/finding";
import { duplicateMapping } from "../../rules/domain/duplicate-mapping";
import { httpApiOnEdge } from "../../rules/domain/http-api-on-edge";
import { mappingKeyReserved } from "../../rules/domain/mapping-key-reserved";
import { mappingKeySyntax } from "../../rules/domain/mapping-key-syntax";
import { mappingKeysDifferByCase } from "../../rules/domain/mapping-keys-differ-by-case";
import { mappingShadowsPath } from "../../rules/domain/mapping-shadows-path";
import { multiLevelKeyOnEdge } from "../../rules/domain/multi-level-key-on-edge";
import { noMapping } from "../../rules/domain/no-mapping";
import { privateApi } from "../../rules/domain/private-api";
import { reservedPath } from "../../rules/domain/reserved-path";
import { checkStageName } from "../../rules/domain/stage-missing";
import { tooManyMappings } from "../../rules/domain/too-many-mappings";
import { websocketApi } from "../../rules/domain/websocket-api";
import { IsUnknown } from "../../rules/known";
import { MappingInput } from "./domain-input";
import { isMultiLevel, mappingKeyProblem, pathBelow } from "./mapping-key";

/** Everything that is wrong with the mappings of one domain. */
export function checkMappings(
  mappings: readonly MappingInput[],
  endpointType: string,
  isUnknown: IsUnknown,
): Finding[] {
  if (mappings.length === 0) return noMapping("api");
  return [
    ...mappings.flatMap((mapping) => checkMapping(mapping, endpointType, isUnknown)),
    ...tooManyMappings("mappings", mappings.filter(({ path }) => isMultiLevel(path)).length),
    ...checkTogether(mappings.filter(({ path }) => mappingKeyProblem(path) === undefined)),
  ];
}

function checkMapping(mapping: MappingInput, endpointType: string, isUnknown: IsUnknown): Finding[] {
  const { api, path, pathProperty, property, stageName } = mapping;
  return [
    ...mappingKeySyntax(pathProperty, path),
    ...mappingKeyReserved(pathProperty, path),
    ...(isUnknown(stageName) ? [] : checkStageName(property, stageName as string | undefined, api.type)),
    ...(endpointType === "EDGE" ? checkOnEdge(mapping) : []),
    ...websocketApi(property, api.protocolType ?? "HTTP"),
    ...privateApi(property, api.endpointTypes ?? []),
    ...(path === "" ? (api.paths ?? []).flatMap((own) => reservedPath(property, own)) : []),
  ];
}

function checkOnEdge({ api, path, pathProperty, property }: MappingInput): Finding[] {
  return [
    ...(api.type === "HTTP" ? httpApiOnEdge(property) : []),
    ...(mappingKeyProblem(path) === undefined && isMultiLevel(path) ? multiLevelKeyOnEdge(pathProperty, path) : []),
  ];
}

function checkTogether(mappings: readonly MappingInput[]): Finding[] {
  const byPath = new Map<string, MappingInput>();
  const byLetters = new Map<string, MappingInput>();
  const findings: Finding[] = [];
  for (const mapping of mappings) {
    const { path, pathProperty } = mapping;
    const same = byPath.get(path);
    const alike = byLetters.get(path.toLowerCase());
    if (same !== undefined) findings.push(...duplicateMapping(pathProperty, path, same.pathProperty));
    else if (alike !== undefined) findings.push(...mappingKeysDifferByCase(pathProperty, path, alike.path));
    if (same === undefined) byPath.set(path, mapping);
    if (alike === undefined) byLetters.set(path.toLowerCase(), mapping);
  }
  return [...findings, ...[...byPath.values()].flatMap((mapping) => checkHidden(mapping, byPath))];
}

/** The paths of other APIs that a mapping takes away: those of every mapping that its own path is below. */
function checkHidden(mapping: MappingInput, byPath: ReadonlyMap<string, MappingInput>): Finding[] {
  return keysAbove(mapping.path).flatMap((key) => {
    const other = byPath.get(key);
    const below = pathBelow(key, mapping.path);
    const hidden = other?.api.paths?.find((path) => path === below || path.startsWith(`${below}/`));
    return other === undefined || hidden === undefined
      ? []
      : mappingShadowsPath(mapping.pathProperty, mapping.path, hidden, other.property);
  });
}

/** `""` and `v1` for `v1/orders`. */
function keysAbove(key: string): string[] {
  if (key === "") return [];
  const parts = key.split("/");
  return parts.map((_, index) => parts.slice(0, index).join("/"));
}
