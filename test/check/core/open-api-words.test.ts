import { inTerraformWords } from "../../../lib/check/core/terraform-words";
import { Finding } from "../../../lib/rules/finding";
import { bodyKeyUnmapped } from "../../../lib/rules/gateway/body-key-unmapped";
import { bodyNotInKey } from "../../../lib/rules/gateway/body-not-in-key";
import { keyNotDeclared } from "../../../lib/rules/gateway/key-not-declared";
import { requiredNotValidated } from "../../../lib/rules/gateway/required-not-validated";
import { sharedCacheNamespace } from "../../../lib/rules/gateway/shared-cache-namespace";
import { unkeyedPathParameter } from "../../../lib/rules/gateway/unkeyed-path-parameter";

const BODY = 'body.paths["/cats/{id}"].get.x-amazon-apigateway-integration.cacheKeyParameters';
const keys = (property: string) => ({ property, found: [] });

const RAISED: readonly [string, (property: string) => Finding[], string, string][] = [
  [
    "a path parameter that is no key",
    (at) => unkeyedPathParameter(keys(at), "/cats/{id}", "id"),
    "Add method.request.path.id to the cache key parameters, and to the request parameters of the method.",
    "Add method.request.path.id to cacheKeyParameters, and the parameter that it names to the parameters of the operation.",
  ],
  [
    "a body that is no key",
    (at) => bodyNotInKey(keys(at), "POST /cats"),
    "add that to cache_key_parameters;",
    "add that to cacheKeyParameters;",
  ],
  [
    "a body that is not mapped",
    (at) =>
      bodyKeyUnmapped(at, "method.request.body", "Map it to integration.request.header.NAME in request_parameters."),
    "NAME in request_parameters.",
    "NAME in requestParameters.",
  ],
  [
    "a key that is not declared",
    (at) => keyNotDeclared(at, "method.request.querystring.breed", "x.parameters"),
    "Add method.request.querystring.breed there,",
    "Add the parameter breed (in: query) there,",
  ],
  [
    "a header that is not declared",
    (at) => keyNotDeclared(at, "method.request.header.Accept", "x.parameters"),
    "Add method.request.header.Accept there,",
    "Add the parameter Accept (in: header) there,",
  ],
  [
    "a path parameter that is not declared",
    (at) => keyNotDeclared(at, "method.request.path.id", "x.parameters"),
    "Add method.request.path.id there,",
    "Add the parameter id (in: path) there,",
  ],
  [
    "a key that nothing checks",
    (at) => requiredNotValidated(at, "breed"),
    "Give the method a request validator,",
    "Give the operation an x-amazon-apigateway-request-validator,",
  ],
  [
    "a namespace of two",
    (at) => sharedCacheNamespace(at, "cats", "the other"),
    "a cache_namespace of its own",
    "a cacheNamespace of its own",
  ],
];

test.each(RAISED)("%s is told in the words of where it stands", (_what, raise, terraform, openApi) => {
  const [ofTerraform, ofOpenApi] = ["cache_key_parameters", BODY].map((at) => inTerraformWords(raise(at)[0]!));
  expect(ofTerraform!.change).toContain(terraform);
  expect(ofOpenApi!.change).toContain(openApi);
  expect(ofOpenApi!.message.endsWith(ofOpenApi!.change)).toBe(true);
});
