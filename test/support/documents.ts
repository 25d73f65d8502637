import fc from "fast-check";

/** Names that documents give a meaning to, and names that every object has. */
const NAMES = [
  "$ref",
  "cacheKeyParameters",
  "cacheNamespace",
  "components",
  "constructor",
  "get",
  "identitySource",
  "in",
  "name",
  "options",
  "parameters",
  "requestParameters",
  "required",
  "responses",
  "security",
  "securitySchemes",
  "token",
  "toString",
  "type",
  "valueOf",
  "x-amazon-apigateway-auth",
  "x-amazon-apigateway-authorizer",
  "x-amazon-apigateway-authtype",
  "x-amazon-apigateway-integration",
  "__proto__",
];

const TEXTS = [
  "#/components/token",
  "#/paths/~1cats",
  "#",
  "AWS_PROXY",
  "http",
  "id",
  "path",
  "query",
  "token",
  "${var.x}",
  "$${x}",
  "%{",
  "",
  "method.request.path.id",
  "integration.request.header.X",
];

const { part } = fc.letrec<{ part: unknown }>((tie) => ({
  part: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(fc.constantFrom(...TEXTS), fc.boolean(), fc.integer(), fc.constant(null)),
    fc.dictionary(fc.constantFrom(...NAMES), tie("part"), { maxKeys: 4 }),
    fc.array(tie("part"), { maxLength: 3 }),
  ),
}));

/** An OpenAPI document that has an operation, and beside it whatever JSON may hold. */
export const anyDocument: fc.Arbitrary<{ [name: string]: unknown }> = fc
  .record({
    rest: fc.dictionary(fc.constantFrom(...NAMES), part, { maxKeys: 3 }),
    operation: fc.oneof(
      fc.dictionary(fc.constantFrom(...NAMES), part, { maxKeys: 4 }),
      fc.record({ "x-amazon-apigateway-integration": part, security: part, parameters: part }),
    ),
    item: fc.dictionary(fc.constantFrom(...NAMES), part, { maxKeys: 2 }),
    paths: fc.dictionary(fc.constantFrom("/cats", "/{id}", "/cats/", "x-cats", "no path", "//"), part, { maxKeys: 3 }),
  })
  .map(({ rest, operation, item, paths }) => ({
    ...rest,
    openapi: "3.0.1",
    paths: { ...paths, "/cats/{id}": { ...item, get: operation } },
  }));

/** Any text at all, and those that some parser may take for something. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom(
    ...TEXTS,
    ...NAMES,
    "GET",
    "ANY",
    "/cats/{id}",
    "{proxy+}",
    "*",
    "https://a.example.com",
    "prod",
    "0.5",
    "\uE0000\uE000",
    '"\uE0000\uE000"',
    "'",
    '"',
    "\\",
    "\n",
  ),
);
