import { encodeName } from "../../stack/encode-name";

/** Stands for nothing between two separators; no encoded name has it. */
const EMPTY = "-xE-";

/** Stands before a default; no encoded name has it. */
const OTHERWISE = "-xF-";

/** What is between two parts of an address. */
const SEPARATORS: { readonly [type: string]: string } = { ssm: "/", s3: "/" };

/**
 * The name of the Terraform variable that stands for a variable of the Serverless Framework: `cf_gateway-prod_RestApiId`
 * for `cf:gateway-prod.RestApiId`. Different variables have different names.
 *
 * @param head the source, with its parameters if it has some: `cf(us-east-1)`
 */
export function variableName(head: string, address: string, defaultValue?: string | number | boolean): string {
  const otherwise = defaultValue === undefined ? "" : `${OTHERWISE}${encodeName(JSON.stringify(defaultValue))}`;
  return `${encodeName(head)}_${encodeAddress(address, SEPARATORS[head.replace(/\(.*$/s, "")] ?? ".")}${otherwise}`;
}

/**
 * The name of the variable that stands for an intrinsic function of CloudFormation: `ImportValue_gateway-id`, and
 * `ImportValue_-xF-Sub_gateway-_Env` for `!ImportValue` of `!Sub gateway-${Env}`.
 */
export function intrinsicName(name: string, argument: unknown): string {
  const head = encodeName(name.replace(/^Fn::/, ""));
  if (typeof argument === "string") {
    return `${head}_${name === "Fn::Sub" ? encodeSubstitution(argument) : encodeAddress(argument, ".")}`;
  }
  const path = name === "Fn::GetAtt" ? attributePath(argument) : undefined;
  if (path !== undefined) return `${head}_${encodeAddress(path, ".")}`;
  const inner = innerIntrinsic(argument);
  // What begins like this is no encoded text, and no name of a function begins as JSON does.
  return `${head}_${OTHERWISE}${inner === undefined ? encodeName(JSON.stringify(argument)) : intrinsicName(...inner)}`;
}

/** The one function that an argument is. */
export function innerIntrinsic(argument: unknown): [name: string, argument: unknown] | undefined {
  if (typeof argument !== "object" || argument === null || Array.isArray(argument)) return undefined;
  const [entry, ...others] = Object.entries(argument);
  const isOne = entry !== undefined && others.length === 0 && /^(?:Ref|Fn::[A-Za-z]+)$/.test(entry[0]);
  return isOne ? entry : undefined;
}

/** Text and what is put into it, one after the other. */
function encodeSubstitution(text: string): string {
  const parts = text.split(/\$\{([^{}]*)\}/);
  const last = parts.at(-1) === "" && parts.length > 1 ? -1 : parts.length;
  return parts.slice(0, last).map(encodePart).join("_");
}

/** The resource's name has no dot. */
function attributePath(argument: unknown): string | undefined {
  if (!Array.isArray(argument) || argument.length !== 2) return undefined;
  const [resource, attribute] = argument as unknown[];
  const isPath = typeof resource === "string" && typeof attribute === "string" && !resource.includes(".");
  return isPath ? `${resource}.${attribute}` : undefined;
}

function encodeAddress(address: string, separator: string): string {
  const [first = "", ...rest] = address.split(separator);
  // A path of the parameter store begins with its separator.
  const start = first === "" && separator === "/" && rest.length > 0 ? "" : encodePart(first);
  return [start, ...rest.map(encodePart)].join("_");
}

function encodePart(part: string): string {
  return part === "" ? EMPTY : encodeName(part);
}
