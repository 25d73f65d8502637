import { CheckedResource } from "../../../check/core/plain-configuration";
import { imports, mayExist, quoted, within } from "../outcome";
import { LiveRoute, Read } from "../questions";
import { argument, byExistence, httpApiOf, Importer, Importers, listed, NOT_READ, Situation, withRegion } from "../situation"; // prettier-ignore

const api: Importer = (resource, situation) =>
  within(httpApiOf(resource, situation), (id) => imports(withRegion(resource, id)));

const stage: Importer = (resource, situation) =>
  within(httpApiOf(resource, situation), (apiId) =>
    within(argument(resource, situation, "name"), (name) => {
      const read = situation.inquiry.ask("httpStages", resource.region, apiId);
      const isThere = read.state !== "found" ? read : read.value.includes(name) ? read : ({ state: "absent" } as const);
      const isSaid = situation.given.stages.includes(name);
      return byExistence(resource, isThere, { option: `--stage ${quoted(name)}`, isSaid }, `${apiId}/${name}`);
    }),
  );

const route: Importer = (resource, situation) =>
  within(httpApiOf(resource, situation), (apiId) =>
    within(argument(resource, situation, "route_key"), (key) =>
      listed(
        resource,
        situation.inquiry.ask("httpRoutes", resource.region, apiId),
        (routes) => {
          const id = routes.find((one) => one.key === key)?.id;
          return id === undefined ? undefined : `${apiId}/${id}`;
        },
        () => mayExist(resource, NOT_READ, `${apiId}/ROUTE_ID`),
      ),
    ),
  );

/** An integration has no name: it is what the route that it is written for leads to. */
const integration: Importer = (resource, situation) =>
  within(httpApiOf(resource, situation), (apiId) => {
    const routes = situation.inquiry.ask("httpRoutes", resource.region, apiId);
    const integrations = situation.inquiry.ask("httpIntegrations", resource.region, apiId);
    return listed(
      resource,
      integrations,
      (ids) => {
        const id = ids.find((one) => targetsOf(resource, routes, situation).includes(`integrations/${one}`));
        return id === undefined ? undefined : `${apiId}/${id}`;
      },
      () => mayExist(resource, NOT_READ, `${apiId}/INTEGRATION_ID`),
    );
  });

function targetsOf({ address }: CheckedResource, routes: Read<readonly LiveRoute[]>, { stack }: Situation): string[] {
  const keys = stack.resources
    .filter(({ type, attributes }) => type === "aws_apigatewayv2_route" && leadsTo(attributes.target, address))
    .map(({ attributes }) => attributes.route_key);
  const live = routes.state === "found" ? routes.value : [];
  return live.flatMap(({ key, target }) => (keys.includes(key) && target !== undefined ? target : []));
}

function leadsTo(target: unknown, address: string): boolean {
  return typeof target === "string" && target.includes(`\${${address}.id}`);
}

/** HTTP APIs. */
export const HTTP_API_IMPORTERS: Importers = {
  aws_apigatewayv2_api: api,
  aws_apigatewayv2_stage: stage,
  aws_apigatewayv2_route: route,
  aws_apigatewayv2_integration: integration,
};
