import { basename, dirname, relative, resolve } from "node:path";
import { TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { CorsOptions, RestEndpoint } from "../gateway/cached-rest-api-props";
import { StageCacheOptions } from "../gateway/options";
import { SharedStageCacheProps } from "../gateway/stage-cache-props";
import { acknowledge } from "../rules/acknowledgement";
import { ACKNOWLEDGEABLE_IDS } from "../rules/catalogue";
import { ConfigurationError, throwOnErrors } from "../rules/configuration-error";
import { Finding } from "../rules/finding";
import { checkShape } from "../rules/input/shape";
import { fileNotData } from "../rules/serverless/file-not-data";
import { fileOutsideProject } from "../rules/serverless/file-outside-project";
import { fileUnreadable } from "../rules/serverless/file-unreadable";
import { ServiceModel } from "./core/caching-model";
import { ProjectFile } from "./core/file-includes";
import { parseYaml } from "./core/parse-yaml";
import { readService } from "./core/read-service";
import { unknownIntrinsic } from "./core/unknown-node";
import { ProjectDirectory } from "./project-directory";
import { toAdditionalEndpoint, toRestEndpoints } from "./rest-endpoints";
import {
  ServerlessEndpoint,
  ServerlessOptions,
  ServerlessRestEndpointsOptions,
  ServerlessSharedStageOptions,
  ServerlessTextOptions,
  ServerlessVariable,
} from "./serverless-props";
import {
  REST_ENDPOINTS_OPTIONS,
  SERVERLESS_OPTIONS,
  SERVERLESS_TEXT_OPTIONS,
  SHARED_STAGE_OPTIONS,
} from "./serverless-shapes";
import { corsOptions, endpointOf, stageOptions } from "./service-options";
import { variableContext } from "./variable-context";
import { VariableRegistry, annotate, declareVariables } from "./variable-registry";

/** The options of a caller without a compiler may hold anything; nothing in them is a token. */
const nothingUnknown = () => false;

/**
 * A service of the Serverless Framework that uses the plugin `serverless-api-gateway-caching`, read from its
 * `serverless.yml`: its endpoints and its cache, as `CachedRestApi` and `StageCache.shared` take them.
 *
 * Variables of the framework are resolved; what only a deployment would know (`${cf:…}`, `${ssm:…}`, `!Ref`) becomes a
 * Terraform variable. Throws a `ConfigurationError` that names every mistake with its file, line and column.
 *
 * @see https://github.com/DianaIonita/serverless-api-gateway-caching
 */
export class ServerlessService {
  /**
   * Reads a file, YAML or JSON.
   *
   * @param file the path of the configuration, such as `serverless.yml`
   */
  public static fromFile(file: string, options: ServerlessOptions = {}): ServerlessService {
    throwOnErrors(checkShape(options, SERVERLESS_OPTIONS, "options", nothingUnknown));
    if (typeof file !== "string" || file === "") throw refused(fileUnreadable("file", file, "give the path of a file"));
    const directory = options.projectDirectory ?? dirname(file);
    const name = relative(resolve(directory), resolve(file)).replace(/\\/g, "/");
    if (/\.[cm]?[jt]s$/.test(name)) throw refused(fileNotData("file", basename(file)));
    const project = new ProjectDirectory(directory);
    return new ServerlessService(textOf(project.read(name), basename(file)), name, options, project);
  }

  /**
   * Reads text, such as the output of `serverless print`, in YAML or JSON.
   *
   * @param text the configuration
   */
  public static fromText(text: string, options: ServerlessTextOptions = {}): ServerlessService {
    throwOnErrors(checkShape(options, SERVERLESS_TEXT_OPTIONS, "options", nothingUnknown));
    if (typeof text !== "string") throw refused(fileUnreadable("text", text, "give the text of a configuration"));
    const { fileName = "serverless.yml", projectDirectory, ...rest } = options;
    const project = projectDirectory === undefined ? undefined : new ProjectDirectory(projectDirectory);
    return new ServerlessService(text, fileName, rest, project);
  }

  /** What API Gateway calls the stage. */
  public readonly stageName: string;

  /** Whether the stage belongs to another service (`apiGatewayIsShared`). */
  public readonly isShared: boolean;

  /** The id of a REST API that exists already; undefined where the service has its own. */
  public readonly restApiId?: string;

  /** The stage's cache, and what its endpoints inherit. Switched off where the service has no cache. */
  public readonly cache: StageCacheOptions;

  /** Every http event in the order in which it is written, then the additional endpoints. */
  public readonly endpoints: ServerlessEndpoint[];

  /** The preflight answer that all paths have; undefined where they have none, or each its own. */
  public readonly cors?: CorsOptions;

  /** The Terraform variables in these values. */
  public readonly variables: ServerlessVariable[];

  /** What may be intended, and has not been acknowledged. */
  public readonly warnings: Finding[];

  private readonly ofApi = new VariableRegistry();
  private readonly annotated = new WeakSet<object>();
  private readonly hasCache: boolean;

  private constructor(
    text: string,
    private readonly fileName: string,
    options: ServerlessOptions,
    project: ProjectDirectory | undefined,
  ) {
    const { model, warnings } = read(text, fileName, options, project);
    this.warnings = warnings;
    this.isShared = model.isShared;
    this.hasCache = model.section !== undefined;
    this.stageName = this.ofApi.text(model.stageName);
    this.cache = stageOptions(model.stage, this.ofApi);
    this.endpoints = model.endpoints.map((endpoint) => endpointOf(endpoint, this.ofApi));
    this.cors = corsOptions(model.cors, this.ofApi);
    const ofGateway = new VariableRegistry();
    this.restApiId = model.restApiId === undefined ? undefined : ofGateway.text(model.restApiId);
    this.variables = join(this.ofApi.variables, ofGateway.variables);
  }

  /**
   * The endpoints as `CachedRestApi` takes them. Declares the Terraform variables of the stage and the endpoints, and
   * shows the warnings, in the stack of the scope.
   *
   * Throws a `ConfigurationError` for an endpoint whose backend or authorizer is not given.
   */
  public restEndpoints(scope: Construct, options: ServerlessRestEndpointsOptions): RestEndpoint[] {
    throwOnErrors(checkShape(options, REST_ENDPOINTS_OPTIONS, "options", nothingUnknown));
    const endpoints = toRestEndpoints(this.endpoints, options);
    this.enter(scope, this.ofApi.variables);
    return endpoints;
  }

  /**
   * What `StageCache.shared` takes, for a gateway that stays where it is: the settings of every endpoint, and nothing of
   * the stage itself. Declares the Terraform variables, and shows the warnings, in the stack of the scope.
   */
  public sharedStageCacheOptions(scope: Construct, options: ServerlessSharedStageOptions = {}): SharedStageCacheProps {
    throwOnErrors(checkShape(options, SHARED_STAGE_OPTIONS, "options", nothingUnknown));
    const { clusterSize: _, ...cache } = this.cache;
    const gateway = new VariableRegistry();
    const restApiId = options.restApiId ?? this.restApiId ?? gateway.text(OWN_REST_API);
    const variables = options.restApiId === undefined ? this.variables : this.ofApi.variables;
    this.enter(scope, join(variables, gateway.variables));
    return {
      restApiId,
      stageName: this.stageName,
      ...cache,
      // The plugin sends nothing for a service without its section.
      additionalEndpoints: this.hasCache ? this.endpoints.map(toAdditionalEndpoint) : [],
    };
  }

  /** Declares all {@link variables} in the stack of the scope, those that it does not have yet. */
  public declareVariables(scope: Construct): TerraformVariable[] {
    return declareVariables(scope, this.variables, this.fileName);
  }

  private enter(scope: Construct, variables: readonly ServerlessVariable[]): void {
    declareVariables(scope, variables, this.fileName);
    const stack = TerraformStack.of(scope);
    if (this.annotated.has(stack)) return;
    this.annotated.add(stack);
    const messages = this.warnings.map(({ message }) => message);
    annotate(scope, messages);
  }
}

/** The REST API that the framework makes for a service. */
const OWN_REST_API = unknownIntrinsic({ file: "", line: 1, column: 1 }, "Ref", "ApiGatewayRestApi").value;

function join(one: readonly ServerlessVariable[], other: readonly ServerlessVariable[]): ServerlessVariable[] {
  return [...new Map([...other, ...one].map((variable) => [variable.name, variable] as const)).values()];
}

function read(
  text: string,
  fileName: string,
  options: ServerlessOptions,
  project: ProjectDirectory | undefined,
): { readonly model: ServiceModel; readonly warnings: Finding[] } {
  const { node, findings } = parseYaml(fileName, text, "file");
  if (node === undefined) throw refused(findings);
  const { model, findings: found } = readService(node, variableContext(fileName, options, project));
  const acknowledgements = { property: "options.acknowledgements", reasons: options.acknowledgements };
  const warnings = acknowledge(found, acknowledgements, () => ACKNOWLEDGEABLE_IDS);
  throwOnErrors(warnings);
  if (model === undefined) throw refused(found);
  return { model, warnings };
}

function textOf({ text = "", trouble, problem = "" }: ProjectFile, file: string): string {
  if (trouble === "missing") throw refused(fileUnreadable("file", file, "there is no such file"));
  if (trouble === "outside") throw refused(fileOutsideProject("file", file));
  if (trouble === "unreadable") throw refused(fileUnreadable("file", file, problem));
  return text;
}

function refused(findings: readonly Finding[]): ConfigurationError {
  return new ConfigurationError(findings);
}
