import { AuthorizerTarget, authorizerMap, readAuthorizer, readAuthorizerTarget } from "../../../serverless/core/read-authorizer"; // prettier-ignore
import { compact } from "../../../serverless/core/read-caching";
import { Known, ReadValue, ValueReader } from "../../../serverless/core/value-reader";
import { AuthorizerDetails } from "./deployment-model";

/** Reads what an authorizer is; undefined for none, and for AWS_IAM, which needs nothing. */
export function readAuthorizerDetails(
  reader: ValueReader,
  value: ReadValue | undefined,
  notes: string[],
): AuthorizerDetails | undefined {
  const model = readAuthorizer(reader, value);
  if (value === undefined || model === undefined || model.name === "AWS_IAM") return undefined;
  const target = readAuthorizerTarget(reader, value)!;
  const map = authorizerMap(value);
  const { name: key, writtenAt } = model;
  noteWhatIsLeft(reader, map, target, writtenAt, notes);
  return compact<AuthorizerDetails>({
    key,
    writtenAt,
    kind: target.kind === "cognito" ? "cognito" : "lambda",
    isToken: isToken(target),
    arn: target.arn,
    localFunction: target.functionName,
    isExternal: reader.literalFlag(reader.get(map, "managedExternally")),
    ...readOptions(reader, map, target),
  });
}

/** Whether a Lambda authorizer gets the token alone: the framework takes that for granted. */
function isToken({ kind, type }: AuthorizerTarget): boolean {
  return kind === "lambda" && type !== "REQUEST";
}

function noteWhatIsLeft(
  reader: ValueReader,
  map: ReadValue | undefined,
  { type, kind, authorizerId }: AuthorizerTarget,
  writtenAt: string,
  notes: string[],
): void {
  if (type === "CUSTOM") notes.push(`${writtenAt}: ${TOKEN_ASSUMED}.`);
  if (authorizerId !== undefined) notes.push(`${writtenAt}: ${MADE_ANEW}.`);
  const claims = reader.get(map, "claims");
  if (claims !== undefined) notes.push(`${reader.property(claims)} is not carried over: ${CLAIMS}.`);
  const pattern = reader.get(map, "identityValidationExpression");
  if (pattern !== undefined && kind === "lambda" && type === "REQUEST") {
    notes.push(`${reader.property(pattern)} is not carried over: API Gateway takes it for tokens alone.`);
  }
}

const TOKEN_ASSUMED = "whether the function takes a token or the whole request is not said: a token is assumed";

const MADE_ANEW =
  "the authorizer is made anew for the new API: where it finds its callers, and how long it keeps its word, is what is written here, or else the Authorization header and 300 seconds";

const CLAIMS = "a function gets all claims of the token, below requestContext.authorizer, with lambda-proxy alone";

type Options = Pick<AuthorizerDetails, "identitySources" | "resultTtlSeconds" | "tokenPattern">;

function readOptions(reader: ValueReader, map: ReadValue | undefined, target: AuthorizerTarget): Options {
  const resultTtlSeconds = reader.number(reader.get(map, "resultTtlInSeconds"), "a number of seconds");
  return {
    identitySources: readSources(reader, reader.get(map, "identitySource"), target, resultTtlSeconds),
    resultTtlSeconds,
    tokenPattern: reader.literalText(reader.get(map, "identityValidationExpression"), "a regular expression"),
  };
}

/** A token is in one header; a function that is asked about every request needs nothing that tells them apart. */
function readSources(
  reader: ValueReader,
  value: ReadValue | undefined,
  target: AuthorizerTarget,
  resultTtlSeconds: Known<number> | undefined,
): string[] | undefined {
  const text = reader.literalText(value, "where the caller is found");
  const sources = (text ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const isRequest = target.kind === "lambda" && target.type === "REQUEST";
  if (sources.length === 0) return isRequest && resultTtlSeconds === 0 && target.authorizerId === undefined ? [] : undefined; // prettier-ignore
  const isHeader = sources.length === 1 && /^method\.request\.header\.[^.]/.test(sources[0]!);
  return isRequest || isHeader ? sources : reader.wrong(value!, "one method.request.header.NAME");
}
