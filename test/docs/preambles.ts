/** What stands around a snippet of the documentation, so that a fragment is a program that can be compiled and run. */

/** The modules of the names that a fragment may use without importing them. */
const IMPORTS: { readonly [module: string]: readonly string[] } = {
  constructs: ["Construct"],
  "node:fs": ["readFileSync"],
  cdktf: [
    "App",
    "AssetType",
    "Fn",
    "S3Backend",
    "TerraformAsset",
    "TerraformOutput",
    "TerraformStack",
    "TerraformVariable",
  ],
  "cdktf-api-caching": [
    "ApiDomain",
    "ApiFront",
    "ApiStage",
    "ApiType",
    "AuthenticatedOriginPulls",
    "CacheKey",
    "CachedRestApi",
    "CertificateSource",
    "CloudflareIpRangesPolicy",
    "CloudflareZone",
    "DomainCertificate",
    "DomainNameResource",
    "EdgeCertificate",
    "EdgeHost",
    "HttpApi",
    "ImportedCertificate",
    "IssuedCertificate",
    "OriginCaCertificate",
    "OriginCaKeyAlgorithm",
    "OriginTtl",
    "PortableStack",
    "RestAuthorizer",
    "RestIntegration",
    "RuleCatalogue",
    "RulesetOwnership",
    "RulesetPhase",
    "ServerlessService",
    "StageCache",
    "StrictTls",
    "TerraformModuleStack",
    "UnauthorizedInvalidation",
    "ZonePlan",
  ],
  "@cdktf/provider-aws/lib/api-gateway-deployment": ["ApiGatewayDeployment"],
  "@cdktf/provider-aws/lib/api-gateway-integration": ["ApiGatewayIntegration"],
  "@cdktf/provider-aws/lib/api-gateway-method": ["ApiGatewayMethod"],
  "@cdktf/provider-aws/lib/api-gateway-resource": ["ApiGatewayResource"],
  "@cdktf/provider-aws/lib/api-gateway-rest-api": ["ApiGatewayRestApi"],
  "@cdktf/provider-aws/lib/api-gateway-rest-api-policy": ["ApiGatewayRestApiPolicy"],
  "@cdktf/provider-aws/lib/api-gateway-stage": ["ApiGatewayStage"],
  "@cdktf/provider-aws/lib/apigatewayv2-api": ["Apigatewayv2Api"],
  "@cdktf/provider-aws/lib/apigatewayv2-deployment": ["Apigatewayv2Deployment"],
  "@cdktf/provider-aws/lib/apigatewayv2-route": ["Apigatewayv2Route"],
  "@cdktf/provider-aws/lib/apigatewayv2-stage": ["Apigatewayv2Stage"],
  "@cdktf/provider-aws/lib/data-aws-api-gateway-rest-api": ["DataAwsApiGatewayRestApi"],
  "@cdktf/provider-aws/lib/data-aws-lambda-function": ["DataAwsLambdaFunction"],
  "@cdktf/provider-aws/lib/lambda-alias": ["LambdaAlias"],
  "@cdktf/provider-aws/lib/lambda-function": ["LambdaFunction"],
  "@cdktf/provider-aws/lib/provider": ["AwsProvider"],
  "@cdktf/provider-aws/lib/wafv2-web-acl-association": ["Wafv2WebAclAssociation"],
  "@cdktf/provider-cloudflare/lib/dns-record": ["DnsRecord"],
  "@cdktf/provider-cloudflare/lib/page-rule": ["PageRule"],
  "@cdktf/provider-cloudflare/lib/provider": ["CloudflareProvider"],
  "@cdktf/provider-cloudflare/lib/ruleset": ["Ruleset"],
  "@cdktf/provider-cloudflare/lib/zone-setting": ["ZoneSetting"],
  "@cdktf/provider-tls/lib/provider": ["TlsProvider"],
  "../support/certificate-texts": ["CERTIFICATE_TEXTS", "ENCRYPTED_KEY_FILE", "KEY_FILE"],
  "../support/client-certificates": ["CLIENT_CERTIFICATES"],
};

/** The providers of every fragment that does not declare one of this name itself. */
const PROVIDERS: readonly string[] = [
  'new AwsProvider(this, "aws", { region: "eu-central-1" });',
  'new CloudflareProvider(this, "cloudflare");',
  'new TlsProvider(this, "tls");',
];

