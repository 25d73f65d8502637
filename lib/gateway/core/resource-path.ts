/** A path parameter: `{id}` takes one segment, `{proxy+}` all that are left. */
export interface PathParameter {
  readonly name: string;
  readonly greedy: boolean;
}

export interface PathSegment {
  /** The segment as written, braces included. */
  readonly text: string;
  readonly parameter?: PathParameter;
}

/** The path of an API Gateway resource; the root has no segment. */
export interface ResourcePath {
  /** With a leading slash and without a trailing one. */
  readonly text: string;
  readonly segments: readonly PathSegment[];
}

export type PathParseResult =
  | { readonly path: ResourcePath; readonly problem?: undefined }
  | { readonly path?: undefined; readonly problem: string };

const PARAMETER = /^\{([A-Za-z0-9._-]+)(\+?)\}$/;
const LITERAL = /^[A-Za-z0-9._:,-]+$/;

/**
 * Reads a resource path. A missing leading slash is added and a trailing one dropped, because no resource of API
 * Gateway has it; anything else that API Gateway would refuse is a problem, told in words.
 */
export function parseResourcePath(text: string): PathParseResult {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const result = parse(text);
  parsed.set(text, result);
  return result;
}

/** A path is asked for by each of the decisions about its endpoint. */
const parsed = new Map<string, PathParseResult>();

function parse(text: string): PathParseResult {
  const bare = text.replace(/^\//, "").replace(/(?<=[^/])\/$/, "");
  const segments = bare === "" ? [] : bare.split("/").map(parseSegment);
  const problem = findProblem(segments);
  if (problem !== undefined) return { problem };
  return { path: { text: `/${bare}`, segments } };
}

/** Puts a base path before a path. */
export function joinPaths(basePath: string, path: string): string {
  return `${basePath.replace(/\/$/, "")}/${path.replace(/^\//, "")}`;
}

/** The names of the path's parameters, in their order. */
export function pathParameters(path: Pick<ResourcePath, "segments">): PathParameter[] {
  return path.segments.flatMap((segment) => segment.parameter ?? []);
}

function parseSegment(text: string): PathSegment {
  const [, name, plus] = PARAMETER.exec(text) ?? [];
  return name === undefined ? { text } : { text, parameter: { name, greedy: plus === "+" } };
}

function findProblem(segments: readonly PathSegment[]): string | undefined {
  const names = pathParameters({ segments }).map(({ name }) => name);
  for (const [index, { text, parameter }] of segments.entries()) {
    if (text === "") return "it has an empty segment";
    if (parameter === undefined && !LITERAL.test(text))
      return `its segment ${JSON.stringify(text)} has other characters`;
    if (parameter?.greedy && index < segments.length - 1) return `${text} is greedy and not the last segment`;
    if (parameter && names.indexOf(parameter.name) !== names.lastIndexOf(parameter.name)) {
      return `the parameter ${parameter.name} stands in it twice`;
    }
  }
  return undefined;
}
