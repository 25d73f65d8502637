import { readAuthorizer } from "../../../serverless/core/read-authorizer";
import { compact } from "../../../serverless/core/read-caching";
import { intrinsicOf } from "../../../serverless/core/source-node";
import { Known, ReadValue, ValueReader } from "../../../serverless/core/value-reader";
import { AuthorizerDetails } from "./deployment-model";

/** Reads what an authorizer is; undefined for none, and for AWS_IAM, which needs nothing. */
export function readAuthorizerDetails(
  reader: ValueReader,
  value: ReadValue | undefined,
  functions: readonly string[],
  notes: string[],
): AuthorizerDetails | undefined {
  const key = readAuthorizer(reader, value)?.name;
  return value === undefined || key === undefined || key === "AWS_IAM"
    ? undefined
    : detailsOf(reader, value, key, functions, notes);
}

function detailsOf(
  reader: ValueReader,
  value: ReadValue,
  key: string,
  functions: readonly string[],
  notes: string[],
): AuthorizerDetails {
  const map = value.node.kind === "map" && intrinsicOf(value.node) === undefined ? value : undefined;
  const writtenAt = reader.property(value);
  const type = reader.literalText(reader.get(map, "type"))?.toUpperCase();
  const name = reader.text(map === undefined ? value : (reader.get(map, "arn") ?? reader.get(map, "name")));
  if (type === "COGNITO_USER_POOLS" || isPool(name)) {
    return compact<AuthorizerDetails>({ key, writtenAt, kind: "cognito", arn: arnOf(name), isToken: false });
  }
  if (type === "CUSTOM") notes.push(`${writtenAt}: ${TOKEN_ASSUMED}.`);
  const found = { key, writtenAt, kind: "lambda" as const, isToken: type !== "REQUEST", ...readOptions(reader, map) };
  return compact<AuthorizerDetails>({ ...found, arn: arnOf(name), localFunction: localName(name, functions) });
}

function localName(name: Known<string> | undefined, functions: readonly string[]): string | undefined {
  return typeof name === "string" && functions.includes(name) ? name : undefined;
}

const TOKEN_ASSUMED = "whether the function takes a token or the whole request is not said: a token is assumed";

function isPool(name: Known<string> | undefined): boolean {
  return typeof name === "string" && name.includes(":cognito-idp:");
}

/** Only an ARN says which function or pool is meant. */
function arnOf(name: Known<string> | undefined): Known<string> | undefined {
  return typeof name === "object" || name?.startsWith("arn:") ? name : undefined;
}

function readOptions(reader: ValueReader, map: ReadValue | undefined): Partial<AuthorizerDetails> {
  const source = reader.literalText(reader.get(map, "identitySource"), "where the caller is found");
  const sources = source?.split(",").map((one) => one.trim());
  return {
    identitySources: sources?.filter((one) => one !== ""),
    resultTtlSeconds: reader.number(reader.get(map, "resultTtlInSeconds"), "a number of seconds"),
    tokenPattern: reader.literalText(reader.get(map, "identityValidationExpression"), "a regular expression"),
  };
}