/** What a fragment finds in its stack, each in the order in which it has to be declared. */
const GIVEN: readonly { readonly name: string; readonly declaration: string; readonly needs?: readonly string[] }[] = [
  given("catsFunction", `new DataAwsLambdaFunction(this, "cats-function", { functionName: "cats" })`),
  given("tokenFunction", `new DataAwsLambdaFunction(this, "token-function", { functionName: "token" })`),
  given("cats", "RestIntegration.lambdaProxy(catsFunction)", ["catsFunction"]),
  given("restApi", `new ApiGatewayRestApi(this, "api", { name: "existing-api" })`),
  given("catsResource", resource("cats-resource", "restApi.rootResourceId", "cats"), ["restApi"]),
  given("catResource", resource("cat-resource", "catsResource.id", "{id}"), ["restApi", "catsResource"]),
  given("searchResource", resource("search-resource", "restApi.rootResourceId", "search"), ["restApi"]),
  given("dogsResource", resource("dogs-resource", "restApi.rootResourceId", "dogs"), ["restApi"]),
  given("listCats", method("list-cats", "catsResource", "GET"), ["restApi", "catsResource"]),
  given("listCatsIntegration", integration("list-cats", "listCats", "catsResource", "/cats"), ["listCats"]),
  given("getCat", method("get-cat", "catResource", "GET"), ["restApi", "catResource"]),
  given("getCatIntegration", integration("get-cat", "getCat", "catResource", "/cats"), ["getCat"]),
  given("searchCats", method("search-cats", "searchResource", "POST"), ["restApi", "searchResource"]),
  given("searchCatsIntegration", integration("search-cats", "searchCats", "searchResource", "/search"), ["searchCats"]),
  given("anyDog", method("any-dog", "dogsResource", "ANY"), ["restApi", "dogsResource"]),
  given("anyDogIntegration", integration("any-dog", "anyDog", "dogsResource", "/dogs"), ["anyDog"]),
  given("deployment", `new ApiGatewayDeployment(this, "deployment", { restApiId: restApi.id })`, ["restApi"]),
  given(
    "stage",
    `new ApiGatewayStage(this, "stage", { restApiId: restApi.id, deploymentId: deployment.id, stageName: "prod" })`,
    ["restApi", "deployment"],
  ),
  given("zone", zone("example.com", "0123456789abcdef0123456789abcdef")),
  given("httpApi", `new HttpApi(this, "http-api", { lambdaFunction: catsFunction })`, ["catsFunction"]),
  given(
    "catsApi",
    `new CachedRestApi(this, "cats-api", { stageName: "prod", ` +
      `endpoints: [{ method: "GET", path: "/cats", integration: cats, cache: {} }] })`,
    ["cats"],
  ),
  given("certificate", `new OriginCaCertificate(this, "certificate", { hostnames: ["api.example.com"] })`),
  given("issued", `new IssuedCertificate(this, "issued", { hostnames: ["api.example.com"], zone })`, ["zone"]),
  given("domain", `new ApiDomain(this, "domain", { domainName: "api.example.com", certificate, api: httpApi })`, [
    "certificate",
    "httpApi",
  ]),
  given("certificateArn", `"${certificateArn("eu-central-1")}"`),
  given("virginiaArn", `"${certificateArn("us-east-1")}"`),
  given("certificateOfVirginia", "DomainCertificate.fromArn(virginiaArn)", ["virginiaArn"]),
  given("keyFile", "KEY_FILE"),
  given("encryptedKeyFile", "ENCRYPTED_KEY_FILE"),
  ...["certificateKey", "clientKey", "originSecret"].map((name) => given(name, sensitiveVariable(name))),
  ...["rootPem", "issuingPem", "apiPem", "otherPem", "expiredPem", "expiringPem", "futurePem", "shortKeyPem"]
    .concat(["rsaPem", "expiredRootPem", "requestPem"])
    .map((name) => given(name, `CERTIFICATE_TEXTS.${name}`)),
  ...[
    "clientCa",
    "otherCa",
    "clientCertificate",
    "caAsClient",
    "expiredClientCertificate",
    "weakClientCertificate",
  ].map((name) => given(name, `CLIENT_CERTIFICATES.${name}`)),
  given(
    "pulls",
    `new AuthenticatedOriginPulls(this, "pulls", { zone, clientCertificate, clientPrivateKey: clientKey.stringValue, clientCa })`,
    ["zone", "clientCertificate", "clientKey", "clientCa"],
  ),
];

