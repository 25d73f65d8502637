import { Finding } from "../../rules/finding";
import { siblingPathParameters } from "../../rules/gateway/sibling-path-parameters";
import { ResourcePath } from "./resource-path";

/** A path and where the user wrote it. */
export interface LocatedPath {
  readonly property: string;
  readonly path: ResourcePath;
}

/** Finds path parameters of different names below one resource, which API Gateway refuses. */
export function checkSiblings(paths: readonly LocatedPath[]): Finding[] {
  const parameterBelow = new Map<string, string>();
  return paths.flatMap(({ property, path }) => {
    let parent = "";
    for (const { text, parameter } of path.segments) {
      const sibling = parameterBelow.get(parent);
      if (parameter !== undefined && sibling !== undefined && sibling !== text) {
        return siblingPathParameters(property, text, sibling);
      }
      if (parameter !== undefined) parameterBelow.set(parent, text);
      parent = `${parent}/${text}`;
    }
    return [];
  });
}
