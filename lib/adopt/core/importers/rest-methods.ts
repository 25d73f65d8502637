import { CheckedResource } from "../../../check/core/plain-configuration";
import { imports, isNew, mayExist, newOption, Outcome, Parent, unresolved, within } from "../outcome";
import { LiveMethod, LiveResource, Read } from "../questions";
import { AdoptedStack, textOf } from "../stack";
import { argument, Importer, Importers, listed, NOT_READ, NOTHING_THERE, restApiOf, Situation, withRegion } from "../situation"; // prettier-ignore

const MOST_PARTS = 50;

const pathPart: Importer = (resource, situation) =>
  within(restApiOf(resource, situation), (api) =>
    within(pathOf(resource, situation), (path) =>
      listed(
        resource,
        situation.inquiry.ask("restResources", resource.region, api),
        (resources) => {
          const id = resources.find((one) => one.path === path)?.id;
          return id === undefined ? undefined : `${api}/${id}`;
        },
        () => mayExist(resource, NOT_READ, `${api}/RESOURCE_ID`),
      ),
    ),
  );

/** The whole path of a resource, from its parents. */
function pathOf(resource: CheckedResource, situation: Situation): Parent {
  const parts: string[] = [];
  let current = resource;
  while (parts.length < MOST_PARTS) {
    const part = textOf(situation.stack, current.attributes.path_part);
    const parent = situation.stack.references.target(current.attributes.parent_id);
    if (part === undefined || parent === undefined) break;
    parts.unshift(part);
    const above = pathOfTarget(parent.resource, parent.attribute, situation.stack);
    if (above !== undefined) return { found: `${above === "/" ? "" : above}/${parts.join("/")}` };
    if (parent.resource.type !== "aws_api_gateway_resource") break;
    current = parent.resource;
  }
  const outcome = unresolved(
    "its path cannot be followed to the root",
    `--id '${resource.address}=API_ID/RESOURCE_ID'`,
    newOption(resource.address),
  );
  return { outcome };
}

/** The path of what is no resource of this stack. */
function pathOfTarget({ type, isData, attributes }: CheckedResource, attribute: string, stack: AdoptedStack) {
  if (attribute === "root_resource_id") return "/";
  return isData && type === "aws_api_gateway_resource" ? textOf(stack, attributes.path) : undefined;
}

/** What belongs to a method: its import id goes on after `API/RESOURCE/VERB`. */
function ofMethod(isThere: (method: LiveMethod, status: string) => boolean, hasStatus = false): Importer {
  return (resource, situation) =>
    within(restApiOf(resource, situation), (api) =>
      within(argument(resource, situation, "http_method"), (verb) =>
        within(hasStatus ? argument(resource, situation, "status_code") : { found: "" }, (status) => {
          const live = situation.inquiry.ask("restResources", resource.region, api);
          const rest = [verb, ...(hasStatus ? [status] : [])].join("/");
          return within(liveResource(resource, live, situation, `${api}/RESOURCE_ID/${rest}`), ({ id, methods }) => {
            const importId = `${api}/${id}/${rest}`;
            if (methods === undefined) return mayExist(resource, NOT_READ, importId);
            const method = methods[verb];
            const exists = method !== undefined && isThere(method, status);
            return exists ? imports(withRegion(resource, importId)) : isNew(NOTHING_THERE);
          });
        }),
      ),
    );
}

type Found = Pick<LiveResource, "id"> & Partial<LiveResource>;

/** The resource of the API that `resource_id` stands for. */
function liveResource(
  resource: CheckedResource,
  live: Read<readonly LiveResource[]>,
  situation: Situation,
  id: string,
): Parent<Found> {
  const { stack } = situation;
  const unread: Outcome = mayExist(resource, NOT_READ, id);
  const written = textOf(stack, resource.attributes.resource_id);
  if (written !== undefined && live.state === "unread") return { found: { id: written } };
  if (live.state !== "found") return { outcome: unread };
  const target = stack.references.target(resource.attributes.resource_id);
  if (written === undefined && target === undefined) return { outcome: unread };
  const path = target === undefined ? undefined : targetPath(target.resource, target.attribute, situation);
  if (path?.outcome !== undefined) return path;
  const found = live.value.find((one) => (path === undefined ? one.id === written : one.path === path.found));
  return found === undefined ? { outcome: isNew("its resource does not exist") } : { found };
}

function targetPath(target: CheckedResource, attribute: string, situation: Situation): Parent {
  const path = pathOfTarget(target, attribute, situation.stack);
  return path === undefined ? pathOf(target, situation) : { found: path };
}

/** Resources, methods and integrations that are written down one by one. */
export const REST_METHOD_IMPORTERS: Importers = {
  aws_api_gateway_resource: pathPart,
  aws_api_gateway_method: ofMethod(() => true),
  aws_api_gateway_integration: ofMethod(({ hasIntegration }) => hasIntegration),
  aws_api_gateway_method_response: ofMethod(({ responses }, status) => responses.includes(status), true),
  aws_api_gateway_integration_response: ofMethod(
    ({ integrationResponses }, status) => integrationResponses.includes(status),
    true,
  ),
};
