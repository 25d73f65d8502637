import { CheckedResource } from "../../../check/core/plain-configuration";
import { isUnset } from "../../../check/core/values";
import { ALL_SETTINGS } from "../given";
import { imports, isNew, mayExist, newOption, Outcome, Parent, quoted, unresolved, within } from "../outcome";
import { sourceOf, textOf } from "../stack";
import {
  argument,
  byExistence,
  Importer,
  Importers,
  listed,
  NOT_READ,
  NOTHING_THERE,
  openStages,
  restApiOf,
  saidStage,
  Situation,
  withRegion,
} from "../situation";

const restApi: Importer = (resource, situation) =>
  within(restApiOf(resource, situation), (api) =>
    imports(
      withRegion(resource, api),
      isUnset(resource.attributes.body) ? undefined : "its definition is written anew, in place",
    ),
  );

const stage: Importer = (resource, situation) =>
  inStage({ resource, part: "STAGE" }, situation, (api, name) =>
    byExistence(
      resource,
      situation.inquiry.ask("restStage", resource.region, api, name),
      { option: `--stage ${quoted(name)}`, isSaid: situation.given.stages.includes(name) },
      `${api}/${name}`,
    ),
  );

const methodSettings: Importer = (resource, situation) =>
  inStage({ resource, part: "STAGE/METHOD_PATH" }, situation, (api, stageName) =>
    within(argument(resource, situation, "method_path"), (path) => {
      const id = withRegion(resource, `${api}/${stageName}/${path}`);
      const read = situation.inquiry.ask("restStage", resource.region, api, stageName);
      if (read.state === "absent") return isNew("its stage does not exist");
      if (read.state === "found") return path in read.value.settings ? imports(id) : isNew("the stage has no such settings"); // prettier-ignore
      const { methodSettings: given } = situation.given;
      if (given.includes(path) || given.includes(ALL_SETTINGS)) return imports(id);
      return unresolved(NOT_READ, `--method-settings '${path}'`, newOption(resource.address));
    }),
  );

/** What was imported would be replaced at once: no import brings the triggers. */
const deployment: Importer = (resource, situation) => {
  const { triggers } = resource.attributes;
  if (!isUnset(triggers)) {
    return isNew("its triggers cannot be imported; the stage is set to the new one, and the old one stays");
  }
  const { stack, inquiry } = situation;
  const using = stack.resources.find(
    ({ type, attributes }) =>
      type === "aws_api_gateway_stage" && sourceOf(stack, attributes.deployment_id) === resource.address,
  );
  if (using === undefined) return mayExist(resource, "no stage of the stack serves it", "API_ID/DEPLOYMENT_ID");
  return inStage({ resource, part: "DEPLOYMENT_ID", using }, situation, (api, name) => {
    const read = inquiry.ask("restStage", using.region, api, name);
    if (read.state === "absent") return isNew("its stage does not exist");
    const id = read.state === "found" ? read.value.deploymentId : undefined;
    return id === undefined
      ? mayExist(resource, "the deployment that the stage serves is not known", `${api}/DEPLOYMENT_ID`)
      : imports(withRegion(resource, `${api}/${id}`));
  });
};

/** What is decided about, and where it is. */
interface InStage {
  readonly resource: CheckedResource;
  /** What its import id has after that of the API. */
  readonly part: string;
  /** What has the name of the stage, if the resource has not. */
  readonly using?: CheckedResource;
}

function inStage(place: InStage, situation: Situation, then: (api: string, name: string) => Outcome) {
  return within(restApiOf(place.using ?? place.resource, situation), (api) =>
    within(stageName(place, api, situation), (name) => then(api, name)),
  );
}

/** The name of a stage, or of the stage that settings belong to. */
function stageName({ resource, part, using = resource }: InStage, api: string, situation: Situation): Parent {
  const { stack, given } = situation;
  const name = textOf(stack, using.attributes.stage_name) ?? saidStage(situation);
  if (name !== undefined) return { found: name };
  const reason = "the name of the stage is not written down";
  const isToBeSaid = given.stages.length === 0 && openStages(stack) === 1;
  return { outcome: isToBeSaid ? unresolved(reason, "--stage NAME") : mayExist(resource, reason, `${api}/${part}`) };
}

const policy: Importer = (resource, situation) =>
  within(restApiOf(resource, situation), (api) => {
    const read = situation.inquiry.ask("restApi", resource.region, api);
    if (read.state === "found") return read.value.hasPolicy ? imports(withRegion(resource, api)) : isNew(NOTHING_THERE);
    return mayExist(resource, NOT_READ, api);
  });

/** What has a name of its own within the API. */
function named(kind: "restAuthorizers" | "restValidators" | "restModels", placeholder: string): Importer {
  return (resource, situation) =>
    within(restApiOf(resource, situation), (api) =>
      within(argument(resource, situation, "name"), (name) => {
        return listed(
          resource,
          situation.inquiry.ask(kind, resource.region, api),
          (items) => {
            const id = items.find((item) => item.name === name)?.id;
            return id === undefined ? undefined : `${api}/${id}`;
          },
          () => mayExist(resource, NOT_READ, `${api}/${placeholder === "" ? name : placeholder}`),
        );
      }),
    );
}

const gatewayResponse: Importer = (resource, situation) =>
  within(restApiOf(resource, situation), (api) =>
    within(argument(resource, situation, "response_type"), (type) => {
      const id = `${api}/${type}`;
      return listed(
        resource,
        situation.inquiry.ask("gatewayResponses", resource.region, api),
        (types) => (types.includes(type) ? id : undefined),
        () => mayExist(resource, NOT_READ, id),
      );
    }),
  );

/** The REST API, its stages and what is named in it. */
export const REST_API_IMPORTERS: Importers = {
  aws_api_gateway_rest_api: restApi,
  aws_api_gateway_stage: stage,
  aws_api_gateway_method_settings: methodSettings,
  aws_api_gateway_deployment: deployment,
  aws_api_gateway_rest_api_policy: policy,
  aws_api_gateway_authorizer: named("restAuthorizers", "AUTHORIZER_ID"),
  aws_api_gateway_request_validator: named("restValidators", "VALIDATOR_ID"),
  aws_api_gateway_model: named("restModels", ""),
  aws_api_gateway_gateway_response: gatewayResponse,
};
