import { executeApiEndpointKeptRule } from "../../../rules/domain/execute-api-endpoint-kept";
import { Found, foundIn } from "../found";
import { CheckedResource, PlainConfiguration } from "../plain-configuration";
import { References } from "../references";
import { isUnset, knownFlag } from "../values";
import { readHosts } from "../edge/read-hosts";
import { SeenApis } from "../gateway/read-apis";
import { readMappings } from "./read-domains";

/** Finds APIs behind Cloudflare that can be reached around it: by the address that AWS gives them. */
export function checkEndpoints(
  configuration: PlainConfiguration,
  references: References,
  apis: SeenApis["apis"],
): Found[] {
  const hosts = readHosts(configuration, references).filter(({ isProxied }) => isProxied === true);
  const fronted = new Set(
    hosts.flatMap(({ domain }) =>
      domain === undefined ? [] : (references.identity(`\${${domain.address}.domain_name}`) ?? []),
    ),
  );
  const open = readMappings(configuration, references, apis)
    .filter(({ domain }) => domain !== undefined && fronted.has(domain))
    .flatMap(({ api }) => (api !== undefined && isOpen(api) ? [api] : []));
  return [...new Set(open)].flatMap((api) =>
    foundIn(api, [
      executeApiEndpointKeptRule.finding({
        property: "disable_execute_api_endpoint",
        found: api.attributes.disable_execute_api_endpoint ?? undefined,
        allowed: "true",
        change: "Write true and deploy the API, or acknowledge the warning if something else keeps callers out.",
      }),
    ]),
  );
}

function isOpen({ isData, attributes }: CheckedResource): boolean {
  const { disable_execute_api_endpoint: isDisabled } = attributes;
  return !isData && (isUnset(isDisabled) || knownFlag(isDisabled) === false);
}
