import { MethodFacts } from "../plan-input";
import {
  INTEGRATION,
  OpenApiDocument,
  Operation,
  asList,
  asRecord,
  asText,
  resolveReference,
  securitySchemesOf,
} from "./document";

const VALIDATOR = "x-amazon-apigateway-request-validator";

/** What a document says of one of its operations. */
export function operationFacts(document: OpenApiDocument, operation: Operation): MethodFacts {
  const integration = asRecord(resolveReference(document, operation[INTEGRATION]));
  return {
    integrationType: asText(integration.type)?.toUpperCase(),
    declaredKeys: asList(integration.cacheKeyParameters).flatMap((name) => asText(name) ?? []),
    declaredMappings: onlyTexts(asRecord(integration.requestParameters)),
    declaredNamespace: asText(integration.cacheNamespace),
    validatesParameters: VALIDATOR in operation || VALIDATOR in document ? undefined : false,
    ...authorization(document, operation),
  };
}

/**
 * An operation's own `security` replaces the document's, and its authorization type replaces both. A scheme with
 * neither an authtype nor an authorizer is an API key.
 *
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-auth.html
 */
function authorization(
  document: OpenApiDocument,
  operation: Operation,
): Pick<MethodFacts, "authorization" | "identitySources"> {
  const own = asText(asRecord(operation["x-amazon-apigateway-auth"]).type)?.toUpperCase();
  if (own !== undefined) return { authorization: own };
  const requirements = asList(operation.security ?? document.security);
  const schemes = securitySchemesOf(document);
  for (const name of requirements.flatMap((requirement) => Object.keys(asRecord(requirement)))) {
    const scheme = asRecord(resolveReference(document, schemes[name]));
    const type = authorizationType(scheme);
    if (type !== undefined) return { authorization: type, identitySources: identitySources(scheme) };
  }
  return { authorization: "NONE" };
}

/** The origins that a preflight operation lets in; undefined where it says nothing of them. */
export function allowedOrigins(preflight: Operation): string[] | undefined {
  const responses = Object.values(asRecord(asRecord(preflight[INTEGRATION]).responses));
  const origins = responses.flatMap((response) => {
    const value = asRecord(asRecord(response).responseParameters)["method.response.header.Access-Control-Allow-Origin"];
    return typeof value === "string" ? [value.replace(/^'(.*)'$/, "$1")] : [];
  });
  return origins.length === 0 ? undefined : origins;
}

/**
 * The authorization of a security scheme; undefined for an API key. Only `awsSigv4` is a reserved word; any other
 * authtype is the user's own name for what a Lambda function does.
 *
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html
 */
export function authorizationType(scheme: Record<string, unknown>): string | undefined {
  const authtype = asText(scheme["x-amazon-apigateway-authtype"])?.toLowerCase();
  const authorizer = asText(asRecord(scheme["x-amazon-apigateway-authorizer"]).type)?.toLowerCase();
  if (authtype === "awssigv4") return "AWS_IAM";
  if ([authtype, authorizer].includes("cognito_user_pools")) return "COGNITO_USER_POOLS";
  return authtype === undefined && authorizer === undefined ? undefined : "CUSTOM";
}

function identitySources(scheme: Record<string, unknown>): string[] {
  const sources = asText(asRecord(scheme["x-amazon-apigateway-authorizer"]).identitySource);
  return sources?.split(",").map((source) => source.trim()) ?? [`method.request.header.${asText(scheme.name)}`];
}

function onlyTexts(object: Record<string, unknown>): { [name: string]: string } {
  return Object.fromEntries(
    Object.entries(object).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
