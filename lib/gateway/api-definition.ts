import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { Fn, IResolveContext, Lazy, Token, Tokenization } from "cdktf";
import { sha1 } from "./core/definition-hash";
import { OpenApiDocument } from "./core/open-api/document";
import { jsonTemplate } from "./core/open-api/terraform-text";

/** The attributes of `aws_api_gateway_rest_api` that reach callers only with a new deployment. */
const DEPLOYED_ATTRIBUTES = [
  "body",
  "policy",
  "disable_execute_api_endpoint",
  "binary_media_types",
  "minimum_compression_size",
];

const ONE_EXPRESSION = /^\$\{[^{}]*\}$/;

const EXPRESSION = /(?<![$])[$]\{|(?<!%)%\{/;

/** Writes a definition as JSON, with what only Terraform knows left as expressions. */
export function definitionBody(definition: OpenApiDocument): string {
  const encoded = new Map<unknown, string>();
  const encode = (value: unknown): string => {
    const expression = encoded.get(value) ?? jsonOf(value);
    encoded.set(value, expression);
    return expression;
  };
  return jsonTemplate(definition, isWholeExpression, encode);
}

/** CDKTF leaves the braces of `Token.asNumber("${var.ttl}")` where it stands in an expression. */
function jsonOf(value: unknown): string {
  if (typeof value !== "number") return Token.asString(Fn.jsonencode(value));
  return Lazy.stringValue({
    produce: (context: IResolveContext) => {
      const written = String(context.resolve(value));
      return `\${jsonencode(${ONE_EXPRESSION.test(written) ? written.slice(2, -1) : JSON.stringify(written)})}`;
    },
  });
}

/**
 * What makes a new deployment: a hash of everything that a deployment takes a snapshot of, made at synth, so that it
 * changes exactly when the definition does; and where expressions stand in it, a hash of what they turn out to be.
 *
 * The definition is read when the stack is synthesized: overrides of the REST API count.
 */
export function deploymentTriggers(restApi: ApiGatewayRestApi): { [name: string]: string } {
  const definition = Lazy.stringValue({
    produce: (context: IResolveContext) => sha1(context.resolve(deployedAttributes(restApi))),
  });
  return {
    definition,
    ...(EXPRESSION.test(restApi.bodyInput ?? "") ? { body: Fn.sha1(restApi.body) } : {}),
    ...policyTrigger(restApi.policyInput),
  };
}

/** A hash of the expressions in a policy; the text around them, which has quotes that no expression takes, is in the other hash. */
function policyTrigger(policy = ""): { [name: string]: string } {
  const expressions = Tokenization.reverseString(policy).tokens;
  if (expressions.length === 0) return {};
  return { policy: Fn.sha1(isWholeExpression(policy) ? policy : Fn.jsonencode(expressions)) };
}

function deployedAttributes(restApi: ApiGatewayRestApi): { [name: string]: unknown } {
  const { resource } = restApi.toTerraform();
  const attributes = resource[restApi.terraformResourceType][restApi.friendlyUniqueId];
  return Object.fromEntries(DEPLOYED_ATTRIBUTES.map((name) => [name, attributes[name]]));
}

/** A value that is nothing but a token; text around a token stays text. */
function isWholeExpression(value: unknown): boolean {
  if (typeof value !== "string") return Token.isUnresolved(value);
  if (!value.startsWith("${")) return false;
  return ONE_EXPRESSION.test(value) && Token.isUnresolved(value);
}
