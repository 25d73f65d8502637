import { AWS_QUESTIONS } from "../../../lib/adopt/core/aws-questions";
import { reader } from "../../../lib/adopt/core/json-reader";
import { Kind } from "../../../lib/adopt/core/questions";

const read = (kind: Kind, answer: object): unknown => AWS_QUESTIONS[kind]!.read(reader(answer), []);

test.each<[Kind, string[], string]>([
  ["restApi", ["abc"], "apigateway get-rest-api --rest-api-id abc"],
  ["restResources", ["abc"], "apigateway get-resources --rest-api-id abc --embed methods --page-size 500"],
  ["restStage", ["abc", "prod"], "apigateway get-stage --rest-api-id abc --stage-name prod"],
  ["restAuthorizers", ["abc"], "apigateway get-authorizers --rest-api-id abc"],
  ["restValidators", ["abc"], "apigateway get-request-validators --rest-api-id abc"],
  ["restModels", ["abc"], "apigateway get-models --rest-api-id abc"],
  ["gatewayResponses", ["abc"], "apigateway get-gateway-responses --rest-api-id abc"],
  ["httpApi", ["abc"], "apigatewayv2 get-api --api-id abc"],
  ["httpStages", ["abc"], "apigatewayv2 get-stages --api-id abc"],
  ["httpRoutes", ["abc"], "apigatewayv2 get-routes --api-id abc"],
  ["httpIntegrations", ["abc"], "apigatewayv2 get-integrations --api-id abc"],
  ["restDomain", ["a.b"], "apigateway get-domain-name --domain-name a.b"],
  ["httpDomain", ["a.b"], "apigatewayv2 get-domain-name --domain-name a.b"],
  ["basePathMappings", ["a.b"], "apigateway get-base-path-mappings --domain-name a.b"],
  ["apiMappings", ["a.b"], "apigatewayv2 get-api-mappings --domain-name a.b"],
  ["certificate", ["arn"], "acm describe-certificate --certificate-arn arn"],
  ["permissions", ["cats"], "lambda get-policy --function-name cats"],
])("%s of %j: aws %s", (kind, about, command) => {
  expect(AWS_QUESTIONS[kind]!.command(about).join(" ")).toBe(command);
});

test.each(Object.keys(AWS_QUESTIONS) as Kind[])("%s only reads", (kind) => {
  expect(AWS_QUESTIONS[kind]!.command(["a", "b"])[1]).toMatch(/^(get|describe)-/);
});

test("a stage", () => {
  const methodSettings = {
    "*/*": { cachingEnabled: false, cacheTtlInSeconds: 300 },
    "~1cats/GET": { cachingEnabled: true, cacheTtlInSeconds: 0 },
  };
  expect(read("restStage", { deploymentId: "dep", methodSettings })).toEqual({
    deploymentId: "dep",
    settings: { "*/*": { caching: false, ttlSeconds: 300 }, "~1cats/GET": { caching: true, ttlSeconds: 0 } },
  });
  expect(read("restStage", {})).toEqual({ deploymentId: undefined, settings: {} });
});

test("resources with what their methods have", () => {
  const GET = { methodResponses: { "200": {} }, methodIntegration: { type: "MOCK", integrationResponses: { "201": {} } } }; // prettier-ignore
  const items = [
    { id: "r", path: "/", resourceMethods: { GET, POST: {} } },
    { id: "s", path: "/s" },
  ];
  expect(read("restResources", { items })).toEqual([
    {
      id: "r",
      path: "/",
      methods: {
        GET: { hasIntegration: true, responses: ["200"], integrationResponses: ["201"] },
        POST: { hasIntegration: false, responses: [], integrationResponses: [] },
      },
    },
    { id: "s", path: "/s", methods: {} },
  ]);
});

test.each<[Kind, object, unknown]>([
  ["restApi", { id: "abc", policy: "{}" }, { hasPolicy: true }],
  ["restApi", { id: "abc" }, { hasPolicy: false }],
  ["restAuthorizers", { items: [{ id: "a", name: "users" }] }, [{ id: "a", name: "users" }]],
  ["restModels", { items: [{ id: "m1", name: "Cat" }] }, [{ id: "Cat", name: "Cat" }]],
  ["gatewayResponses", { items: [{ responseType: "A", defaultResponse: true }, { responseType: "B", defaultResponse: false }] }, ["B"]], // prettier-ignore
  ["httpApi", { ApiId: "a", Name: "n" }, { id: "a", name: "n" }],
  ["httpStages", { Items: [{ StageName: "$default" }] }, ["$default"]],
  ["httpRoutes", { Items: [{ RouteId: "r", RouteKey: "GET /", Target: "integrations/i" }] }, [{ id: "r", key: "GET /", target: "integrations/i" }]], // prettier-ignore
  ["httpIntegrations", { Items: [{ IntegrationId: "i" }] }, ["i"]],
  ["restDomain", { regionalCertificateArn: "r", ownershipVerificationCertificateArn: "o" }, { certificateArns: ["r"], ownershipCertificateArn: "o" }], // prettier-ignore
  ["restDomain", { certificateArn: "edge" }, { certificateArns: ["edge"], ownershipCertificateArn: undefined }],
  ["httpDomain", { DomainNameConfigurations: [{ CertificateArn: "c", OwnershipVerificationCertificateArn: "o" }] }, { certificateArns: ["c"], ownershipCertificateArn: "o" }], // prettier-ignore
  ["basePathMappings", { items: [{ basePath: "(none)" }, { basePath: "v1" }, {}] }, ["", "v1", ""]],
  ["apiMappings", { Items: [{ ApiMappingId: "m", ApiMappingKey: "" }, { ApiMappingId: "n", ApiMappingKey: "a/b" }] }, [{ id: "m", key: "" }, { id: "n", key: "a/b" }]], // prettier-ignore
  ["certificate", { Certificate: { Type: "AMAZON_ISSUED", KeyAlgorithm: "RSA-2048", DomainName: "a", SubjectAlternativeNames: ["a", "b"], DomainValidationOptions: [{ ValidationMethod: "DNS" }] } }, { type: "AMAZON_ISSUED", keyAlgorithm: "RSA-2048", domainName: "a", hostnames: ["a", "b"], validationMethod: "DNS" }], // prettier-ignore
])("%s of %j", (kind, answer, expected) => {
  expect(read(kind, answer)).toEqual(expected);
});

test.each([
  [{ Principal: { Service: "s" }, Condition: { ArnLike: { "AWS:SourceArn": "arn" } } }, "s", "arn"],
  [{ Principal: "*", Condition: { ArnEquals: { "aws:SourceArn": "arn" } } }, "*", "arn"],
  [{ Principal: { AWS: "1" } }, undefined, undefined],
])("a statement of a policy %j", (statement, principal, sourceArn) => {
  const Policy = JSON.stringify({ Statement: [{ Sid: "x", Action: "a", ...statement }] });
  expect(read("permissions", { Policy })).toEqual([{ statementId: "x", action: "a", principal, sourceArn }]);
  expect(read("permissions", { Policy: "no json" })).toEqual([]);
});
