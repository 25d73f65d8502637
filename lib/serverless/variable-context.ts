import { dirname } from "node:path";
import { VariableContext } from "./core/variable-sources";
import { ProjectDirectory } from "./project-directory";
import { ServerlessOptions } from "./serverless-props";

/** What the variables of a configuration are resolved with. */
export function variableContext(
  fileName: string,
  { stage, region, opt = {}, parameters = {}, environment }: ServerlessOptions,
  project: ProjectDirectory | undefined,
): VariableContext {
  return {
    stage: stage ?? opt.stage,
    region: region ?? opt.region,
    opt,
    parameters,
    environment: environment ?? process.env,
    directory: project === undefined ? "" : dirname(fileName).replace(/^\.$/, ""),
    readFile: (path) =>
      project?.read(path) ?? { trouble: "unreadable", problem: "say which projectDirectory it is in" },
  };
}
