import { AUTHORIZATION_HEADER } from "../../gateway/core/guarded-endpoints";
import { missingKey } from "../../rules/serverless/missing-key";
import { AuthorizerModel } from "./caching-model";
import { compact } from "./read-caching";
import { intrinsicOf } from "./source-node";
import { Known, ReadValue, ValueReader } from "./value-reader";

const ALLOWED = "aws_iam, the name or ARN of an authorizer, or an object with name, arn, or type and authorizerId";

const KEYS = [
  "name",
  "arn",
  "authorizerId",
  "type",
  "resultTtlInSeconds",
  "identitySource",
  "identityValidationExpression",
  "scopes",
  "claims",
  "managedExternally",
];

const TYPES = ["TOKEN", "REQUEST", "COGNITO_USER_POOLS", "CUSTOM", "AWS_IAM"];

/** Who an authorizer is, in the order in which the framework looks for it. */
export interface AuthorizerTarget {
  readonly kind: "iam" | "cognito" | "lambda";
  /** What the event says: `TOKEN`, `REQUEST`, `COGNITO_USER_POOLS`, `CUSTOM`; undefined for nothing. */
  readonly type?: string;
  /** The id of an authorizer that exists already. */
  readonly authorizerId?: Known<string>;
  /** The ARN of a function or of a user pool. */
  readonly arn?: Known<string>;
  /** A function of the service. */
  readonly functionName?: string;
}

/** Reads as much of an `authorizer` as tells one from another, and which scopes it wants. */
export function readAuthorizer(reader: ValueReader, value: ReadValue | undefined): AuthorizerModel | undefined {
  if (value === undefined) return undefined;
  const map = authorizerMap(value);
  if (map !== undefined) reader.checkKeys(map, KEYS);
  const target = readAuthorizerTarget(reader, value);
  if (target === undefined) return undefined;
  const writtenAt = reader.property(value);
  if (target.kind === "iam") return { name: "AWS_IAM", scopes: [], writtenAt, identity: ["AWS_IAM"] };
  const given = map === undefined ? value : (reader.get(map, "name") ?? reader.get(map, "arn") ?? reader.get(map, "authorizerId")); // prettier-ignore
  const name = nameOf(reader, given!);
  if (name === undefined) return undefined;
  const scopes = reader.list(reader.get(map, "scopes")).flatMap((scope) => reader.literalText(scope, "a scope") ?? []);
  const identity = identityOf(reader, map, target);
  return compact<AuthorizerModel>({ name, scopes, writtenAt, identity, functionName: target.functionName });
}

/** An authorizer that says more than a name or an ARN. */
export function authorizerMap(value: ReadValue): ReadValue | undefined {
  return value.node.kind === "map" && intrinsicOf(value.node) === undefined ? value : undefined;
}

/** Reads who an authorizer is; undefined for nobody, which has been told. */
export function readAuthorizerTarget(reader: ValueReader, value: ReadValue): AuthorizerTarget | undefined {
  const map = authorizerMap(value);
  return map === undefined ? targetOf(reader, value, undefined) : readObject(reader, map);
}

function readObject(reader: ValueReader, map: ReadValue): AuthorizerTarget | undefined {
  const type = readType(reader, reader.get(map, "type"));
  const [id, arn] = [reader.get(map, "authorizerId"), reader.get(map, "arn")];
  if (id !== undefined && type !== undefined) {
    const kind = type === "COGNITO_USER_POOLS" ? "cognito" : "lambda";
    return { kind, type, authorizerId: reader.text(id, "the id of an authorizer") };
  }
  if (type === "AWS_IAM") return { kind: "iam" };
  const named = arn ?? reader.get(map, "name");
  if (named !== undefined) return targetOf(reader, named, type);
  return id === undefined ? reader.wrong(map, ALLOWED) : refuseWithoutType(reader, map);
}

function refuseWithoutType(reader: ValueReader, map: ReadValue): undefined {
  const property = reader.property({ ...map, path: `${map.path}.type` });
  reader.report(missingKey(property, "the type of the authorizer: token, request or cognito_user_pools"));
}

