import { INTEGRATION, OpenApiDocument, Operation } from "./document";
import { textType } from "./inject-keys";

/** Which pages of other origins may read the answers. */
export interface Preflight {
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders?: readonly string[];
  readonly allowCredentials?: boolean;
  readonly maxAgeSeconds?: number;
}

const ORIGIN = "Access-Control-Allow-Origin";

/** Whether an origin stands for the subdomains of a host: `https://*.example.com`. */
export function hasSubdomains(origin: string): boolean {
  return origin.includes("://*.");
}

/**
 * The `OPTIONS` operation that answers a browser's preflight request without the backend. A header can carry one
 * origin: where several are allowed, the template puts in the one that asked, if it is among them.
 *
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
export function preflightOperation(document: OpenApiDocument, preflight: Preflight): Operation {
  const headers = preflightHeaders(preflight);
  const type = textType(document);
  const { allowOrigins } = preflight;
  const isOneOfSeveral = !allowOrigins.includes("*") && (allowOrigins.length > 1 || allowOrigins.some(hasSubdomains));
  return {
    responses: {
      "204": {
        description: "Preflight",
        headers: Object.fromEntries(Object.keys(headers).map((name) => [name, type])),
      },
    },
    [INTEGRATION]: {
      type: "mock",
      requestTemplates: { "application/json": '{"statusCode": 204}' },
      responses: {
        default: {
          statusCode: "204",
          responseParameters: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [`method.response.header.${name}`, `'${value}'`]),
          ),
          ...(isOneOfSeveral ? { responseTemplates: { "application/json": originTemplate(allowOrigins) } } : {}),
        },
      },
    },
  };
}

function preflightHeaders(preflight: Preflight): { [name: string]: string } {
  const { allowOrigins } = preflight;
  const named = allowOrigins.find((allowed) => !hasSubdomains(allowed)) ?? allowOrigins[0] ?? "*";
  const origin = allowOrigins.includes("*") ? "*" : named;
  return {
    "Access-Control-Allow-Headers": preflight.allowHeaders.join(","),
    "Access-Control-Allow-Methods": preflight.allowMethods.join(","),
    [ORIGIN]: origin,
    ...(origin === "*" ? {} : { Vary: "Origin" }),
    ...(preflight.exposeHeaders ? { "Access-Control-Expose-Headers": preflight.exposeHeaders.join(",") } : {}),
    ...(preflight.allowCredentials ? { "Access-Control-Allow-Credentials": "true" } : {}),
    ...(preflight.maxAgeSeconds === undefined ? {} : { "Access-Control-Max-Age": String(preflight.maxAgeSeconds) }),
  };
}

function originTemplate(origins: readonly string[]): string {
  const tests = origins.map(originTest).join(" || ");
  return [
    '#set($origin = $input.params().header.get("Origin"))',
    '#if(!$origin || $origin == "") #set($origin = $input.params().header.get("origin")) #end',
    `#if(${tests}) #set($context.responseOverride.header.${ORIGIN} = $origin) #end`,
  ].join("\n");
}

/** The pattern has no backslash, which would have to be doubled in the text of a template. */
function originTest(origin: string): string {
  if (!hasSubdomains(origin)) return `$origin == "${origin}"`;
  const [scheme, host] = origin.split("*.").map((part) => part.replace(/[.+]/g, "[$&]"));
  return `$origin.matches("${scheme}([A-Za-z0-9-]+[.])+${host}")`;
}
