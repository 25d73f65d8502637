import { checkCors } from "../../../lib/gateway/core/check-cors";
import { checkSiblings } from "../../../lib/gateway/core/check-paths";
import { checkPathCors } from "../../../lib/gateway/path-cors";
import { parseResourcePath } from "../../../lib/gateway/core/resource-path";
import { documentHasOperation } from "../../../lib/rules/gateway/document-has-operation";
import { documentInvalid } from "../../../lib/rules/gateway/document-invalid";
import { duplicateAuthorizer } from "../../../lib/rules/gateway/duplicate-authorizer";
import { endpointNotInDocument } from "../../../lib/rules/gateway/endpoint-not-in-document";
import { integrationMissing } from "../../../lib/rules/gateway/integration-missing";
import { refusedValue } from "../../../lib/rules/gateway/refused-value";
import { requestParameterSyntax } from "../../../lib/rules/gateway/request-parameter-syntax";
import { RuleCase, tells } from "./rule-case";

const P = "endpoints[0]";

const cors = (options: Parameters<typeof checkCors>[0]) => checkCors(options, "cors", () => false);
const preflights = (...paths: string[]) =>
  checkPathCors(
    paths.map((path, index) => ({ method: "GET", path, cors: { allowOrigins: [`https://${index}.example.com`] } })),
    [],
  );
const siblings = (...paths: string[]) =>
  checkSiblings(paths.map((text, index) => ({ property: `[${index}]`, path: parseResourcePath(text).path! })));

/** The rules that only a whole API meets. */
export const REST_API_CASES: readonly RuleCase[] = [
  tells("gateway/cors-credentials", "credentials for everybody", "cors.allowOrigins", () =>
    cors({ allowOrigins: ["*"], allowCredentials: true }),
  ),
  tells("gateway/cors-credentials", "credentials for one origin", undefined, () =>
    cors({ allowOrigins: ["https://a.example"], allowCredentials: true }),
  ),
  tells("gateway/cors-value", "an origin with a path", "cors.allowOrigins[0]", () =>
    cors({ allowOrigins: ["https://a.example/"] }),
  ),
  tells("gateway/cors-value", "an origin without one", undefined, () => cors({ allowOrigins: ["https://a.example"] })),
  tells("gateway/duplicate-authorizer", "one name twice", P, () => duplicateAuthorizer(P, "users")),
  tells("gateway/duplicate-preflight", "two answers for a path", "endpoints[1].cors", () => preflights("/a", "/a")),
  tells("gateway/duplicate-preflight", "one for each of two", undefined, () => preflights("/a", "/b")),
  tells("gateway/document-has-operation", "an operation said twice", P, () => documentHasOperation(P, "authorization")),
  tells("gateway/document-invalid", "a list", P, () => documentInvalid(P, [], "it is a list")),
  tells("gateway/endpoint-not-in-document", "a misspelt path", P, () =>
    endpointNotInDocument(P, "GET /cat", ["GET /cats"]),
  ),
  tells("gateway/endpoint-not-in-document", "an empty document", P, () => endpointNotInDocument(P, "GET /cat", [])),
  tells("gateway/integration-missing", "an endpoint alone", P, () => integrationMissing(P)),
  tells("gateway/refused-value", "a timeout of a minute", P, () => refusedValue(P, 60_000, "50 to 29000")),
  tells("gateway/request-parameter-syntax", "the body", P, () => requestParameterSyntax(P, "method.request.body")),
  tells("gateway/sibling-path-parameters", "two names for one place", "[1]", () => siblings("/{a}", "/{b}")),
  tells("gateway/sibling-path-parameters", "one name for one place", undefined, () => siblings("/{a}", "/{a}/b")),
];
