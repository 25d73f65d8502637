import { JsonReader, reader } from "./json-reader";
import { Answers, Kind, LiveDomain, LiveMethod } from "./questions";

/** How one kind of question is put to the AWS command line, and how its answer is read. */
export interface AwsQuestion<T> {
  /** The service and the operation, and what it is about. */
  command(about: readonly string[]): readonly string[];
  /** The list that comes in pages which the command does not follow by itself, as it does those of other lists. */
  readonly pagedList?: string;
  read(answer: JsonReader, about: readonly string[]): T;
}

/** Every kind of question that is for AWS. */
export const AWS_QUESTIONS: { readonly [K in Kind]?: AwsQuestion<Answers[K]> } = {
  restApi: {
    command: ([api = ""]) => ["apigateway", "get-rest-api", "--rest-api-id", api],
    read: (answer) => ({ hasPolicy: (answer.text("policy") ?? "") !== "" }),
  },
  restResources: {
    command: ([api = ""]) => [
      "apigateway",
      "get-resources",
      "--rest-api-id",
      api,
      "--embed",
      "methods",
      "--page-size",
      "500",
    ],
    read: (answer) =>
      answer.list("items").map((item) => ({
        id: item.text("id") ?? "",
        path: item.text("path") ?? "",
        methods: Object.fromEntries(
          item.members("resourceMethods").map(([verb, method]) => [verb, methodOf(method)] as const),
        ),
      })),
  },
  restStage: {
    command: ([api = "", stage = ""]) => ["apigateway", "get-stage", "--rest-api-id", api, "--stage-name", stage],
    read: (answer) => ({
      deploymentId: answer.text("deploymentId"),
      settings: Object.fromEntries(
        answer
          .members("methodSettings")
          .map(([path, setting]) => [
            path,
            { caching: setting.flag("cachingEnabled"), ttlSeconds: setting.number("cacheTtlInSeconds") },
          ]),
      ),
    }),
  },
  restAuthorizers: named("get-authorizers"),
  restValidators: named("get-request-validators"),
  restModels: {
    command: ([api = ""]) => ["apigateway", "get-models", "--rest-api-id", api],
    // A model is imported by its name.
    read: (answer) => answer.list("items").map((item) => ({ id: item.text("name") ?? "", name: item.text("name") ?? "" })), // prettier-ignore
  },
  gatewayResponses: {
    command: ([api = ""]) => ["apigateway", "get-gateway-responses", "--rest-api-id", api],
    read: (answer) =>
      answer.list("items").flatMap((item) => (item.flag("defaultResponse") ? [] : (item.text("responseType") ?? []))),
  },
  httpApi: {
    command: ([api = ""]) => ["apigatewayv2", "get-api", "--api-id", api],
    read: (answer) => ({ id: answer.text("ApiId") ?? "", name: answer.text("Name") ?? "" }),
  },
  httpStages: {
    command: ([api = ""]) => ["apigatewayv2", "get-stages", "--api-id", api],
    read: (answer) => answer.list("Items").flatMap((item) => item.text("StageName") ?? []),
  },
  httpRoutes: {
    command: ([api = ""]) => ["apigatewayv2", "get-routes", "--api-id", api],
    read: (answer) =>
      answer
        .list("Items")
        .map((item) => ({ id: item.text("RouteId") ?? "", key: item.text("RouteKey") ?? "", target: item.text("Target") })), // prettier-ignore
  },
  httpIntegrations: {
    command: ([api = ""]) => ["apigatewayv2", "get-integrations", "--api-id", api],
    read: (answer) => answer.list("Items").flatMap((item) => item.text("IntegrationId") ?? []),
  },
  restDomain: {
    command: ([name = ""]) => ["apigateway", "get-domain-name", "--domain-name", name],
    read: (answer) => domainOf([answer.text("regionalCertificateArn"), answer.text("certificateArn")], answer.text("ownershipVerificationCertificateArn")), // prettier-ignore
  },
  httpDomain: {
    command: ([name = ""]) => ["apigatewayv2", "get-domain-name", "--domain-name", name],
    read: (answer) => {
      const configurations = answer.list("DomainNameConfigurations");
      const ownership = configurations.map((one) => one.text("OwnershipVerificationCertificateArn"));
      return domainOf(configurations.map((one) => one.text("CertificateArn")), ownership[0]); // prettier-ignore
    },
  },
  basePathMappings: {
    command: ([name = ""]) => ["apigateway", "get-base-path-mappings", "--domain-name", name],
    read: (answer) => answer.list("items").map((item) => keyOf(item.text("basePath"))),
  },
  apiMappings: {
    command: ([name = ""]) => ["apigatewayv2", "get-api-mappings", "--domain-name", name],
    pagedList: "Items",
    read: (answer) =>
      answer
        .list("Items")
        .map((item) => ({ id: item.text("ApiMappingId") ?? "", key: keyOf(item.text("ApiMappingKey")) })),
  },
  certificate: {
    command: ([arn = ""]) => ["acm", "describe-certificate", "--certificate-arn", arn],
    read: (answer) => {
      const certificate = answer.object("Certificate");
      return {
        type: certificate.text("Type") ?? "",
        keyAlgorithm: certificate.text("KeyAlgorithm"),
        domainName: certificate.text("DomainName"),
        hostnames: certificate.texts("SubjectAlternativeNames"),
        validationMethod: certificate.list("DomainValidationOptions")[0]?.text("ValidationMethod"),
      };
    },
  },
  permissions: {
    command: ([name = ""]) => ["lambda", "get-policy", "--function-name", name],
    read: (answer) => policyOf(answer.text("Policy")).map(permissionOf),
  },
};

function named(operation: string): AwsQuestion<readonly { readonly id: string; readonly name: string }[]> {
  return {
    command: ([api = ""]) => ["apigateway", operation, "--rest-api-id", api],
    read: (answer) =>
      answer.list("items").map((item) => ({ id: item.text("id") ?? "", name: item.text("name") ?? "" })),
  };
}

function methodOf(method: JsonReader): LiveMethod {
  const integration = method.object("methodIntegration");
  return {
    hasIntegration: integration.text("type") !== undefined,
    responses: method.names("methodResponses"),
    integrationResponses: integration.names("integrationResponses"),
  };
}

function domainOf(arns: readonly (string | undefined)[], ownershipCertificateArn: string | undefined): LiveDomain {
  return { certificateArns: arns.filter((arn) => arn !== undefined && arn !== "") as string[], ownershipCertificateArn }; // prettier-ignore
}

function keyOf(written: string | undefined): string {
  return written === undefined || written === "(none)" ? "" : written;
}

function policyOf(text: string | undefined): readonly JsonReader[] {
  try {
    return reader(JSON.parse(text ?? "")).list("Statement");
  } catch {
    return [];
  }
}

function permissionOf(statement: JsonReader): Answers["permissions"][number] {
  const condition = statement.object("Condition");
  return {
    statementId: statement.text("Sid") ?? "",
    action: statement.text("Action"),
    principal: statement.object("Principal").text("Service") ?? statement.text("Principal"),
    sourceArn: ["ArnLike", "ArnEquals"].map((name) => sourceArn(condition.object(name))).find((arn) => arn !== undefined), // prettier-ignore
  };
}

function sourceArn(condition: JsonReader): string | undefined {
  return condition.text("AWS:SourceArn") ?? condition.text("aws:SourceArn");
}
