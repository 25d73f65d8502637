import { SharedStageCacheProps } from "../../../gateway/stage-cache-props";
import { ServerlessEndpoint } from "../../../serverless/serverless-props";
import { ApiBlueprint, Blueprint, LambdaBlueprint } from "../blueprint";
import { PLACEHOLDER } from "../placeholder";
import { TerraformDocument, TerraformVariableBlock } from "../terraform-document";
import { authorizerCode, backendCode } from "./backend-code";
import { Code, call, object, printNamed, print, raw, text } from "./code";
import { constantNames } from "./constant-names";
import { Constants } from "./constants";
import { importLines } from "./import-lines";
import { cacheCode, entriesOf, objectCode, valueCode } from "./values";

const INSIDE = "    ";

/** The source of an app that makes what the document says. */
export function mainSource(
  blueprint: Blueprint,
  { variable = {} }: TerraformDocument,
  shared: SharedStageCacheProps | undefined,
): string {
  const constants = new Constants();
  const parts = [
    Object.entries(variable).map(([name, block]) => variableStatement(name, block)),
    [statement(construct("AwsProvider", "aws", object([["region", text(blueprint.region)]])))],
    ...(blueprint.api === undefined ? [sharedStatements(shared!)] : apiStatements(blueprint, blueprint.api, constants)),
  ];
  const body = parts.filter((lines) => lines.length > 0).map((lines) => lines.join(""));
  const rest = [...constants.statements, classSource(blueprint, body.join("\n"))].join("\n");
  return `${importLines(rest)}\n${rest}`;
}

function classSource({ serviceName, fileName, api }: Blueprint, body: string): string {
  const of = /^[\w.-]+$/.test(serviceName) ? ` of ${serviceName}` : "";
  const file = /^[\w./-]+\.[a-z]+$/.test(fileName) ? fileName : "serverless.yml";
  const what = api === undefined ? "The cache settings" : "The API";
  return `/** ${what}${of}, as ${file} had it. The functions are still deployed by the Serverless Framework. */
class Api extends PortableStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
${body}  }
}

const app = new App();
new Api(app, ${text(stackName(serviceName)).text});
app.synth();
`;
}

/** The name of a stack, a directory and a package. */
export function stackName(serviceName: string): string {
  const name = serviceName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name === "" ? "api" : name.slice(0, 100);
}

function variableStatement(name: string, { type, description, default: otherwise }: TerraformVariableBlock): string {
  const options = objectCode({ type, description, default: otherwise });
  return statement(construct("TerraformVariable", name, options));
}

function sharedStatements(props: SharedStageCacheProps): string[][] {
  const { additionalEndpoints = [], ...rest } = props;
  const { enabled: _, ...settings } = rest;
  const options = object([
    ...(rest.enabled === false ? entriesOf(rest) : entriesOf(settings)),
    ["additionalEndpoints", { kind: "list", items: additionalEndpoints.map(cacheCode) }],
  ]);
  return [[statement(call("StageCache.shared", raw("this"), text("cache"), options))]];
}

function apiStatements(blueprint: Blueprint, api: ApiBlueprint, constants: Constants): string[][] {
  const names = constantNames(blueprint, api);
  const functions = blueprint.lambdas.map((lambda) => named(names.functions.get(lambda.id)!, lambdaCode(lambda)));
  const authorizers = api.authorizers.map((authorizer) =>
    named(names.authorizers.get(authorizer.key)!, authorizerCode(authorizer, names.functions)),
  );
  const { cache = {}, policy, ...settings } = api.props;
  const items = api.endpoints.map(({ endpoint, backend }) => {
    const integration = backendCode(backend, names.functions, constants);
    return endpointCode(endpoint, integration, names.authorizers);
  });
  const props = object([
    ...entriesOf(settings),
    ["policy", policy === undefined ? undefined : call("JSON.stringify", valueCode(JSON.parse(policy)))],
    ["cache", cacheCode(cache)],
    ["endpoints", { kind: "list", items: items.length === 0 ? [placeholder()] : items }],
  ]);
  const output = construct("TerraformOutput", "url", object([["value", raw("api.stage.invokeUrl")]]));
  return [
    functions,
    authorizers,
    [named("api", construct("CachedRestApi", "api", props))],
    api.permissions.map((id) => {
      const { alias } = blueprint.lambdas.find((lambda) => lambda.id === id)!;
      return permissionStatement(id, names.functions.get(id)!, alias);
    }),
    [statement(output)],
  ];
}

function placeholder(): Code {
  const { method, path } = PLACEHOLDER;
  return object([
    ["method", text(method)],
    ["path", text(path)],
    ["integration", call("RestIntegration.mock")],
  ]);
}

function endpointCode(endpoint: ServerlessEndpoint, integration: Code, authorizers: ReadonlyMap<string, string>): Code {
  const { httpMethod, path, cache, authorizer, authorizationScopes, apiKeyRequired } = endpoint;
  const { requestParameters, validateRequestParameters, cors } = endpoint;
  return object([
    ["method", text(httpMethod)],
    ["path", text(path)],
    ["integration", integration],
    ["cache", cache && cacheCode(cache)],
    ["authorizer", authorizer === undefined ? undefined : authorizerReference(authorizer, authorizers)],
    ...entriesOf({ authorizationScopes, apiKeyRequired, requestParameters, validateRequestParameters, cors }),
  ]);
}

function authorizerReference(key: string, authorizers: ReadonlyMap<string, string>): Code {
  const name = authorizers.get(key);
  return name === undefined ? call("RestAuthorizer.iam") : raw(name);
}

function lambdaCode({ id, functionName, alias }: LambdaBlueprint): Code {
  const options: [string, Code | undefined][] = [
    ["functionName", text(functionName)],
    ["name", alias === undefined ? undefined : text(alias)],
  ];
  return construct(alias === undefined ? "DataAwsLambdaFunction" : "DataAwsLambdaAlias", id, object(options));
}

function permissionStatement(id: string, name: string, alias: string | undefined): string {
  const options = object([
    ["action", text("lambda:InvokeFunction")],
    ["functionName", raw(`${name}.functionName`)],
    ["principal", text("apigateway.amazonaws.com")],
    ["qualifier", alias === undefined ? undefined : text(alias)],
    ["sourceArn", raw("`${api.restApi.executionArn}/*/*`")],
  ]);
  return statement(construct("LambdaPermission", `${id}-permission`, options));
}

function construct(name: string, id: string, options: Code): Code {
  return call(`new ${name}`, raw("this"), text(id), options);
}

function statement(code: Code): string {
  return `${INSIDE}${print(code, INSIDE, INSIDE.length, 1)};\n`;
}

function named(name: string, code: Code): string {
  return `${INSIDE}${printNamed(`const ${name} =`, code, INSIDE, 1)};\n`;
}
