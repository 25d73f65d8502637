import { CognitoAuthorizerOptions, LambdaAuthorizerOptions } from "../../gateway/rest-authorizer";
import { ILambdaTarget } from "../../gateway/rest-integration";
import { compact } from "../../serverless/core/read-caching";
import { encodeName } from "../../stack/encode-name";
import { AuthorizerBlueprint } from "./blueprint";
import { AuthorizerDetails } from "./core/deployment-model";
import { Drawing } from "./drawing";

export interface AuthorizersBlueprint {
  readonly authorizers: readonly AuthorizerBlueprint[];
  /** What the API's definition has to say of authorizers that take a token alone. */
  readonly definitionOverrides?: { [name: string]: unknown };
}

/** The authorizers of the service, each once. */
export function drawAuthorizers(
  drawing: Drawing,
  details: readonly AuthorizerDetails[],
  region: string,
): AuthorizersBlueprint {
  const byKey = new Map([...details].reverse().map((one) => [one.key, one] as const));
  const all = [...byKey.values()].reverse();
  const authorizers = all.map((one) => drawAuthorizer(drawing, one, region));
  const tokens = all.flatMap((one, index) =>
    one.kind === "lambda" && one.isToken ? [[authorizers[index]!.name, tokenScheme(drawing, one)] as const] : [],
  );
  if (tokens.length === 0) return { authorizers };
  return { authorizers, definitionOverrides: { components: { securitySchemes: Object.fromEntries(tokens) } } };
}

function drawAuthorizer(drawing: Drawing, one: AuthorizerDetails, region: string): AuthorizerBlueprint {
  const { key, writtenAt, kind, localFunction, arn } = one;
  // A name of the definition may have these characters and no other.
  const name = /^[A-Za-z0-9._-]+$/.test(key) ? key : encodeName(key);
  const known = arn === undefined ? undefined : drawing.registry.text(arn);
  if (kind === "cognito") {
    const userPoolArn = known ?? unknownPool(drawing, key);
    return { key, writtenAt, name, userPoolArn, userPoolOptions: poolOptionsOf(drawing, one) };
  }
  const options = optionsOf(drawing, one);
  if (localFunction !== undefined) return { key, writtenAt, name, lambda: drawing.ownLambda(localFunction), options };
  return { key, writtenAt, name, target: targetOf(known ?? unknownFunction(drawing, key), region), options };
}

/** The framework does not look a function of somewhere else up either: its ARN may have an alias, or another account. */
function targetOf(arn: string, region: string): ILambdaTarget {
  return {
    invokeArn: `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`,
    functionName: arn,
  };
}

function optionsOf(
  drawing: Drawing,
  { identitySources, resultTtlSeconds, isExternal }: AuthorizerDetails,
): LambdaAuthorizerOptions {
  return compact<LambdaAuthorizerOptions>({
    identitySources: identitySources && drawing.registry.texts(identitySources),
    resultTtlSeconds: resultTtlSeconds === undefined ? undefined : drawing.registry.number(resultTtlSeconds),
    createPermission: isExternal === true ? false : undefined,
  });
}

function poolOptionsOf(
  drawing: Drawing,
  { identitySources: [source] = [], resultTtlSeconds, tokenPattern }: AuthorizerDetails,
): CognitoAuthorizerOptions {
  const header = source?.replace(/^method\.request\.header\./, "");
  return compact<CognitoAuthorizerOptions>({
    tokenHeader: header === undefined || header === "Authorization" ? undefined : drawing.registry.text(header),
    resultTtlSeconds: resultTtlSeconds === undefined ? undefined : drawing.registry.number(resultTtlSeconds),
    identityValidationExpression: tokenPattern === undefined ? undefined : drawing.registry.text(tokenPattern),
  });
}

function unknownPool(drawing: Drawing, key: string): string {
  return drawing.variable({
    name: `user_pool_${encodeName(key)}`,
    original: `the ARN of the user pool of the authorizer ${key}`,
    terraformType: "string",
  });
}

function unknownFunction(drawing: Drawing, key: string): string {
  return drawing.variable({
    name: `authorizer_${encodeName(key)}`,
    original: `the ARN of the function of the authorizer ${key}`,
    terraformType: "string",
  });
}

/** The header that holds the token is that of the scheme; only a request authorizer has other sources. */
function tokenScheme(drawing: Drawing, { tokenPattern }: AuthorizerDetails): object {
  const pattern =
    tokenPattern === undefined ? {} : { identityValidationExpression: drawing.registry.text(tokenPattern) };
  return { "x-amazon-apigateway-authorizer": { type: "token", identitySource: null, ...pattern } };
}
