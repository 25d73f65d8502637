import { AuthorizerBlueprint, BackendBlueprint } from "../blueprint";
import { LAMBDA_REQUEST } from "../core/lambda-mapping";
import { Code, call, object, raw, text } from "./code";
import { Constants } from "./constants";
import { entriesOf, valueCode } from "./values";

/** An authorizer as its source; the names are those of the constants of functions. */
export function authorizerCode(authorizer: AuthorizerBlueprint, names: ReadonlyMap<string, string>): Code {
  const { name, lambda, target, options, userPoolArn, userPoolOptions } = authorizer;
  if (userPoolArn !== undefined) {
    return call("RestAuthorizer.cognito", text(name), valueCode([userPoolArn]), ...optional(userPoolOptions));
  }
  const called = target === undefined ? raw(names.get(lambda!)!) : valueCode(target);
  return call("RestAuthorizer.lambdaRequest", text(name), called, ...optional(options));
}

/** What answers an endpoint, as its source. */
export function backendCode(backend: BackendBlueprint, names: ReadonlyMap<string, string>, constants: Constants): Code {
  switch (backend.kind) {
    case "lambdaProxy":
      return call("RestIntegration.lambdaProxy", raw(names.get(backend.lambda)!));
    case "lambda":
      return call(
        "RestIntegration.aws",
        raw(`${names.get(backend.lambda)!}.invokeArn`),
        text("POST"),
        lambdaOptions(backend.options, constants),
      );
    case "http":
    case "httpProxy":
      return call(
        `RestIntegration.${backend.kind}`,
        text(backend.uri),
        text(backend.httpMethod),
        ...optional(backend.options),
      );
    case "mock":
      return call("RestIntegration.mock", ...optional(backend.options));
  }
}

/** Long values that are the same everywhere are constants; the order is that of the options. */
function lambdaOptions(options: Extract<BackendBlueprint, { kind: "lambda" }>["options"], constants: Constants): Code {
  const { requestTemplates, responses } = options;
  const special: { readonly [name: string]: Code | undefined } = {
    requestTemplates: requestTemplates && templatesCode(requestTemplates, constants),
    responses: responses && constants.use("LAMBDA_RESPONSES", responses),
  };
  return object(entriesOf(options).map(([name, code]) => [name, special[name] ?? code] as const));
}

function templatesCode(templates: { readonly [contentType: string]: string }, constants: Constants): Code {
  const entries = Object.entries(templates).map(([contentType, template]) => {
    const isOwn = template === LAMBDA_REQUEST;
    return [contentType, isOwn ? constants.use("LAMBDA_REQUEST", template) : text(template)] as const;
  });
  return object(entries);
}

function optional(options: object | undefined): Code[] {
  return options === undefined || Object.keys(options).length === 0 ? [] : [valueCode(options)];
}
