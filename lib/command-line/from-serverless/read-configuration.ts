import { dirname, isAbsolute, relative, resolve } from "node:path";
import { ConfigurationError, throwOnErrors } from "../../rules/configuration-error";
import { fileNotData } from "../../rules/serverless/file-not-data";
import { LONGEST_FILE, parseYaml } from "../../serverless/core/parse-yaml";
import { VariableContext } from "../../serverless/core/variable-sources";
import { ProjectDirectory } from "../../serverless/project-directory";
import { ServerlessOptions, ServerlessTextOptions } from "../../serverless/serverless-props";
import { ServerlessService } from "../../serverless/serverless-service";
import { variableContext } from "../../serverless/variable-context";
import { CommandIo } from "../command";
import { readInputFile, readStandardInput } from "../input-file";
import { misuse } from "../misuse";
import { DeploymentModel } from "./core/deployment-model";
import { readDeployment } from "./core/read-deployment";
import { findingsOf } from "./core/relocate";
import { FromServerlessOptions } from "./from-serverless-options";

/** A configuration that has been read. */
export interface Configuration {
  /** What messages call it. */
  readonly fileName: string;
  readonly service: ServerlessService;
  readonly deployment: DeploymentModel;
  /** Whether only the settings of the service's own methods are wanted. */
  readonly isShared: boolean;
}

type Io = Pick<CommandIo, "cwd" | "environment" | "stdin">;

/** Reads the configuration. Throws what is wrong with it, everything at once. */
export async function readConfiguration(options: FromServerlessOptions, io: Io): Promise<Configuration> {
  const isStandardInput = options.file === "-";
  const file = resolve(io.cwd, options.file);
  const own = isStandardInput ? io.cwd : dirname(file);
  const directory = options.project === undefined ? own : resolve(io.cwd, options.project);
  const fileName = isStandardInput ? "stdin" : nameWithin(directory, file, options);
  const given = serverlessOptions(options, io.environment);
  const text = isStandardInput ? await readStandardInput(io.stdin, LONGEST_FILE) : readText(options.file, io.cwd);
  const service = readService(text, { ...given, fileName, projectDirectory: directory });
  const isShared = options.isShared || service.isShared;
  const deployment = deploymentOf(
    text,
    fileName,
    variableContext(fileName, given, new ProjectDirectory(directory)),
    service,
    isShared,
  );
  checkThatThereIsSomething(options.file, service, deployment, isShared);
  return { fileName, service, deployment, isShared };
}

/** An option of the command is told by the name that it has there. */
function readService(text: string, options: ServerlessTextOptions): ServerlessService {
  try {
    return ServerlessService.fromText(text, options);
  } catch (thrown) {
    const findings = findingsOf(thrown, (property) => property.replace(/^options\./, "--"));
    throw findings === undefined ? thrown : new ConfigurationError(findings);
  }
}

function nameWithin(directory: string, file: string, { file: written, project }: FromServerlessOptions): string {
  const name = relative(directory, file).replace(/\\/g, "/");
  if (/^\.\.(\/|$)/.test(name) || isAbsolute(name)) throw misuse(`${written} is not within --project ${project}.`);
  return name;
}

function readText(file: string, cwd: string): string {
  if (/\.[cm]?[jt]s$/.test(file)) throwOnErrors(fileNotData("FILE", file));
  return readInputFile(file, cwd, LONGEST_FILE);
}

function deploymentOf(
  text: string,
  fileName: string,
  context: VariableContext,
  service: ServerlessService,
  isShared: boolean,
): DeploymentModel {
  const { node, findings: unreadable } = parseYaml(fileName, text, "file");
  throwOnErrors(unreadable);
  const { deployment, findings } = readDeployment(node!, context, service.endpoints, isShared);
  throwOnErrors(findings);
  return deployment;
}

function checkThatThereIsSomething(
  file: string,
  { endpoints }: ServerlessService,
  { sectionAt }: DeploymentModel,
  isShared: boolean,
): void {
  const isEmpty = endpoints.length === 0 && (isShared || sectionAt === undefined);
  if (isEmpty) throw misuse(`${file}: there is no http event in it, so that there is nothing to write.`);
  if (isShared && sectionAt === undefined) {
    throw misuse(`${file}: there is no custom.apiGatewayCaching in it, so that there is nothing to write.`);
  }
}

function serverlessOptions(
  { stage, region, parameters, opt }: FromServerlessOptions,
  environment: CommandIo["environment"],
): ServerlessOptions {
  const known = Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(region === undefined ? {} : { region }),
    parameters: { ...parameters },
    opt: { ...opt },
    environment: Object.fromEntries(known),
  };
}