/** The integrations that come with a method, although no fragment names them. */
const COMPANIONS: { readonly [name: string]: string } = {
  listCats: "listCatsIntegration",
  getCat: "getCatIntegration",
  searchCats: "searchCatsIntegration",
  anyDog: "anyDogIntegration",
};

/** A fragment as the inside of a stack's constructor: `this` is the stack, which has the three providers. */
export function insideStack(code: string): string {
  const { imports, body } = splitImports(code);
  const declarations = givenFor(body).join("\n");
  const text = [
    "export class Documented extends TerraformStack {",
    "  constructor(scope: Construct, id: string) {",
    "    super(scope, id);",
    ...PROVIDERS.filter((provider) => !body.includes(/^new \w+\(this, "\w+"/.exec(provider)![0])),
    declarations,
    body,
    "  }",
    "}",
  ].join("\n");
  return [...importsFor(text, imports), imports, text].join("\n");
}

function given(name: string, expression: string, needs: readonly string[] = []) {
  return { name, declaration: `const ${name} = ${expression};`, needs };
}

function resource(id: string, parentId: string, pathPart: string): string {
  return `new ApiGatewayResource(this, "${id}", { restApiId: restApi.id, parentId: ${parentId}, pathPart: "${pathPart}" })`;
}

function zone(zoneName: string, zoneId: string): string {
  return `new CloudflareZone(this, "zone", { zoneName: "${zoneName}", zoneId: "${zoneId}" })`;
}

/** A variable that is called as Terraform's are. */
function sensitiveVariable(name: string): string {
  const id = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return `new TerraformVariable(this, "${id}", { type: "string", sensitive: true })`;
}

function certificateArn(region: string): string {
  return `arn:aws:acm:${region}:123456789012:certificate/12345678-1234-1234-1234-123456789012`;
}

function method(id: string, resourceName: string, httpMethod: string): string {
  const common = `restApiId: restApi.id, resourceId: ${resourceName}.id`;
  return `new ApiGatewayMethod(this, "${id}", { ${common}, httpMethod: "${httpMethod}", authorization: "NONE" })`;
}

function integration(id: string, methodName: string, resourceName: string, path: string): string {
  return (
    `new ApiGatewayIntegration(this, "${id}-integration", { restApiId: restApi.id, ` +
    `resourceId: ${resourceName}.id, httpMethod: ${methodName}.httpMethod, type: "HTTP_PROXY", ` +
    `integrationHttpMethod: "GET", uri: "https://backend.example.com${path}" })`
  );
}

function splitImports(code: string): { imports: string; body: string } {
  const isImport = (line: string) => /^import .* from ".*";$/.test(line);
  const lines = code.split("\n");
  return {
    imports: lines.filter(isImport).join("\n"),
    body: lines.map((line) => (isImport(line) ? "" : line)).join("\n"),
  };
}

/** Whether a program uses a name, other than in a text, in a comment, or as the name of a property. */
function mentions(text: string, name: string): boolean {
  const code = text.replace(/\/\/.*$|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/gm, "");
  return new RegExp(`(?<!\\w|(?<!\\.\\.)\\.)${name}\\b(?!\\s*:)`).test(code);
}

function givenFor(body: string): string[] {
  const wanted = new Set<string>();
  const want = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    const entry = GIVEN.find((one) => one.name === name);
    entry?.needs?.forEach(want);
    const companion = COMPANIONS[name];
    if (companion !== undefined) want(companion);
  };
  const declared = (name: string) => new RegExp(`\\bconst ${name}\\b`).test(body);
  for (const { name } of GIVEN) if (mentions(body, name) && !declared(name)) want(name);
  return GIVEN.filter(({ name }) => wanted.has(name) && !declared(name)).map(({ declaration }) => declaration);
}

function importsFor(text: string, alreadyImported: string): string[] {
  return Object.entries(IMPORTS).flatMap(([module, names]) => {
    const used = names.filter((name) => mentions(text, name) && !mentions(alreadyImported, name));
    return used.length === 0 ? [] : [`import { ${used.join(", ")} } from "${module}";`];
  });
}
