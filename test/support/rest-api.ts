import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { CachedRestApi, CachedRestApiProps, RestEndpoint, RestIntegration } from "../../lib";
import { Attributes, resource } from "./terraform";

/** One level of an OpenAPI document, or of one of its parts. */
export interface Part {
  // Tests look into documents of any shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly [name: string]: any;
}

export type Props = Partial<CachedRestApiProps>;

/** `GET /cats` with a backend that API Gateway plays itself, unless said otherwise. */
export function endpoint(options: Partial<RestEndpoint> = {}): RestEndpoint {
  return { method: "GET", path: "/cats", integration: RestIntegration.mock(), ...options };
}

/** The same, cached. */
export function cachedEndpoint(options: Partial<RestEndpoint> = {}): RestEndpoint {
  return endpoint({ cache: {}, ...options });
}

export function newStack(name = "stack"): TerraformStack {
  return new TerraformStack(Testing.app(), name);
}

/** An API called `api` with the stage `prod`, in a stack of its own unless one is given. */
export function restApi(props: Props = {}, scope: Construct = newStack(), id = "api"): CachedRestApi {
  const endpoints = "openApiDocument" in props || "openApiFile" in props ? undefined : [cachedEndpoint()];
  return new CachedRestApi(scope, id, { stageName: "prod", endpoints, ...props });
}

/** An API made by somebody without a compiler. */
export function untyped(props: object, scope: Construct = newStack()): CachedRestApi {
  return restApi(props as Props, scope);
}

/** A resource of the API, by the name that the API has in Terraform. */
export function partOf(api: CachedRestApi, type: string, name = "api"): Attributes {
  return resource(TerraformStack.of(api), type, name);
}

/** The text of the API's definition as Terraform reads it. */
export function bodyOf(api: CachedRestApi, name = "api"): string {
  return partOf(api, "aws_api_gateway_rest_api", name).body as string;
}

/** The API's definition as API Gateway gets it, but for the expressions, which stay as text. */
export function definitionOf(api: CachedRestApi, name = "api"): Part {
  return readTemplate(bodyOf(api, name)) as Part;
}

export function operationOf(api: CachedRestApi, verb: string, path: string): Part {
  const name = verb === "ANY" ? "x-amazon-apigateway-any-method" : verb.toLowerCase();
  const operation = definitionOf(api).paths[path]?.[name];
  if (operation === undefined) throw new Error(`there is no ${verb} ${path}`);
  return operation;
}

export function integrationOf(api: CachedRestApi, verb = "GET", path = "/cats"): Part {
  return operationOf(api, verb, path)["x-amazon-apigateway-integration"];
}

/** What makes a new deployment. */
export function triggersOf(api: CachedRestApi): { readonly [name: string]: string } {
  return partOf(api, "aws_api_gateway_deployment").triggers as { [name: string]: string };
}

const BARE_EXPRESSION = /^(\s*(?:"(?:[^"\\]|\\.)*": )?)(\$\{.*\})(,?)$/gm;

/** JSON with expressions in the place of values, each of which becomes a text. */
export function readTemplate(text: string): unknown {
  const json = text.replace(
    BARE_EXPRESSION,
    (_line, before: string, expression: string, after: string) => `${before}${JSON.stringify(expression)}${after}`,
  );
  return JSON.parse(json, (_name, value: unknown) => (typeof value === "string" ? unescapeTemplate(value) : value));
}

/** What Terraform makes of a text: `$${` and `%%{` mean themselves, with one sign less. */
export function unescapeTemplate(text: string): string {
  return text.replace(/([$%])\1\{/g, "$1{");
}

/** A function whose name only Terraform knows. */
export function lambdaFunction(scope: Construct, id = "cats"): LambdaFunction {
  return new LambdaFunction(scope, id, { functionName: `the-${id}`, role: "arn:aws:iam::123456789012:role/lambda" });
}
