import { IntegrationResponseDefinition } from "../../../gateway/core/open-api/endpoint-operation";
import { hasSubdomains } from "../../../gateway/core/open-api/preflight";
import { CorsModel } from "../../../serverless/core/caching-model";

/** Writes the names and values of `$map` as JSON. */
const PAIRS = [
  "#define($pairs){",
  "#foreach($name in $map.keySet())",
  `"$name": "$util.escapeJavaScript($map.get($name)).replaceAll("\\\\'", "'")"`,
  "#if($foreach.hasNext), #end",
  "#end",
  "}#end",
].join("");

const MAPS: readonly (readonly [string, string])[] = [
  ["headers", "$input.params().header"],
  ["query", "$input.params().querystring"],
  ["path", "$input.params().path"],
  ["identity", "$context.identity"],
  ["stageVariables", "$stageVariables"],
];

/**
 * What a function gets of a request without the proxy, under the names that the Serverless Framework gives its parts.
 *
 * Source: https://www.serverless.com/framework/docs/providers/aws/events/apigateway#lambda-integration
 */
export const LAMBDA_REQUEST = [
  PAIRS,
  "{",
  `"body": $input.json("$"),`,
  `"method": "$context.httpMethod",`,
  `"stage": "$context.stage",`,
  `"requestPath": "$context.resourcePath",`,
  `"principalId": "$context.authorizer.principalId",`,
  MAPS.map(([name, map]) => `#set($map = ${map})"${name}": $pairs`).join(","),
  "}",
].join("");

const STATUSES = ["400", "401", "403", "404", "422", "500", "502", "504"];

/** What a function fails with when it says nothing of a status itself. */
const BY_ITSELF: { readonly [status: string]: string } = {
  "500": "[\\s\\S]*Process\\s?exited\\s?before\\s?completing\\s?request[\\s\\S]*",
  "504": "[\\s\\S]*Task timed out after \\d+\\.\\d+ seconds[\\s\\S]*",
};

/**
 * The answers to what a function returns or throws: an error whose message has a status in brackets is an answer with
 * that status.
 *
 * Source: https://www.serverless.com/framework/docs/providers/aws/events/apigateway#status-codes
 */
export function lambdaResponses(cors: AnswerCors | undefined): IntegrationResponseDefinition[] {
  const headers = cors === undefined ? {} : { responseParameters: corsHeaders(cors) };
  return [
    { statusCode: "200", ...headers },
    ...STATUSES.map((statusCode) => ({ statusCode, selectionPattern: patternOf(statusCode), ...headers })),
  ];
}

/** What every answer says of the one origin that may read it. */
export interface AnswerCors {
  readonly allowOrigin: string;
  readonly allowCredentials: boolean;
}

/** Whether a header that does not depend on the request can say which origin is allowed. */
export function namesOneOrigin({ allowOrigins: [origin, ...others] }: CorsModel): boolean {
  if (origin === undefined || others.length > 0) return false;
  return typeof origin === "object" || !hasSubdomains(origin);
}

function corsHeaders({ allowOrigin, allowCredentials }: AnswerCors): { [name: string]: string } {
  return {
    "method.response.header.Access-Control-Allow-Origin": `'${allowOrigin}'`,
    ...(allowCredentials ? { "method.response.header.Access-Control-Allow-Credentials": "'true'" } : {}),
  };
}

function patternOf(status: string): string {
  const named = `[\\s\\S]*\\[${status}\\][\\s\\S]*`;
  const other = BY_ITSELF[status];
  return other === undefined ? named : `${named}|${other}`;
}