function readType(reader: ValueReader, value: ReadValue | undefined): string | undefined {
  const allowed = "token, request, cognito_user_pools, custom or aws_iam";
  const type = reader.literalText(value, allowed)?.toUpperCase();
  return type === undefined || TYPES.includes(type) ? type : reader.wrong(value!, allowed);
}

/** What a name or an ARN means. */
function targetOf(reader: ValueReader, named: ReadValue, type: string | undefined): AuthorizerTarget | undefined {
  const text = reader.text(named, ALLOWED);
  if (text === undefined) return undefined;
  if (typeof text === "object" || text.startsWith("arn:")) {
    return compact<AuthorizerTarget>({ kind: kindOf(text, type), type, arn: text });
  }
  if (text.toUpperCase() === "AWS_IAM") return { kind: "iam" };
  if (text.trim() === "" || text.includes(":")) return reader.wrong(named, ALLOWED);
  if (kindOf(text, type) === "cognito") {
    return reader.wrong(named, "the ARN of a user pool, as arn", "Add arn, or type and authorizerId.");
  }
  return compact<AuthorizerTarget>({ kind: "lambda", type, functionName: text });
}

function kindOf(text: Known<string>, type: string | undefined): "cognito" | "lambda" {
  const isPool = typeof text === "string" && text.includes(":cognito-idp:");
  return isPool || type === "COGNITO_USER_POOLS" ? "cognito" : "lambda";
}

const LAMBDA_ARN = /^arn:[^:]*:lambda:[^:]*:[^:]*:function:(.+)$/s;

/**
 * A name as it is; of the ARN of a function its name, with the alias or version; of another ARN what comes last; of a
 * resource its logical id.
 */
function nameOf(reader: ValueReader, value: ReadValue): string | undefined {
  const text = reader.text(value, ALLOWED);
  if (text === undefined) return undefined;
  if (typeof text === "object") return /^!(?:Ref|GetAtt) (\w+)/.exec(text.original)?.[1] ?? text.original;
  if (text.trim() === "") return reader.wrong(value, ALLOWED);
  const [, ofFunction] = LAMBDA_ARN.exec(text) ?? [];
  return ofFunction === undefined ? text.replace(/^arn:.*[:/]/s, "") : ofFunction.replace(/:/g, "-");
}

/** What is not said is what the framework takes for it, so that it is no difference. */
function identityOf(reader: ValueReader, map: ReadValue | undefined, target: AuthorizerTarget): string[] {
  const who = whoOf(target);
  if (target.authorizerId !== undefined) return [who];
  const seconds = shown(reader.number(reader.get(map, "resultTtlInSeconds"), "a number of seconds") ?? 300);
  const pattern = reader.text(reader.get(map, "identityValidationExpression"), "a regular expression");
  const isExternal = reader.literalFlag(reader.get(map, "managedExternally")) === true;
  return [
    who,
    `identitySource ${sourceOf(reader, map, target.type === "REQUEST" && seconds === "0")}`,
    `resultTtlInSeconds ${seconds}`,
    ...(pattern === undefined ? [] : [`identityValidationExpression ${shown(pattern)}`]),
    ...(isExternal ? ["managedExternally"] : []),
  ];
}

function whoOf({ kind, type, authorizerId, arn, functionName = "" }: AuthorizerTarget): string {
  const what = kind === "cognito" ? "user pool" : type === "REQUEST" ? "request authorizer" : "token authorizer";
  if (authorizerId !== undefined) return `${what} with authorizerId ${shown(authorizerId)}`;
  return arn === undefined ? `${what} with the function ${functionName}` : `${what} ${shown(arn)}`;
}

/** Where it finds the caller; the framework takes no source where the function is asked about every request. */
function sourceOf(reader: ValueReader, map: ReadValue | undefined, isAskedEachTime: boolean): string {
  const source = reader.text(reader.get(map, "identitySource"), "where the caller is found") ?? "";
  if (source !== "") return shown(source).replace(/\s/g, "");
  return isAskedEachTime ? "none" : AUTHORIZATION_HEADER;
}

function shown(value: Known<string> | Known<number>): string {
  return typeof value === "object" ? value.original : String(value);
}
